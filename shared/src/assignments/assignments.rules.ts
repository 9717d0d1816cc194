import { daysBetween } from '../platform/dates.ts';
import { type Assignment, type ProgressState, progressStates } from './assignments.records.ts';

export const timeStatuses = ['inTerm', 'nearlyOverdue', 'overdue', 'noDeadline', 'onTime', 'late'] as const;
export type TimeStatus = (typeof timeStatuses)[number];

/** An open assignment is nearly overdue in its last three days, as the national follow-up system colours it. */
export const nearlyOverdueDays = 3;

/** Days until the due date; negative once it has passed; null without one. */
export const daysLeft = (assignment: Pick<Assignment, 'dueDate'>, today: string): number | null =>
  assignment.dueDate === null ? null : daysBetween(today, assignment.dueDate);

/**
 * How an assignment stands against its due date, derived from dates (Decision 42/2014/QĐ-TTg). Declared work is
 * judged by the day of the declaration, so that a slow confirmation makes nobody late.
 */
export function timeStatus(
  assignment: Pick<Assignment, 'dueDate' | 'completedOn'>,
  today: string,
): TimeStatus {
  if (assignment.dueDate === null) return assignment.completedOn === null ? 'noDeadline' : 'onTime';
  if (assignment.completedOn !== null)
    return assignment.completedOn <= assignment.dueDate ? 'onTime' : 'late';
  const left = daysBetween(today, assignment.dueDate);
  if (left < 0) return 'overdue';
  return left <= nearlyOverdueDays ? 'nearlyOverdue' : 'inTerm';
}

/** What may be done to an assignment after it was given; each is a command, `assignments.<step>`. */
export type Step =
  | 'correct'
  | 'accept'
  | 'decline'
  | 'nameResponsible'
  | 'reportProgress'
  | 'submit'
  | 'confirm'
  | 'return';

/** From which states a step may be taken, and the state to which it leads; null leaves it as it is. */
const steps: Record<Step, { readonly from: readonly ProgressState[]; readonly to: ProgressState | null }> = {
  correct: { from: progressStates.filter(state => state !== 'completed'), to: null },
  accept: { from: ['notStarted', 'rework'], to: 'inProgress' },
  decline: { from: ['notStarted'], to: 'declined' },
  nameResponsible: { from: ['notStarted', 'inProgress', 'awaitingConfirmation', 'rework'], to: null },
  reportProgress: { from: ['inProgress', 'rework'], to: 'inProgress' },
  submit: { from: ['inProgress', 'rework'], to: 'awaitingConfirmation' },
  confirm: { from: ['awaitingConfirmation'], to: 'completed' },
  return: { from: ['awaitingConfirmation', 'completed', 'declined'], to: 'rework' },
};

/** True where the state of the work allows the step; whether the person may take it is for the policies. */
export const mayTake = (step: Step, assignment: Pick<Assignment, 'progress'>): boolean =>
  steps[step].from.includes(assignment.progress);

/** True where the work may go from one state to another. */
export const mayProgress = (from: ProgressState, to: ProgressState): boolean =>
  Object.values(steps).some(step => step.to === to && step.from.includes(from));

/** True while somebody still has to do something about it. */
export const isOpen = (assignment: Pick<Assignment, 'progress'>): boolean =>
  assignment.progress !== 'completed';
