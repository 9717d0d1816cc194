import { AppError } from '@nghisu/shared/platform/errors.ts';
import {
  type AnyRecord,
  newestChanges,
  put,
  type StreamEvent,
  type SyncReply,
} from '@nghisu/shared/platform/feed.ts';
import type { Viewer } from '@nghisu/shared/platform/viewer.ts';
import type { Db, Tx } from '../database/db.ts';
import { SharedQuestion } from '../database/sharedQuestion.ts';
import { eventsAfter, headsOf, rightsChangedSince } from '../streams/streams.ts';
import { type CanSee, visibleChanges } from './feed.sight.ts';

/** A catch-up longer than this is answered with a snapshot. */
export const longestCatchUp = 500;

export type ReaderParts = {
  readonly db: Db;
  /** The history that this database's numbers count in. */
  readonly epoch: string;
  /** The viewers of a stream by person; absent who may not follow it. */
  readonly followersOf: (
    tx: Tx,
    personIds: readonly string[],
    stream: string,
  ) => Promise<Map<string, Viewer>>;
  /** Every record that the stream holds now. */
  readonly snapshotOf: (tx: Tx, stream: string) => Promise<AnyRecord[]>;
  readonly canSee: CanSee;
};

/** What a person sees of a stream, read at one instant. */
export type Reading = { readonly viewer: Viewer; readonly reply: SyncReply };

type Question = {
  readonly personId: string;
  /** The last `seq` of ours that the person holds; -1 for none. */
  readonly since: number;
};

/** Answers what people miss of streams (S2). Those who ask for the same stream at the same time share a reading. */
export class StreamReader {
  readonly #parts: ReaderParts;
  readonly #questions = new Map<string, SharedQuestion<Question, Reading | null>>();

  constructor(parts: ReaderParts) {
    this.#parts = parts;
  }

  /**
   * What a person sees of a stream after `since`, as of an instant after the call; all of it where `since` counts in
   * another epoch. Throws `not_found`.
   */
  async read(personId: string, stream: string, since: number, inEpoch?: string): Promise<Reading> {
    const isOurs = inEpoch === undefined || inEpoch === this.#parts.epoch;
    const shared =
      this.#questions.get(stream) ?? new SharedQuestion(questions => this.#read(stream, questions));
    this.#questions.set(stream, shared);
    try {
      const reading = await shared.ask({ personId, since: isOurs ? since : -1 });
      if (!reading) throw new AppError('not_found');
      return reading;
    } finally {
      if (shared.isIdle && this.#questions.get(stream) === shared) this.#questions.delete(stream);
    }
  }

  #read(stream: string, questions: readonly Question[]): Promise<(Reading | null)[]> {
    const { db, followersOf, epoch, canSee } = this.#parts;
    return db.transaction(
      async tx => {
        const personIds = [...new Set(questions.map(({ personId }) => personId))];
        const viewers = await followersOf(tx, personIds, stream);
        if (viewers.size === 0) return questions.map(() => null);
        const seq = (await headsOf(tx, [stream])).get(stream) ?? 0;
        const allowed = questions.filter(({ personId }) => viewers.has(personId));
        const near = await this.#near(tx, stream, seq, allowed);
        const events = await eventsFor(tx, stream, seq, near);
        const records = near.size < allowed.length ? await this.#parts.snapshotOf(tx, stream) : [];
        return questions.map(question => {
          const viewer = viewers.get(question.personId);
          if (!viewer) return null;
          const wipe = !near.has(question);
          const changes = wipe ? records.filter(record => canSee(viewer, record)).map(put) : [];
          if (!wipe) changes.push(...missed(canSee, viewer, events, question.since));
          return { viewer, reply: { epoch, seq, wipe, changes } };
        });
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    );
  }

  /** Who can be brought up to date by what changed since, with the rights that they had then. */
  async #near(tx: Tx, stream: string, seq: number, questions: readonly Question[]): Promise<Set<Question>> {
    const near = new Set<Question>();
    const bySince = Map.groupBy(questions, ({ since }) => since);
    for (const [since, group] of bySince) {
      if (since < 0 || since > seq || seq - since > longestCatchUp) continue;
      const personIds = group.map(({ personId }) => personId);
      const changed = await rightsChangedSince(tx, stream, since, personIds);
      for (const question of group) if (!changed.has(question.personId)) near.add(question);
    }
    return near;
  }
}

async function eventsFor(
  tx: Tx,
  stream: string,
  seq: number,
  near: ReadonlySet<Question>,
): Promise<StreamEvent[]> {
  const since = Math.min(seq, ...[...near].map(question => question.since));
  return since === seq ? [] : eventsAfter(tx, stream, since, longestCatchUp);
}

function missed(canSee: CanSee, viewer: Viewer, events: readonly StreamEvent[], since: number) {
  const after = events.filter(({ seq }) => seq > since);
  return visibleChanges(canSee, viewer, newestChanges(after.flatMap(({ changes }) => [...changes])));
}
