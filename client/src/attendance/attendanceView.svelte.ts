import type {
  AbsenceNotice,
  Attendance,
  AttendanceState,
  SeatMap,
  Substitution,
} from '@nghisu/shared/attendance/attendance.records.ts';
import { isPresent, quorumNow } from '@nghisu/shared/attendance/attendance.rules.ts';
import type { Attendee } from '@nghisu/shared/meetings/attendees.records.ts';
import type { Meeting } from '@nghisu/shared/meetings/meetings.records.ts';
import type { Quorum } from '@nghisu/shared/rulePacks/quorum.ts';
import type { StreamFeed } from '../platform/feed/streamFeed.svelte.ts';

/** Who is there in one meeting, and whether they are enough, as every screen reads it. */
export class AttendanceView {
  readonly #feed: () => StreamFeed | null;

  constructor(feed: () => StreamFeed | null) {
    this.#feed = feed;
  }

  readonly #attendances: readonly Attendance[] = $derived.by(() => this.#feed()?.records('attendance') ?? []);
  readonly #byPerson = $derived.by(() => new Map(this.#attendances.map(one => [one.id, one])));
  readonly substitutions: readonly Substitution[] = $derived.by(
    () => this.#feed()?.records('substitution') ?? [],
  );
  readonly seatMap: SeatMap | null = $derived.by(() => this.#feed()?.records('seatMap')[0] ?? null);
  /** How many were there when the meeting was opened, or null. */
  readonly atOpening: Quorum | null = $derived.by(
    () =>
      this.#feed()
        ?.records('quorumCheck')
        .find(check => check.occasion === 'opening') ?? null,
  );

  of(personId: string | null): Attendance | null {
    return personId === null ? null : (this.#byPerson.get(personId) ?? null);
  }
  stateOf(personId: string): AttendanceState | 'expected' {
    return this.#byPerson.get(personId)?.state ?? 'expected';
  }
  isThere(personId: string): boolean {
    return isPresent(this.#byPerson.get(personId)?.state);
  }
  noticeOf(personId: string): AbsenceNotice | undefined {
    return this.#feed()?.get('absenceNotice', personId);
  }
  substitutionFor(personId: string): Substitution | undefined {
    return this.substitutions.find(one => one.id === personId);
  }
  quorum(meeting: Meeting, attendees: readonly Attendee[]): Quorum {
    return quorumNow(meeting, attendees, this.#attendances, this.substitutions);
  }
}
