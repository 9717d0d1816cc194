import { byDueDate, isInScope } from '@nghisu/shared/assignments/assignments.filter.ts';
import type { Assignment } from '@nghisu/shared/assignments/assignments.records.ts';
import { timeStatus } from '@nghisu/shared/assignments/assignments.rules.ts';
import type { Viewer } from '@nghisu/shared/platform/viewer.ts';

/** Why an assignment waits for a person. */
export type Waiting = 'accept' | 'rework' | 'overdue' | 'dueSoon' | 'confirm' | 'declined';

export type WaitingAssignment = { readonly assignment: Assignment; readonly why: Waiting };

/** What the person who carries the work out has to do about it now, or null. */
function dutyOf(assignment: Assignment, today: string): Waiting | null {
  if (assignment.progress === 'notStarted') return 'accept';
  if (assignment.progress === 'rework') return 'rework';
  if (assignment.progress !== 'inProgress') return null;
  const status = timeStatus(assignment, today);
  if (status === 'overdue') return 'overdue';
  return status === 'nearlyOverdue' ? 'dueSoon' : null;
}

/** What whoever gave it has to decide now, or null. */
const decisionOf = ({ progress }: Assignment): Waiting | null => {
  if (progress === 'awaitingConfirmation') return 'confirm';
  return progress === 'declined' ? 'declined' : null;
};

/**
 * The assignments that wait for the viewer, by due date: of those carried out by the viewer's units, what is mine; and
 * of those given, what wants a decision. Each one once.
 */
export function waitingFor(
  viewer: Viewer,
  carriedOut: readonly Assignment[],
  given: readonly Assignment[],
  today: string,
): WaitingAssignment[] {
  const duties = carriedOut
    .filter(assignment => isInScope(viewer, 'mine', assignment))
    .map(assignment => ({ assignment, why: dutyOf(assignment, today) }));
  const decisions = given.map(assignment => ({ assignment, why: decisionOf(assignment) }));
  const waiting = new Map<string, WaitingAssignment>();
  for (const { assignment, why } of [...decisions, ...duties]) {
    if (why !== null) waiting.set(assignment.id, { assignment, why });
  }
  return [...waiting.values()].sort((a, b) => byDueDate(a.assignment, b.assignment));
}
