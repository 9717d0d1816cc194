import type { Problem } from '@nghisu/shared/platform/errors.ts';
import type { StreamEvent, SyncReply } from '@nghisu/shared/platform/feed.ts';
import { type Answer, protocolVersion, type Subscribe } from '@nghisu/shared/protocol.ts';
import type { StreamCopies } from '../device/localCopy.ts';
import { StreamFeed } from '../feed/streamFeed.svelte.ts';
import { retryDelayMs } from './retryDelay.ts';

/** The connection, as subscriptions use it. A request rejects where no answer came. */
type Wire = {
  readonly isOpen: boolean;
  subscribe(message: Subscribe): Promise<Answer<SyncReply>>;
  unsubscribe(stream: string): Promise<unknown>;
  /** The server gave a problem for an answer: it may concern the whole connection. */
  refused(problem: Problem): void;
};

/** Waits in milliseconds; tests shorten them. */
export type SubscriptionTiming = {
  /** Longest wait before a hole is asked about: most close by themselves, and a hall must not ask in one instant. */
  readonly holeMs: number;
  /** A stream that nobody uses is kept for so long: the next screen often wants it again. */
  readonly lingerMs: number;
  /** Changes are kept on this device at most this often. */
  readonly keepMs: number;
  readonly retryMs: (tries: number) => number;
};

export const usualSubscriptionTiming: SubscriptionTiming = {
  holeMs: 150,
  lingerMs: 5_000,
  keepMs: 3_000,
  retryMs: retryDelayMs,
};

type Timer = ReturnType<typeof setTimeout>;

type Subscription = {
  readonly feed: StreamFeed;
  users: number;
  /** What this device had kept has been looked at; before that nothing is asked, for it says from where. */
  ready: boolean;
  /** Counts questions sent; the answer to any but the last is not waited for. */
  turn: number;
  tries: number;
  /** Beats in a row that did not name the stream: the server no longer thinks that we follow it. */
  unheard: number;
  ask: Timer | undefined;
  linger: Timer | undefined;
  keep: Timer | undefined;
};

/** The streams that the screens use, each subscribed once however many use it, and subscribed anew when needed. */
export class Subscriptions {
  readonly #wire: Wire;
  readonly #copies: StreamCopies;
  readonly #timing: SubscriptionTiming;
  readonly #byStream = new Map<string, Subscription>();

  constructor(wire: Wire, copies: StreamCopies, timing: SubscriptionTiming) {
    this.#wire = wire;
    this.#copies = copies;
    this.#timing = timing;
  }

  get size(): number {
    return this.#byStream.size;
  }

  /** The feed of a stream, the same for all its users; each must `release` it once. */
  subscribe(stream: string): StreamFeed {
    const subscription = this.#byStream.get(stream) ?? this.#start(stream);
    clearTimeout(subscription.linger);
    subscription.users += 1;
    return subscription.feed;
  }

