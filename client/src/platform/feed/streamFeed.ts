import type { Change, StreamEvent, SyncReply } from '@nghisu/shared/platform/feed.ts';

/**
 * What the records of a stream are worth now: `loading` means none yet, `live` equal to the server's, `catchingUp`
 * shown but perhaps old, `gone` not (or no longer) ours to see.
 */
export type FeedState = 'loading' | 'live' | 'catchingUp' | 'gone';

/** Where a feed writes its records; one call for all that arrived together. */
export type RecordStore = { apply(changes: readonly Change[], wipe: boolean): void };

/**
 * A question to the server: what changed after `since`, counted in `epoch`? Its reply is worth nothing after a reset or
 * a lost connection.
 */
export type Ask = { readonly since: number; readonly epoch: string | null; readonly life: number };

/**
 * The rules by which one stream's records follow the server (S2-S5), without network, time or screen. It calls
 * `request` when an answer is needed; whoever carries messages then takes the question from `beginAsk` and brings the
 * reply to `applyReply`. One request stands at a time, however much is missing. It is urgent where nothing is known;
 * a hole may close by itself.
 */
export class FeedMachine {
  readonly #store: RecordStore;
  readonly #request: (urgent: boolean) => void;
  readonly #early = new Map<number, StreamEvent>();
  #waiting: { seq: number; resolve: () => void }[] = [];
  #seq = -1;
  /** The history that `#seq` counts in; null while there is nothing. */
  #epoch: string | null = null;
  /** The newest `seq` heard of; above `#seq` means that something is missing. */
  #known = -1;
  /** Counts resets and lost connections, so that answers to questions asked before are not believed. */
  #life = 0;
  #loaded = false;
  /** True where the server has answered on this connection. Before that events wait: the answer may wipe (S3). */
  #confirmed = false;
  #gone = false;
  #requested = false;
  #ask: Ask | null = null;

  constructor(store: RecordStore, request: (urgent: boolean) => void) {
    this.#store = store;
    this.#request = request;
  }

  /** The last change that the records contain, or -1. */
  get seq(): number {
    return this.#seq;
  }

  /** The history that `seq` counts in, or null. */
  get epoch(): string | null {
    return this.#epoch;
  }

  get state(): FeedState {
    if (this.#gone) return 'gone';
    if (!this.#loaded) return 'loading';
    return this.#confirmed && !this.#isBehind ? 'live' : 'catchingUp';
  }

  /** Takes events in any order, early, late or again; applies what is next in line and asks where there is a hole. */
  receive(events: readonly StreamEvent[]): void {
    for (const event of events) {
      if (event.seq <= this.#seq) continue;
      this.#early.set(event.seq, event);
      this.#known = Math.max(this.#known, event.seq);
    }
    this.#drain();
    this.#askIfBehind();
  }

  /** Takes the newest `seq` of the stream, from a beat or the answer to a command; asks where something is missing (S4). */
  head(seq: number): void {
    this.#known = Math.max(this.#known, seq);
    if (this.#gone) {
      // Whoever is told of changes may see the stream after all: it has just been made.
      this.#gone = false;
      this.#demand(true);
    } else this.#askIfBehind();
  }

  /** The question to send now, or null where nothing is missing any more. A later one replaces an earlier one. */
  beginAsk(): Ask | null {
    if (!this.#requested) return null;
    this.#ask = { since: this.#seq, epoch: this.#epoch, life: this.#life };
    return this.#ask;
  }

  /**
   * Takes the reply to a question. A reply older than what is held changes nothing; only a server restored from a
   * backup takes the feed back: it counts in another epoch, or says "wipe" to a question about its future.
   */
  applyReply(reply: SyncReply, ask: Ask): void {
    if (ask.life !== this.#life) return;
    const before = this.#seq;
    const isOtherHistory = reply.wipe && this.#epoch !== null && reply.epoch !== this.#epoch;
    const rewinds = isOtherHistory || (reply.wipe && reply.seq < ask.since && ask.since === this.#seq);
    if (rewinds) this.#forgetHeard();
    if (rewinds || reply.seq > this.#seq || (reply.wipe && reply.seq === this.#seq)) {
      this.#store.apply(reply.changes, reply.wipe);
      this.#seq = reply.seq;
      this.#epoch = reply.epoch;
      for (const seq of this.#early.keys()) if (seq <= this.#seq) this.#early.delete(seq);
    }
    this.#loaded = true;
    this.#confirmed = true;
    this.#gone = false;
    if (rewinds || ask === this.#ask) {
      this.#ask = null;
      this.#requested = false;
    }
    this.#drain();
    // A reply that brought nothing is no reason to ask at once again: the next beat will tell.
    if (this.#seq > before) this.#askIfBehind();
  }

  /** The server ended the stream's present life (S6): forget everything and start anew. */
  reset(): void {
    this.#forgetAll();
    this.#demand(true);
  }

  /** The stream is not ours to see: forget everything and wait. */
  end(): void {
    this.#forgetAll();
    this.#gone = true;
    this.#settle();
  }

  /** The connection is gone: what is held may be old from now on, and no answer will come. */
  interrupt(): void {
    this.#forgetHeard();
    this.#confirmed = false;
  }

  /** There is a connection (again): ask what was missed. */
  resume(): void {
    this.#demand(true);
  }

  /** Starts from records kept on this device, where nothing newer has arrived; they count as old until confirmed. */
  restore({ seq, epoch }: { seq: number; epoch: string }, changes: readonly Change[]): void {
    if (this.#loaded || this.#gone || this.#ask || this.#life > 0) return;
    this.#store.apply(changes, true);
    this.#seq = seq;
    this.#epoch = epoch;
    this.#loaded = true;
  }

  /** Resolves when the records contain the change `seq`, or when the stream is gone. */
  reached(seq: number): Promise<void> {
    return new Promise(resolve => {
      this.#waiting.push({ seq, resolve });
      this.#settle();
    });
  }

  get #isBehind(): boolean {
    return this.#seq < this.#known;
  }

  #askIfBehind(): void {
    if (this.#confirmed && this.#isBehind && !this.#requested) this.#demand(false);
  }

  #demand(urgent: boolean): void {
    this.#requested = true;
    this.#request(urgent);
  }

  #drain(): void {
    if (!this.#confirmed) return;
    const changes: Change[] = [];
    for (let next = this.#early.get(this.#seq + 1); next; next = this.#early.get(this.#seq + 1)) {
      changes.push(...next.changes);
      this.#seq = next.seq;
      this.#early.delete(next.seq);
    }
    if (changes.length > 0) this.#store.apply(changes, false);
    // The hole closed by itself before anybody was asked.
    if (!this.#isBehind && this.#ask === null) this.#requested = false;
    this.#settle();
  }

  #settle(): void {
    const isOver = (seq: number) => this.#gone || (this.#loaded && this.#seq >= seq);
    const settled = this.#waiting.filter(waiter => isOver(waiter.seq));
    if (settled.length === 0) return;
    this.#waiting = this.#waiting.filter(waiter => !isOver(waiter.seq));
    for (const { resolve } of settled) resolve();
  }

  #forgetAll(): void {
    this.#forgetHeard();
    this.#store.apply([], true);
    this.#seq = -1;
    this.#epoch = null;
    this.#loaded = false;
    this.#confirmed = false;
    this.#gone = false;
  }

  #forgetHeard(): void {
    this.#life += 1;
    this.#known = -1;
    this.#early.clear();
    this.#ask = null;
    this.#requested = false;
  }
}
