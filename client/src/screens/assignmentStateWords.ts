import type { Assignment } from '@nghisu/shared/assignments/assignments.records.ts';
import { assignmentsWords } from '../assignments/assignments.messages.ts';
import { dueWords, progressTone } from '../assignments/state/assignmentState.ts';
import { today } from '../assignments/today.svelte.ts';

/** The state that a sentence of the minutes carries: how far the work is, and how it stands against its due date. */
export function assignmentStateWords(assignment: Assignment): { text: string; tone: string } {
  const due = dueWords(assignment, today.date);
  const words = [assignmentsWords.progress[assignment.progress], due.text].filter(Boolean).join(', ');
  return { text: words, tone: due.isUrgent ? 'wrong' : progressTone[assignment.progress] };
}