  release(stream: string): void {
    const subscription = this.#byStream.get(stream);
    if (!subscription) return;
    subscription.users = Math.max(0, subscription.users - 1);
    if (subscription.users > 0) return;
    clearTimeout(subscription.linger);
    subscription.linger = setTimeout(() => this.#leave(stream, subscription), this.#timing.lingerMs);
  }

  find(stream: string): StreamFeed | null {
    return this.#byStream.get(stream)?.feed ?? null;
  }

  receive(stream: string, events: readonly StreamEvent[]): void {
    this.find(stream)?.receive(events);
  }

  heads(heads: Readonly<Record<string, number>>): void {
    for (const [stream, subscription] of this.#byStream) {
      const seq = heads[stream];
      if (seq !== undefined) {
        subscription.unheard = 0;
        subscription.feed.head(seq);
      } else if (subscription.feed.state === 'live') {
        // One beat may have crossed our question; after two the server has lost us, and would never tell.
        subscription.unheard += 1;
        if (subscription.unheard > 1) subscription.feed.resume();
      }
    }
  }

  reset(stream: string): void {
    void this.#copies.drop(stream);
    this.find(stream)?.reset();
  }

  /** The connection is there: ask every stream what was missed. */
  resume(): void {
    for (const { feed, ready } of this.#byStream.values()) if (ready) feed.resume();
  }

  interrupt(): void {
    for (const subscription of this.#byStream.values()) {
      clearTimeout(subscription.ask);
      subscription.turn += 1;
      subscription.tries = 0;
      subscription.feed.interrupt();
    }
  }

  /** Asks one stream what was missed, to learn whether the connection is alive. */
  probe(): void {
    const [first] = this.#byStream.values();
    if (first?.ready) first.feed.resume();
  }

  /** Forgets every stream and its records, as at the end of a session. */
  clear(): void {
    const all = [...this.#byStream.values()];
    this.#byStream.clear();
    for (const subscription of all) {
      subscription.feed.reset();
      this.#stopTimers(subscription);
    }
  }

  #start(stream: string): Subscription {
    const feed = new StreamFeed(stream, {
      request: urgent => this.#askIn(subscription, urgent ? 0 : Math.random() * this.#timing.holeMs),
      changed: () => this.#changed(subscription),
    });
    const subscription: Subscription = {
      feed,
      users: 0,
      ready: false,
      turn: 0,
      tries: 0,
      unheard: 0,
      ask: undefined,
      linger: undefined,
      keep: undefined,
    };
    this.#byStream.set(stream, subscription);
    void this.#begin(stream, subscription);
    return subscription;
  }

  async #begin(stream: string, subscription: Subscription): Promise<void> {
    const copy = await this.#copies.read(stream);
    if (copy && this.#holds(subscription)) subscription.feed.restore(copy);
    subscription.ready = true;
    subscription.feed.resume();
  }

  #askIn(subscription: Subscription, delayMs: number): void {
    clearTimeout(subscription.ask);
    subscription.ask = setTimeout(() => void this.#ask(subscription), delayMs);
  }

  async #ask(subscription: Subscription): Promise<void> {
    const { feed } = subscription;
    if (!this.#wire.isOpen || !subscription.ready || !this.#holds(subscription)) return;
    const ask = feed.beginAsk();
    if (!ask) return;
    subscription.turn += 1;
    const { turn } = subscription;
    const message = {
      stream: feed.stream,
      since: ask.since,
      ...(ask.epoch !== null && { epoch: ask.epoch }),
      protocol: protocolVersion,
    };
    const answer = await this.#wire.subscribe(message).catch(() => null);
    if (subscription.turn !== turn || !this.#holds(subscription)) return;
    if (answer?.ok) {
      subscription.tries = 0;
      subscription.unheard = 0;
      feed.applyReply(answer, ask);
    } else this.#unanswered(subscription, answer?.problem ?? null);
  }

  #unanswered(subscription: Subscription, problem: Problem | null): void {
    if (problem?.code === 'not_found' || problem?.code === 'invalid') {
      void this.#copies.drop(subscription.feed.stream);
      subscription.feed.end();
      return;
    }
    if (problem) this.#wire.refused(problem);
    this.#askIn(subscription, this.#timing.retryMs(subscription.tries));
    subscription.tries += 1;
  }

  #changed(subscription: Subscription): void {
    if (subscription.keep !== undefined || subscription.feed.state !== 'live') return;
    subscription.keep = setTimeout(() => this.#keep(subscription), this.#timing.keepMs);
  }

  #keep(subscription: Subscription): void {
    clearTimeout(subscription.keep);
    subscription.keep = undefined;
    const { feed } = subscription;
    // Also what a lost connection has just left behind: records are whole at their seq in either state.
    const copy = feed.state === 'live' || feed.state === 'catchingUp' ? feed.copy() : null;
    if (copy) void this.#copies.keep(feed.stream, copy);
  }

  #leave(stream: string, subscription: Subscription): void {
    if (subscription.keep !== undefined) this.#keep(subscription);
    this.#stopTimers(subscription);
    this.#byStream.delete(stream);
    if (this.#wire.isOpen) this.#wire.unsubscribe(stream).catch(() => null);
  }

  #stopTimers(subscription: Subscription): void {
    clearTimeout(subscription.ask);
    clearTimeout(subscription.linger);
    clearTimeout(subscription.keep);
    subscription.keep = undefined;
  }

  #holds(subscription: Subscription): boolean {
    return this.#byStream.get(subscription.feed.stream) === subscription;
  }
}
