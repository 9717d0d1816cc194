import { foldText } from '../platform/text.ts';
import { isInUnit, isOrganiser, type Viewer } from '../platform/viewer.ts';
import type { AssignmentQuery, AssignmentScope } from './assignments.query.ts';
import type { Assignment } from './assignments.records.ts';
import { timeStatus } from './assignments.rules.ts';

/** Words of letters and digits only, folded, so that "KT-XH" and "30/12" are found however they are written. */
export const searchWords = (text: string): string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Every word occurs in the content or the quote, the last one at least by its beginning. */
function matchesText(assignment: Pick<Assignment, 'content' | 'quote'>, text: string): boolean {
  const wanted = searchWords(text);
  const beginning = wanted.pop();
  if (beginning === undefined) return true;
  const words = searchWords(`${assignment.content} ${assignment.quote}`);
  return wanted.every(word => words.includes(word)) && words.some(word => word.startsWith(beginning));
}

/** True where the assignment belongs to a scope of the list; `viewer.meetingRole` is the role in its meeting. */
export function isInScope(viewer: Viewer, scope: AssignmentScope, assignment: Assignment): boolean {
  const { responsibleId, leadUnitId, coordinatingUnitIds, assignedById } = assignment;
  switch (scope) {
    case 'mine':
      if (responsibleId !== null) return responsibleId === viewer.personId;
      return viewer.units.some(unit => unit.unitId === leadUnitId && unit.head);
    case 'unit':
      return [leadUnitId, ...coordinatingUnitIds].some(unitId => isInUnit(viewer, unitId));
    case 'given':
      return assignedById === viewer.personId || isOrganiser(viewer);
    case 'all':
      return true;
  }
}

/** True where the list that the query asks for would contain the assignment, for a viewer who may see it. */
export function matchesQuery(
  viewer: Viewer,
  query: Omit<AssignmentQuery, 'after' | 'limit'>,
  assignment: Assignment,
  today: string,
): boolean {
  const { state, time, unit, meeting, dueFrom, dueTo, text } = query;
  const { dueDate } = assignment;
  return (
    isInScope(viewer, query.scope, assignment) &&
    (state.length === 0 || state.includes(assignment.progress)) &&
    (time.length === 0 || time.includes(timeStatus(assignment, today))) &&
    (unit === undefined || assignment.leadUnitId === unit) &&
    (meeting === undefined || assignment.meetingId === meeting) &&
    (dueFrom === undefined || (dueDate !== null && dueDate >= dueFrom)) &&
    (dueTo === undefined || (dueDate !== null && dueDate <= dueTo)) &&
    matchesText(assignment, text)
  );
}

/** The order of the list: by due date, those without one last, then by id. */
export const byDueDate = (
  a: Pick<Assignment, 'dueDate' | 'id'>,
  b: Pick<Assignment, 'dueDate' | 'id'>,
): number => {
  const [left, right] = [`${a.dueDate ?? 'none'} ${a.id}`, `${b.dueDate ?? 'none'} ${b.id}`];
  return left < right ? -1 : Number(left > right);
};
