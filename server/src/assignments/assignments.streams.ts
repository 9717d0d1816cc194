import type { Assignment } from '@nghisu/shared/assignments/assignments.records.ts';
import { drop, put } from '@nghisu/shared/platform/feed.ts';
import type { Outcome } from '../platform/streams/streams.ts';

/** The streams that hold an assignment: its meeting's, the lead unit's, and those of the coordinating units. */
export const streamsOf = (
  assignment: Pick<Assignment, 'meetingId' | 'leadUnitId' | 'coordinatingUnitIds'>,
): string[] => [
  `meeting:${assignment.meetingId}`,
  ...[assignment.leadUnitId, ...assignment.coordinatingUnitIds].map(unitId => `unit:${unitId}`),
];

/** Tells every stream that holds the assignment, and those that hold it no more (S8). */
export function announce(type: string, after: Assignment, before: Assignment | null): Outcome[] {
  const holding = streamsOf(after);
  const left = before === null ? [] : streamsOf(before).filter(stream => !holding.includes(stream));
  return [
    ...holding.map(stream => ({ type, stream, changes: [put(after)] })),
    ...left.map(stream => ({ type, stream, changes: [drop('assignment', after.id)] })),
  ];
}
