import { closingSection, openingSection } from '@nghisu/shared/minutes/document/schema.ts';
import type { Db, Tx } from '../platform/database/db.ts';
import { appendUpdates, type Head, headOf, lockHead, updatesAfter } from './minutes.store.ts';
import type { DocumentThread } from './storing/documentThread.ts';
import type { ThreadPool } from './storing/threadPool.ts';
import { tryAgain } from './storing/tryAgain.ts';

/** The agenda of a meeting, in its order, as the domain above knows it. */
export type AgendaOf = (
  tx: Tx,
  meetingId: string,
) => Promise<readonly { readonly id: string; readonly title: string }[]>;

type Parts = {
  readonly db: Db;
  readonly pool: ThreadPool;
  readonly agendaOf: AgendaOf;
  /** The sections are as they should be, and this is where the document stands. */
  readonly onKept: (meetingId: string, head: Head) => void;
};

/**
 * Brings the sections of documents in line with their agendas. Whoever does it at the same time, here or in another
 * process, waits for the lock of the document's row and finds nothing left to do: a section is made exactly once.
 */
export class SectionKeeper {
  readonly #parts: Parts;
  readonly #running = new Map<string, Promise<void>>();
  readonly #waiting = new Map<string, Promise<void>>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The sections that the minutes of a meeting have to have. */
  async wanted(meetingId: string): Promise<string[]> {
    return await this.#parts.db.transaction(tx => this.#wanted(tx, meetingId));
  }

  /** Done when the sections follow the agenda as it is now. Many calls at once are two: the one at work and the next. */
  async keep(meetingId: string): Promise<void> {
    const running = this.#running.get(meetingId);
    if (!running) return await this.#run(meetingId);
    const next =
      this.#waiting.get(meetingId) ??
      running
        .catch(() => {})
        .then(() => {
          this.#waiting.delete(meetingId);
          return this.#run(meetingId);
        });
    this.#waiting.set(meetingId, next);
    await next;
  }

  async #run(meetingId: string): Promise<void> {
    const work = this.#keepOnce(meetingId).finally(() => this.#running.delete(meetingId));
    this.#running.set(meetingId, work);
    await work;
  }

  async #keepOnce(meetingId: string): Promise<void> {
    const { db, pool, onKept } = this.#parts;
    // An agenda mostly changes before there are minutes: no thread and no lock for that.
    if ((await headOf(db, meetingId))?.state !== 'draft') return;
    const thread = await pool.borrow({ yieldThread: () => false });
    try {
      // It has to be up before the row is locked, or everybody who writes waits for that too.
      await thread.unload();
      const head = await tryAgain(() => this.#update(meetingId, thread));
      if (head) onKept(meetingId, head);
    } finally {
      pool.giveBack(thread);
    }
  }

  async #update(meetingId: string, thread: DocumentThread): Promise<Head | null> {
    return await this.#parts.db.transaction(async tx => {
      const head = await lockHead(tx, meetingId);
      if (head?.state !== 'draft') return null;
      const stored = await updatesAfter(tx, meetingId, head.generation);
      await thread.load(stored.map(row => row.update));
      const update = await thread.draftSections(await this.#wanted(tx, meetingId));
      if (!update) return head;
      const seq = await appendUpdates(tx, meetingId, head.generation, [{ update, personId: null }], {
        sections: true,
      });
      return { ...head, seq: seq ?? head.seq };
    });
  }

  async #wanted(tx: Tx, meetingId: string): Promise<string[]> {
    const items = await this.#parts.agendaOf(tx, meetingId);
    return [openingSection, ...items.map(item => item.id), closingSection];
  }
}
