import { mayKnowItem } from '@nghisu/shared/agenda/agenda.policy.ts';
import type { AgendaItem } from '@nghisu/shared/agenda/agenda.records.ts';
import { canFollowMeeting } from '@nghisu/shared/meetings/meetings.policy.ts';
import { isEditable } from '@nghisu/shared/meetings/meetings.rules.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { put } from '@nghisu/shared/platform/feed.ts';
import type { SpeakerRequest, SpeechType } from '@nghisu/shared/speakers/speakers.records.ts';
import { speakerQueue, turnBefore, usualSeconds } from '@nghisu/shared/speakers/speakers.rules.ts';
import { agendaItemOf } from '../agenda/agenda.store.ts';
import { meetingById } from '../meetings/meetings.store.ts';
import type { Context } from '../platform/commands/handler.ts';
import { insertRequest, requestById, requestsOfItem } from './speakers.store.ts';

/** The most requests that one person may make for one item, withdrawn ones included. */
const mostRequests = 20;

/** The item that is spoken to, while it and its meeting are not over. What the asker may not know is not found. */
export async function openItem({ tx, subjectId, viewer }: Context, itemId: string): Promise<AgendaItem> {
  const meeting = await meetingById(tx, subjectId);
  const item = await agendaItemOf(tx, subjectId, itemId);
  if (!meeting || !item || !canFollowMeeting(viewer, meeting) || !mayKnowItem(viewer, itemId))
    throw new AppError('not_found');
  if (!isEditable(meeting.state)) throw new AppError('conflict', 'meetings.notEditable');
  if (item.state === 'done' || item.state === 'carriedOver')
    throw new AppError('conflict', 'speakers.itemOver');
  return item;
}

/** Who asks for the floor, for which item and what. */
export type Asked = { requestId: string; agendaItemId: string; personId: string; type: SpeechType };

/** Those who have asked to speak to the item so far, unless this person has asked often enough. */
export async function askedSoFar({ tx, subjectId }: Context, asked: Asked): Promise<SpeakerRequest[]> {
  if (await requestById(tx, asked.requestId)) throw new AppError('conflict', 'speakers.exists');
  const requests = await requestsOfItem(tx, subjectId, asked.agendaItemId);
  if (requests.filter(other => other.personId === asked.personId).length >= mostRequests)
    throw new AppError('conflict', 'speakers.tooMany', { most: mostRequests });
  return requests;
}

/** A request as it begins, not yet placed in a queue. */
export const newRequest = ({ subjectId, viewer, now }: Context, asked: Asked): SpeakerRequest => ({
  kind: 'speakerRequest',
  id: asked.requestId,
  meetingId: subjectId,
  agendaItemId: asked.agendaItemId,
  personId: asked.personId,
  type: asked.type,
  state: 'waiting',
  position: 0,
  requestedAt: now,
  requestedById: viewer.personId,
  spokeAt: null,
  startedAt: null,
  secondsAllowed: usualSeconds[asked.type],
  secondsUsed: 0,
  pausedBefore: 0,
  text: null,
});

/** Puts a person last in the queue of the item, or of its points of order. */
export async function register(context: Context, asked: Asked) {
  await openItem(context, asked.agendaItemId);
  const requests = await askedSoFar(context, asked);
  const queue = speakerQueue(requests, asked.agendaItemId);
  if (queue.some(other => other.personId === asked.personId && other.type === asked.type))
    throw new AppError('conflict', 'speakers.alreadyWaiting');
  const request = {
    ...newRequest(context, asked),
    position: turnBefore(queue, { ...asked, id: asked.requestId }, null)!,
  };
  await insertRequest(context.tx, request);
  return [{ type: 'speakers.requested', changes: [put(request)] }];
}
