import type { Assignment, ProgressState } from '@nghisu/shared/assignments/assignments.records.ts';
import {
  daysLeft,
  isOpen,
  type TimeStatus,
  timeStatus,
} from '@nghisu/shared/assignments/assignments.rules.ts';
import { daysBetween } from '@nghisu/shared/platform/dates.ts';
import { platformWords } from '../../platform/platform.messages.ts';
import { assignmentsWords as words } from '../assignments.messages.ts';

/** The shape beside the word of a state. */
export type Tone = 'plain' | 'waiting' | 'now' | 'done' | 'wrong';

/** How far the work is, as a word with its shape. */
export const progressTone: Record<ProgressState, Tone> = {
  notStarted: 'plain',
  inProgress: 'waiting',
  awaitingConfirmation: 'now',
  completed: 'done',
  rework: 'wrong',
  declined: 'wrong',
};

export type DueWords = { readonly text: string; readonly status: TimeStatus; readonly isUrgent: boolean };

/**
 * How an assignment stands against its due date, in words: "còn 3 ngày", "quá hạn 5 ngày", and for declared work
 * "đúng hạn" or "chậm 2 ngày". `isUrgent` where the open work is overdue.
 */
export function dueWords(
  assignment: Pick<Assignment, 'dueDate' | 'completedOn' | 'progress'>,
  today: string,
): DueWords {
  const status = timeStatus(assignment, today);
  const isUrgent = status === 'overdue' && isOpen(assignment);
  return { text: textOf(assignment, status, today), status, isUrgent };
}

function textOf(
  assignment: Pick<Assignment, 'dueDate' | 'completedOn'>,
  status: TimeStatus,
  today: string,
): string {
  const { dueDate, completedOn } = assignment;
  if (dueDate === null) return words.due.none;
  if (status === 'onTime') return words.due.onTime;
  if (completedOn !== null) return words.due.late(daysBetween(dueDate, completedOn));
  const left = daysLeft(assignment, today) ?? 0;
  if (left === 0) return words.due.today;
  return left > 0 ? words.due.left(left) : words.due.overdue(-left);
}

/** How often it is to be reported: "hằng tháng, ngày 25"; null where it does not recur. */
export function recurrenceWords(recurrence: Assignment['recurrence']): string | null {
  if (recurrence === null) return null;
  const { every, day } = recurrence;
  if (day === null) return words.every[every].toLowerCase();
  if (every !== 'week') return words.everyOn[every](day);
  return words.everyOn.week(platformWords.dates.weekdays[day - 1] ?? '');
}
