import type { AsideReason, AsideText } from '@nghisu/shared/minutes/minutes.records.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import type { Db } from '../../platform/database/db.ts';
import type { StoredEvent } from '../../platform/streams/streams.ts';
import { wholeDocument } from '../minutes.store.ts';
import type { DocumentThread } from '../storing/documentThread.ts';
import type { ThreadPool } from '../storing/threadPool.ts';
import { heldOf, type NewPart, type PartContent } from './aside.store.ts';
import { keepPart } from './keepPart.ts';

type Parts = {
  readonly db: Db;
  readonly pool: ThreadPool;
  readonly publish: (events: readonly StoredEvent[]) => void;
};

type Sections = AsideText['sections'];

/** Parts that were well-formed updates to the text when they came. */
const wellFormed: readonly AsideReason[] = ['closed', 'read_only', 'stranded'];

const unreadable: AsideText = { readable: false, sections: [] };

/**
 * Takes in complete documents that the minutes cannot hold any more, and reads what is kept aside. All of it is decoded
 * in threads, within their limits, and nothing of it comes near the running text.
 */
export class AsideReading {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Keeps the state of a document from somebody's device; false where the minutes hold every line of it. Throws
   * `invalid` where it is no complete document, or takes too long to read.
   */
  async takeIn(
    meetingId: string,
    { personId, update, generation }: Pick<NewPart, 'personId' | 'update' | 'generation'>,
  ): Promise<boolean> {
    const { db, publish } = this.#parts;
    const stored = await wholeDocument(db, meetingId);
    // What came in time to be kept aside for itself is no news either.
    const held = (await heldOf(db, meetingId, personId)).filter(
      part => !part.whole && part.generation === generation && wellFormed.includes(part.reason),
    );
    const base = [...stored.updates, ...held].map(one => one.update);
    const sections = await this.#look(thread => thread.linesBeyond(update, base));
    if (!sections) throw new AppError('invalid');
    if (sections.length === 0) return false;
    const reason = generation === stored.generation ? 'refused' : 'generation';
    const isKept = await keepPart(
      { db, publish, meetingId, weigh: (...given) => this.#withThread(thread => thread.weigh(...given)) },
      { personId, update, generation, reason, whole: true },
    );
    if (!isKept) throw new AppError('conflict', 'minutes.asideFull');
    return true;
  }

  /** Every line of the minutes as they are now. */
  async readPresent(meetingId: string): Promise<Sections> {
    const { updates } = await wholeDocument(this.#parts.db, meetingId);
    return this.#withThread(thread => thread.lines(updates.map(row => row.update)));
  }

  /** The text of a part that the minutes do not hold. */
  async read(meetingId: string, { update, whole, generation }: PartContent): Promise<AsideText> {
    const stored = await wholeDocument(this.#parts.db, meetingId);
    const base = stored.updates.map(row => row.update);
    const sections = await this.#look(thread =>
      whole
        ? thread.linesBeyond(update, base)
        : // An update to a text that is gone would fall into wrong places of this one.
          thread.linesBrought(update, generation === stored.generation ? base : []),
    );
    return sections ? { readable: true, sections } : unreadable;
  }

  /** Null also where the look was too much for its thread. */
  async #look(work: (thread: DocumentThread) => Promise<Sections | null>): Promise<Sections | null> {
    return await this.#withThread(async thread => {
      try {
        return await work(thread);
      } catch (error) {
        if (thread.ended) return null;
        throw error;
      }
    });
  }

  async #withThread<Value>(work: (thread: DocumentThread) => Promise<Value>): Promise<Value> {
    const { pool } = this.#parts;
    const thread = await pool.borrow({ yieldThread: () => false });
    try {
      return await work(thread);
    } finally {
      pool.giveBack(thread);
    }
  }
}
