import { mayKnowItem } from '@nghisu/shared/agenda/agenda.policy.ts';
import { secondsUsed } from '@nghisu/shared/agenda/agenda.rules.ts';
import type { Meeting } from '@nghisu/shared/meetings/meetings.records.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { put } from '@nghisu/shared/platform/feed.ts';
import { maySpeak } from '@nghisu/shared/speakers/speakers.policy.ts';
import { mostSpeechSeconds, type SpeakerRequest } from '@nghisu/shared/speakers/speakers.records.ts';
import { agendaItemOf } from '../agenda/agenda.store.ts';
import { seatsIn } from '../attendance/admission/seats.store.ts';
import { meetingById } from '../meetings/meetings.store.ts';
import type { Context } from '../platform/commands/handler.ts';
import { changeRequest, requestById, speakingRequest } from './speakers.store.ts';

/** A request of this meeting. One to an item that the asker may not know is not found. */
export async function requestOrRefuse(
  { tx, subjectId, viewer }: Context,
  requestId: string,
): Promise<SpeakerRequest> {
  const request = await requestById(tx, requestId);
  if (request?.meetingId !== subjectId || !mayKnowItem(viewer, request.agendaItemId))
    throw new AppError('not_found');
  return request;
}

/** The speech is over: its seconds are added up, and whoever was speaking may be given the floor again. */
function endSpeech({ tx, now }: Context, meeting: Meeting, speech: SpeakerRequest): Promise<SpeakerRequest> {
  const used = secondsUsed(speech, meeting, Date.parse(now));
  return changeRequest(tx, speech.id, { state: 'done', secondsUsed: used, startedAt: null });
}

/** Gives the floor to one who waits, or again to one who has spoken. Whoever has it gives way in the same moment. */
export async function giveFloor(
  context: Context,
  { requestId, secondsAllowed }: { requestId: string; secondsAllowed?: number | undefined },
) {
  const { tx, subjectId, now } = context;
  const request = await requestOrRefuse(context, requestId);
  const meeting = await meetingById(tx, subjectId);
  if (meeting?.state !== 'running') throw new AppError('conflict', 'meetings.notRunning');
  if (request.state === 'speaking') return [];
  if (request.state !== 'waiting' && request.state !== 'done')
    throw new AppError('conflict', 'speakers.notWaiting');
  const item = await agendaItemOf(tx, subjectId, request.agendaItemId);
  if (item?.state !== 'current') throw new AppError('conflict', 'speakers.notCurrent');
  const seat = (await seatsIn(tx, subjectId, [request.personId])).get(request.personId);
  if (!seat || !maySpeak(seat.meetingRole) || !mayKnowItem(seat, request.agendaItemId))
    throw new AppError('conflict', 'speakers.maySpeakNot');
  const speaking = await speakingRequest(tx, subjectId);
  const ended = speaking ? [await endSpeech(context, meeting, speaking)] : [];
  const given = await changeRequest(tx, requestId, {
    state: 'speaking',
    spokeAt: request.spokeAt ?? now,
    startedAt: now,
    pausedBefore: meeting.pausedSeconds,
    secondsAllowed: secondsAllowed ?? request.secondsAllowed,
  });
  return [{ type: 'speakers.floorGiven', changes: [...ended, given].map(put) }];
}

/** Takes the floor from whoever has it. */
export async function takeFloor(context: Context, { requestId }: { requestId: string }) {
  const request = await requestOrRefuse(context, requestId);
  const meeting = await meetingById(context.tx, context.subjectId);
  if (!meeting || request.state !== 'speaking') throw new AppError('conflict', 'speakers.notSpeaking');
  return [{ type: 'speakers.floorTaken', changes: [put(await endSpeech(context, meeting, request))] }];
}

/** More time for the speech under way. */
export async function extendSpeech(
  context: Context,
  { requestId, seconds }: { requestId: string; seconds: number },
) {
  const request = await requestOrRefuse(context, requestId);
  if (request.state !== 'speaking') throw new AppError('conflict', 'speakers.notSpeaking');
  const secondsAllowed = request.secondsAllowed + seconds;
  if (secondsAllowed > mostSpeechSeconds)
    throw new AppError('conflict', 'speakers.longEnough', { minutes: mostSpeechSeconds / 60 });
  const extended = await changeRequest(context.tx, requestId, { secondsAllowed });
  return [{ type: 'speakers.extended', changes: [put(extended)] }];
}

/** Ends the speech under way where `isOver` says so of it; answers the request, or null. */
export async function endSpeechIf(
  context: Context,
  isOver: (speech: SpeakerRequest) => boolean | Promise<boolean>,
): Promise<SpeakerRequest | null> {
  const speech = await speakingRequest(context.tx, context.subjectId);
  if (!speech || !(await isOver(speech))) return null;
  const meeting = await meetingById(context.tx, context.subjectId);
  return meeting && endSpeech(context, meeting, speech);
}
