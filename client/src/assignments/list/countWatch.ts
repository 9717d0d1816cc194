import type { Assignment } from '@nghisu/shared/assignments/assignments.records.ts';

type Known = { readonly revision: number; readonly counted: string };

/** What of an assignment decides where it is counted; a report or a percentage changes no count. */
const countedBy = ({ progress, dueDate, completedOn, responsibleId, content }: Assignment): string =>
  JSON.stringify([progress, dueDate, completedOn, responsibleId, content]);

/**
 * Tells what may have changed the counts since they were read. A stream that is followed anew brings much that was
 * counted already: of what is seen for the first time, only what was given later is new.
 */
export class CountWatch {
  readonly #known = new Map<string, Known>();
  #since: string;

  /** `since`: when the counts were read, as an ISO instant of the server. */
  constructor(since: string) {
    this.#since = since;
  }

  /** The counts and these rows were read together. */
  read(rows: readonly Assignment[], since: string): void {
    this.#since = since;
    for (const row of rows) this.#note(row);
  }

  /** Those of the assignments that may count elsewhere than before; each is told once. */
  changed(assignments: readonly Assignment[]): Assignment[] {
    return assignments.filter(one => {
      const before = this.#known.get(one.id);
      if (before && before.revision >= one.revision) return false;
      this.#note(one);
      return before ? before.counted !== countedBy(one) : one.assignedAt > this.#since;
    });
  }

  #note(one: Assignment): void {
    if ((this.#known.get(one.id)?.revision ?? 0) < one.revision)
      this.#known.set(one.id, { revision: one.revision, counted: countedBy(one) });
  }
}
