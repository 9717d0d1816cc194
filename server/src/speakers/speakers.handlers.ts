import type { AgendaItem } from '@nghisu/shared/agenda/agenda.records.ts';
import { canFollowMeeting } from '@nghisu/shared/meetings/meetings.policy.ts';
import { isEditable } from '@nghisu/shared/meetings/meetings.rules.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { put } from '@nghisu/shared/platform/feed.ts';
import { maySpeak } from '@nghisu/shared/speakers/speakers.policy.ts';
import type { SpeakerRequest, SpeechType } from '@nghisu/shared/speakers/speakers.records.ts';
import { sameTurn, speakerQueue, turnBefore, usualSeconds } from '@nghisu/shared/speakers/speakers.rules.ts';
import { agendaItemOf } from '../agenda/agenda.store.ts';
import { roleIn } from '../meetings/attendees.store.ts';
import { meetingById } from '../meetings/meetings.store.ts';
import type { Asking, Context, Handlers } from '../platform/commands/handler.ts';
import { extendSpeech, giveFloor, takeFloor } from './floor.ts';
import { changeRequest, insertRequest, requestById, requestsOfItem } from './speakers.store.ts';

type Names =
  | 'speakers.request'
  | 'speakers.requestFor'
  | 'speakers.withdraw'
  | 'speakers.write'
  | 'speakers.move'
  | 'speakers.giveFloor'
  | 'speakers.takeFloor'
  | 'speakers.extend';

/** The most requests that one person may make for one item, withdrawn ones included. */
const mostRequests = 20;

/** A request of this meeting; any other is one that is not there. */
async function requestOfMeeting({ tx, subjectId }: Asking, { requestId }: { requestId: string }) {
  const request = await requestById(tx, requestId);
  return request?.meetingId === subjectId ? request : null;
}

/** The item that is spoken to, while it and its meeting are not over. What the asker may not know is not found. */
async function openItem({ tx, subjectId, viewer }: Context, itemId: string): Promise<AgendaItem> {
  const meeting = await meetingById(tx, subjectId);
  const item = await agendaItemOf(tx, subjectId, itemId);
  if (!meeting || !item || !canFollowMeeting(viewer, meeting)) throw new AppError('not_found');
  if (!isEditable(meeting.state)) throw new AppError('conflict', 'meetings.notEditable');
  if (item.state === 'done' || item.state === 'carriedOver')
    throw new AppError('conflict', 'speakers.itemOver');
  return item;
}

type Asked = { requestId: string; agendaItemId: string; personId: string; type: SpeechType };

/** Those who have asked to speak to the item so far, unless this person has asked often enough. */
async function askedSoFar({ tx, subjectId }: Context, asked: Asked): Promise<SpeakerRequest[]> {
  if (await requestById(tx, asked.requestId)) throw new AppError('conflict', 'speakers.exists');
  const requests = await requestsOfItem(tx, subjectId, asked.agendaItemId);
  if (requests.filter(other => other.personId === asked.personId).length >= mostRequests)
    throw new AppError('conflict', 'speakers.tooMany', { most: mostRequests });
  return requests;
}

const newRequest = ({ subjectId, viewer, now }: Context, asked: Asked): SpeakerRequest => ({
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
async function register(context: Context, asked: Asked) {
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

export const speakersHandlers: Handlers<Names> = {
  'speakers.request': {
    run: (context, data) => register(context, { ...data, personId: context.viewer.personId }),
  },
  'speakers.requestFor': {
    run: async (context, data) => {
      const role = await roleIn(context.tx, context.subjectId, data.personId);
      if (role === null) throw new AppError('not_found');
      if (!maySpeak(role)) throw new AppError('conflict', 'speakers.maySpeakNot');
      return register(context, data);
    },
  },
  'speakers.withdraw': {
    subject: requestOfMeeting,
    run: async (context, { requestId }) => {
      const request = (await requestById(context.tx, requestId))!;
      await openItem(context, request.agendaItemId);
      if (request.state !== 'waiting' && request.state !== 'written')
        throw new AppError('conflict', 'speakers.notWaiting');
      const withdrawn = await changeRequest(context.tx, requestId, { state: 'withdrawn' });
      return [{ type: 'speakers.withdrawn', changes: [put(withdrawn)] }];
    },
  },
  'speakers.write': { run: write },
  'speakers.move': { run: move },
  'speakers.giveFloor': { run: giveFloor },
  'speakers.takeFloor': { subject: requestOfMeeting, run: takeFloor },
  'speakers.extend': { run: extendSpeech },
};

async function write(context: Context, data: { requestId: string; agendaItemId: string; text: string }) {
  const { tx, viewer } = context;
  await openItem(context, data.agendaItemId);
  const before = await requestById(tx, data.requestId);
  if (!before) {
    const asked: Asked = { ...data, personId: viewer.personId, type: 'contribution' };
    await askedSoFar(context, asked);
    const written: SpeakerRequest = { ...newRequest(context, asked), state: 'written', text: data.text };
    await insertRequest(tx, written);
    return [{ type: 'speakers.written', changes: [put(written)] }];
  }
  const isOwn = before.meetingId === context.subjectId && before.personId === viewer.personId;
  if (!isOwn || before.agendaItemId !== data.agendaItemId) throw new AppError('not_found');
  if (before.state !== 'waiting' && before.state !== 'written')
    throw new AppError('conflict', 'speakers.notWaiting');
  const written = await changeRequest(tx, before.id, { state: 'written', text: data.text });
  return [{ type: 'speakers.written', changes: [put(written)] }];
}

async function move(
  context: Context,
  { requestId, beforeId }: { requestId: string; beforeId: string | null },
) {
  const { tx } = context;
  const request = await requestOfMeeting({ ...context, personId: context.viewer.personId }, { requestId });
  if (!request) throw new AppError('not_found');
  if (request.state !== 'waiting') throw new AppError('conflict', 'speakers.notWaiting');
  const queue = speakerQueue(
    await requestsOfItem(tx, context.subjectId, request.agendaItemId),
    request.agendaItemId,
  );
  if (beforeId === requestId) return [];
  if (beforeId !== null && !queue.some(other => other.id === beforeId))
    throw new AppError('conflict', 'speakers.neighbourGone');
  const type = 'speakers.moved';
  const position = turnBefore(queue, request, beforeId);
  if (position !== null) return [{ type, changes: [put(await changeRequest(tx, requestId, { position }))] }];
  const spread: SpeakerRequest[] = [];
  for (const [index, other] of sameTurn(queue, request).entries())
    spread.push(await changeRequest(tx, other.id, { position: index + 1 }));
  const moved = await changeRequest(tx, requestId, { position: turnBefore(spread, request, beforeId)! });
  return [{ type, changes: [...spread, moved].map(put) }];
}
