import type { Assignment, ProgressState } from './assignments.records.ts';

export const timeStatuses = ['inTerm', 'nearlyOverdue', 'overdue', 'noDeadline', 'onTime', 'late'] as const;
export type TimeStatus = (typeof timeStatuses)[number];

/** An open assignment is nearly overdue in its last three days, as the national follow-up system colours it. */
export const nearlyOverdueDays = 3;

const dayMs = 86_400_000;

/** Whole days from one calendar date to another; negative where `to` is earlier. */
const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** Days until the due date; negative once it has passed; null without one. */
export const daysLeft = (assignment: Pick<Assignment, 'dueDate'>, today: string): number | null =>
  assignment.dueDate === null ? null : daysFrom(today, assignment.dueDate);

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
  const left = daysFrom(today, assignment.dueDate);
  if (left < 0) return 'overdue';
  return left <= nearlyOverdueDays ? 'nearlyOverdue' : 'inTerm';
}

const steps: Record<ProgressState, readonly ProgressState[]> = {
  notStarted: ['inProgress', 'declined'],
  inProgress: ['inProgress', 'awaitingConfirmation'],
  awaitingConfirmation: ['completed', 'rework'],
  rework: ['inProgress', 'awaitingConfirmation'],
  completed: ['rework'],
  declined: ['rework'],
};

/** True where the work may go from one state to another. */
export const mayProgress = (from: ProgressState, to: ProgressState): boolean => steps[from].includes(to);

/** True while somebody still has to do something about it. */
export const isOpen = (assignment: Pick<Assignment, 'progress'>): boolean =>
  assignment.progress !== 'completed';
