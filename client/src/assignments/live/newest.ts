import type { Assignment } from '@nghisu/shared/assignments/assignments.records.ts';

/** Each of the assignments once, by id, in the newest revision that is among them. */
export function newestOf(assignments: Iterable<Assignment>): Map<string, Assignment> {
  const newest = new Map<string, Assignment>();
  addNewest(newest, assignments);
  return newest;
}

/** Puts assignments where none, or an older revision, stands. */
export function addNewest(to: Map<string, Assignment>, assignments: Iterable<Assignment>): void {
  for (const assignment of assignments) {
    if ((to.get(assignment.id)?.revision ?? 0) < assignment.revision) to.set(assignment.id, assignment);
  }
}
