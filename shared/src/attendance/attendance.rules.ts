import type { Attendee } from '../meetings/attendees.records.ts';
import { mayDecide } from '../meetings/meetings.policy.ts';
import type { Meeting } from '../meetings/meetings.records.ts';
import { localDate } from '../platform/dates.ts';
import { type Quorum, quorumOf } from '../rulePacks/quorum.ts';
import { type MeetingRules, rulesFor } from '../rulePacks/rulePacks.ts';
import type {
  Attendance,
  AttendanceState,
  Interval,
  PresenceMode,
  Substitution,
} from './attendance.records.ts';

type Presence = Pick<Attendance, 'state' | 'since' | 'intervals'>;

/** Those who are there decide and count, from wherever they take part. */
export const isPresent = (state: AttendanceState | undefined): boolean =>
  state === 'inRoom' || state === 'remote';

const ended = (intervals: readonly Interval[], now: string): Interval[] =>
  intervals.map(interval => (interval.to === null ? { ...interval, to: now } : interval));

/** Somebody comes, or takes part in another way from now on. */
export const comes = (before: Pick<Presence, 'intervals'>, mode: PresenceMode, now: string): Presence => ({
  state: mode,
  since: now,
  intervals: [...ended(before.intervals, now), { from: now, to: null, mode }],
});

/** Somebody goes, for a while or for good. */
export const goes = (
  before: Pick<Presence, 'intervals'>,
  state: 'out' | 'left' | 'absent',
  now: string,
): Presence => ({ state, since: now, intervals: ended(before.intervals, now) });

/** What the rules say of a meeting: those of the day on which it is held. */
export const rulesOfMeeting = ({ type, startsAt }: Pick<Meeting, 'type' | 'startsAt'>): MeetingRules =>
  rulesFor(type, localDate(new Date(startsAt)));

/**
 * Who decides in a meeting. Where the rules let substitutes vote, a substitute with the chair's consent is there instead of
 * the person replaced.
 */
export function votersOf(
  rules: Pick<MeetingRules, 'substitutesVote'>,
  attendees: readonly Pick<Attendee, 'id' | 'role'>[],
  substitutions: readonly Pick<Substitution, 'id' | 'state'>[],
): string[] {
  const replaced = new Set(
    rules.substitutesVote
      ? substitutions.filter(one => one.state === 'consented').map(one => one.id)
      : undefined,
  );
  return attendees.filter(one => mayDecide(one.role) && !replaced.has(one.id)).map(one => one.id);
}

/** How many of those who decide are there now, and whether that is enough. */
export function quorumNow(
  meeting: Pick<Meeting, 'type' | 'startsAt'>,
  attendees: readonly Pick<Attendee, 'id' | 'role'>[],
  attendances: readonly Pick<Attendance, 'id' | 'state'>[],
  substitutions: readonly Pick<Substitution, 'id' | 'state'>[],
): Quorum {
  const rules = rulesOfMeeting(meeting);
  const voters = votersOf(rules, attendees, substitutions);
  const there = new Set(attendances.filter(one => isPresent(one.state)).map(one => one.id));
  return quorumOf(rules.quorum, voters.filter(id => there.has(id)).length, voters.length);
}
