import { DocumentThread, type ThreadLimits } from './documentThread.ts';

/** Whoever holds a thread and can be asked to give it back while it has nothing to do. */
type Holder = {
  /** Gives the thread back, or answers false because it is in use. */
  yieldThread(): boolean;
};

/** One ready for the next document, and one that came back, so that short work never costs the start of a thread. */
const mostSpare = 2;

/**
 * Lends threads, one document each, so that no document waits for the work of another. Where all are lent, the holder
 * that used its thread longest ago is asked to give it back: a copy is made anew from the database when needed.
 */
export class ThreadPool {
  readonly #limits: ThreadLimits;
  readonly #most: number;
  readonly #spare: DocumentThread[] = [];
  /** In the order of last use, the oldest first. */
  readonly #lent = new Map<DocumentThread, Holder>();
  readonly #queue: (() => void)[] = [];
  #closed = false;

  constructor(limits: ThreadLimits, most: number) {
    this.#limits = limits;
    this.#most = most;
    this.#warm();
  }

  /** How many threads exist. */
  get size(): number {
    return this.#spare.length + this.#lent.size;
  }

  /** True while somebody waits for a thread: whoever is done gives his back. */
  get isWanted(): boolean {
    return this.#queue.length > 0;
  }

  async borrow(holder: Holder): Promise<DocumentThread> {
    for (;;) {
      if (this.#closed) throw new Error('the minutes server is closed');
      const thread = this.#spare.pop() ?? this.#grow();
      if (thread && !thread.ended) {
        this.#lent.set(thread, holder);
        this.#warm();
        return thread;
      }
      if (thread || this.#reclaim()) continue;
      await new Promise<void>(resolve => this.#queue.push(resolve));
    }
  }

  /** Notes that the thread was used just now. */
  touch(thread: DocumentThread): void {
    const holder = this.#lent.get(thread);
    if (!holder) return;
    this.#lent.delete(thread);
    this.#lent.set(thread, holder);
  }

  giveBack(thread: DocumentThread): void {
    if (!this.#lent.delete(thread)) return;
    if (this.#closed || thread.ended || this.#spare.length >= mostSpare) void thread.end();
    else {
      this.#spare.push(thread);
      thread.unload().catch(() => void thread.end());
    }
    this.#queue.shift()?.();
  }

  async close(): Promise<void> {
    this.#closed = true;
    const threads = [...this.#spare, ...this.#lent.keys()];
    this.#spare.length = 0;
    this.#lent.clear();
    for (const wake of this.#queue.splice(0)) wake();
    await Promise.all(threads.map(thread => thread.end()));
  }

  /** Keeps one thread ready: starting one takes longer than loading most documents. */
  #warm(): void {
    if (this.#spare.length === 0 && this.size < this.#most)
      this.#spare.push(new DocumentThread(this.#limits));
  }

  #grow(): DocumentThread | null {
    return this.size < this.#most ? new DocumentThread(this.#limits) : null;
  }

  #reclaim(): boolean {
    for (const holder of [...this.#lent.values()]) if (holder.yieldThread()) return true;
    return false;
  }
}
