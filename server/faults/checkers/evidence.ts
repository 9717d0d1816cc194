import { type Db, openDatabase } from '../../src/platform/database/db.ts';
import { createLog } from '../../src/platform/log.ts';
import type { Bed } from '../bed/bed.ts';
import type { Entry, Finding } from '../history/history.ts';
import type { Load } from '../load/load.ts';

/** What a checker may look at after a run: what people wrote down, and what is stored. */
export type Evidence = {
  readonly bed: Bed;
  readonly load: Load;
  readonly db: Db;
  readonly history: () => AsyncIterable<Entry>;
};

/** A checker's name, and how it finds what must not be; figures go into `counts` under names of their own. */
export type Checker = {
  readonly name: string;
  readonly check: (evidence: Evidence, counts: Counts) => Promise<Finding[]>;
};

export type Counts = Record<string, number>;

/** A database that is read past servers and links. */
export const openEvidence = (bed: Bed) =>
  openDatabase(bed.cluster.postgres.connectionString, createLog('error'), 4);

/** More of one kind than these say nothing new. */
const mostAlike = 20;

/** Collects what a checker finds, and keeps it readable where everything is wrong. */
export class Findings {
  readonly list: Finding[] = [];
  readonly #checker: string;
  readonly #alike = new Map<string, number>();

  constructor(checker: string) {
    this.#checker = checker;
  }

  add(what: string, where: string): void {
    const count = (this.#alike.get(what) ?? 0) + 1;
    this.#alike.set(what, count);
    if (count <= mostAlike) this.list.push({ checker: this.#checker, what, where });
  }

  /** How often this was found, be it listed or not. */
  count(what: string): number {
    return this.#alike.get(what) ?? 0;
  }
}
