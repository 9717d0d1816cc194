import { clientOwners, headOf, updatesAfter, wholeDocument } from '../minutes.store.ts';
import { type DocumentParts, OtherGeneration } from './documentParts.ts';
import type { DocumentThread } from './documentThread.ts';

/** What another process says it has stored: from `first` to `last`, merged. */
export type Offer = {
  readonly generation: number;
  readonly first: number;
  readonly last: number;
  readonly update: Uint8Array;
};

/**
 * Holds the throw-away copy of one document in a thread, and knows how far of what is stored has been told to the
 * connections here. Callers wait for one call to end before the next. Whatever throws has left the copy discarded, and
 * the next call makes it anew from what is stored.
 */
export class CopyHolder {
  readonly #parts: DocumentParts;
  #thread: DocumentThread | null = null;
  #users = 0;
  #opened = false;
  #told = 0;
  #copied = 0;
  #generation = 0;
  #rows = 0;
  #closed = false;
  #arrived: Uint8Array[] = [];

  constructor(parts: DocumentParts) {
    this.#parts = parts;
  }

  get generation(): number {
    return this.#generation;
  }

  /** True where the minutes are no draft any more, as far as is known here. */
  get closed(): boolean {
    return this.#closed;
  }

  /** The `seq` up to which everything has been told to the connections, or is in `takeArrived`. */
  get told(): number {
    return this.#told;
  }

  /** The `seq` up to which the copy holds everything. */
  get copied(): number {
    return this.#copied;
  }

  /** About how many rows the document is stored in. */
  get rows(): number {
    return this.#rows;
  }

  /** What others stored since the last call, in order: to be told to every connection. */
  takeArrived(): Uint8Array[] {
    return this.#arrived.splice(0);
  }

  /** Works with the copy, which is made first where there is none. */
  async use<Value>(work: (thread: DocumentThread) => Promise<Value>): Promise<Value> {
    this.#users += 1;
    try {
      return await work(await this.#copy());
    } catch (error) {
      this.discard();
      throw error;
    } finally {
      this.#users -= 1;
      if (this.#parts.pool.isWanted) this.park();
    }
  }

  /** Gives the thread back; false where it is at work. */
  park(): boolean {
    if (this.#users > 0 || !this.#thread) return false;
    this.discard();
    return true;
  }

  discard(): void {
    const thread = this.#thread;
    this.#thread = null;
    if (thread) this.#parts.pool.giveBack(thread);
  }

  /** Reads what other processes have stored meanwhile. */
  async catchUp(): Promise<void> {
    const { db, meetingId } = this.#parts;
    const head = await headOf(db, meetingId);
    if (head?.generation !== this.#generation) throw new OtherGeneration();
    this.#closed = head.state === 'closed';
    if (head.seq > this.#told) await this.#readNewRows();
  }

  /** Takes over what another process says it stored, or reads it from the database where the offer does not fit. */
  async accept(offer: Offer): Promise<void> {
    if (offer.generation !== this.#generation || offer.first > this.#told + 1) return await this.catchUp();
    if (offer.last <= this.#told) return;
    this.#rows += offer.last - this.#told;
    await this.#takeIn([offer.update], offer.last);
  }

  /** Notes what was committed here, up to `last`; the copy holds it. */
  async committed(count: number, last: number): Promise<void> {
    // Others were faster: theirs lie between what was told and what was just written.
    if (last - count > this.#told) await this.#readNewRows();
    this.#rows += count;
    this.#told = last;
    this.#copied = last;
  }

  compacted(): void {
    this.#rows = 1;
  }

  async #copy(): Promise<DocumentThread> {
    const { db, meetingId, pool } = this.#parts;
    if (this.#thread?.ended) this.discard();
    if (this.#thread) {
      pool.touch(this.#thread);
      return this.#thread;
    }
    const thread = await pool.borrow({ yieldThread: () => this.park() });
    this.#thread = thread;
    const whole = await wholeDocument(db, meetingId);
    if (this.#opened && whole.generation !== this.#generation) throw new OtherGeneration();
    const owners = await clientOwners(db, meetingId);
    await thread.load(
      whole.updates.map(row => row.update),
      owners.map(owner => [owner.clientId, owner.personId]),
    );
    // A merged row may be among them: it holds what was told, and more. To tell twice is harmless.
    const untold = this.#opened ? whole.updates.filter(row => row.seq > this.#told) : [];
    this.#arrived.push(...untold.map(row => row.update));
    this.#opened = true;
    this.#generation = whole.generation;
    this.#closed = whole.state === 'closed';
    this.#rows = whole.updates.length;
    this.#told = this.#copied = whole.seq;
    return thread;
  }

  async #readNewRows(): Promise<void> {
    const { db, meetingId } = this.#parts;
    const rows = await updatesAfter(db, meetingId, this.#generation, this.#told);
    if (rows.length === 0) return;
    this.#rows += rows.length;
    await this.#takeIn(
      rows.map(row => row.update),
      rows.at(-1)!.seq,
    );
  }

  async #takeIn(updates: Uint8Array[], last: number): Promise<void> {
    this.#arrived.push(...updates);
    this.#told = last;
    if (!this.#thread) return;
    await this.use(thread => thread.absorb(updates));
    this.#copied = last;
  }
}
