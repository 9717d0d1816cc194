import { positionBefore, secondsUsed } from '../agenda/agenda.rules.ts';
import type { Meeting } from '../meetings/meetings.records.ts';
import type { SpeakerRequest, SpeechType } from './speakers.records.ts';

type Queued = Pick<SpeakerRequest, 'id' | 'type' | 'position'>;
type MeetingClock = Pick<Meeting, 'pausedAt' | 'pausedSeconds' | 'closedAt'>;
type Speech = Pick<SpeakerRequest, 'secondsUsed' | 'startedAt' | 'pausedBefore' | 'secondsAllowed'>;

/** How long a speech may take unless the chair says otherwise, in seconds; a custom of the house, not a law. */
export const usualSeconds: Readonly<Record<SpeechType, number>> = {
  contribution: 300,
  interpellation: 180,
  pointOfOrder: 120,
};

/** How the meeting is run is settled before it goes on: points of order stand before everything else. */
const precedence = (type: SpeechType): number => (type === 'pointOfOrder' ? 0 : 1);

const byTurn = (a: Queued, b: Queued): number =>
  precedence(a.type) - precedence(b.type) || a.position - b.position || (a.id < b.id ? -1 : 1);

/** Danh sách đăng ký phát biểu: those who wait to speak to the item, whose turn comes first standing first. */
export const speakerQueue = <Request extends Queued & Pick<SpeakerRequest, 'state' | 'agendaItemId'>>(
  requests: readonly Request[],
  itemId: string,
): Request[] =>
  requests.filter(request => request.state === 'waiting' && request.agendaItemId === itemId).toSorted(byTurn);

/** Who has the floor, or null. */
export const floorHolder = <Request extends Pick<SpeakerRequest, 'state'>>(
  requests: readonly Request[],
): Request | null => requests.find(request => request.state === 'speaking') ?? null;

/**
 * The position that puts a request before another of the queue (last when `beforeId` is null), or null where its
 * neighbours stand too close and have to be spread. What stands across the border between points of order and all others
 * is not passed: the request becomes the first, or the last, on its own side. `queue` may hold the request itself.
 */
export function turnBefore(
  queue: readonly Queued[],
  request: Pick<Queued, 'id' | 'type'>,
  beforeId: string | null,
): number | null {
  const alike = sameTurn(queue, request);
  const before = queue.find(other => other.id === beforeId);
  const across = before && precedence(before.type) - precedence(request.type);
  if (across === undefined || across > 0) return positionBefore(alike, null);
  return positionBefore(alike, across < 0 ? (alike[0]?.id ?? null) : beforeId);
}

/** The others of the queue among whom a request finds its turn, in their order. */
export const sameTurn = <Request extends Queued>(
  queue: readonly Request[],
  request: Pick<Queued, 'id' | 'type'>,
): Request[] =>
  queue
    .filter(other => other.id !== request.id && precedence(other.type) === precedence(request.type))
    .toSorted(byTurn);

/** Seconds left of the time allowed at `now` (milliseconds since 1970); negative once it is exceeded. */
export const speechLeft = (speech: Speech, meeting: MeetingClock, now: number): number =>
  speech.secondsAllowed - secondsUsed(speech, meeting, now);

/** The end is announced this many seconds before it comes. */
const usualNotice = 180;

/** A speech hardly longer than the notice itself is told in its last third. */
const noticeOf = (secondsAllowed: number): number =>
  secondsAllowed > usualNotice ? usualNotice : Math.floor(secondsAllowed / 3);

export type SpeechWarning = 'none' | 'nearEnd' | 'over';

/** What the clock warns of: nothing, three minutes or less to go, or the time is used up. */
export function speechWarning(speech: Speech, meeting: MeetingClock, now: number): SpeechWarning {
  const left = speechLeft(speech, meeting, now);
  if (left <= 0) return 'over';
  return left <= noticeOf(speech.secondsAllowed) ? 'nearEnd' : 'none';
}

/** Seconds that each person has spoken until `now`, by person; absent who has not spoken. */
export function timeByPerson(
  requests: readonly (Speech & Pick<SpeakerRequest, 'personId' | 'spokeAt'>)[],
  meeting: MeetingClock,
  now: number,
): Map<string, number> {
  const times = new Map<string, number>();
  for (const request of requests) {
    if (request.spokeAt === null) continue;
    const before = times.get(request.personId) ?? 0;
    times.set(request.personId, before + secondsUsed(request, meeting, now));
  }
  return times;
}
