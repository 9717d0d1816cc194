import type { AnyRecord, StreamEvent, SyncReply } from '@nghisu/shared/platform/feed.ts';
import type { Viewer } from '@nghisu/shared/platform/viewer.ts';
import type { Log } from '../log.ts';
import { eventsAfter, headsOf, type StoredEvent } from '../streams/streams.ts';
import { type ReaderParts, type Reading, StreamReader } from './feed.reader.ts';
import { audienceOf, Sight, type View } from './feed.sight.ts';

/** One open connection, as the feed needs it. */
export type Listener = {
  readonly id: string;
  readonly personId: string;
  sendEvents(stream: string, events: readonly StreamEvent[]): void;
  sendReset(stream: string): void;
  sendHeads(heads: Record<string, number>, now: number): void;
};

export type FeedParts = ReaderParts & {
  readonly log: Log;
  /** Told when rights in a stream change, for the sockets that the feed does not know. */
  readonly onRights?: (stream: string, personIds: readonly string[]) => void;
  /** Sends one frame to many listeners, encoded once. */
  readonly sendToMany: (
    listeners: readonly Listener[],
    stream: string,
    events: readonly StreamEvent[],
  ) => void;
};

/** The stream of the organisation, whose posts carry rights. */
const directory = 'org';

type Subscription = {
  readonly listener: Listener;
  /** Null until the first reply: events wait in `early` meanwhile (S3). */
  viewer: Viewer | null;
  /** Those who see the same as the viewer. */
  audience: string;
  early: StoredEvent[];
  /** Rights changed while the first reply was read: read it again. */
  stale: boolean;
};

type OpenStream = {
  /** Up to which `seq` all listeners were told; -1 while nobody was. */
  told: number;
  /** There may be events in the log that nobody was told of. */
  behind: boolean;
  /** The reading from the log that is under way. */
  reading: Promise<void> | null;
  readonly subscriptions: Map<string, Subscription>;
};

/** The streams that this process serves: who listens, and up to which `seq` all were told. */
export class Feed {
  readonly #parts: FeedParts;
  readonly #reader: StreamReader;
  readonly #streams = new Map<string, OpenStream>();
  /** The reading of where the directory stands, while it is under way. */
  #firstHead: Promise<void> | null = null;

  constructor(parts: FeedParts) {
    this.#parts = parts;
    this.#reader = new StreamReader(parts);
    // Followed always: rights that change there concern every listener.
    this.#open(directory);
  }

  /**
   * Starts telling the listener about a stream and answers what it missed since `since` (S2). Joins first, then reads,
   * so that nothing falls in between (S3). Throws `not_found` where the person may not follow the stream.
   */
  async subscribe(listener: Listener, stream: string, since: number, epoch?: string): Promise<SyncReply> {
    const subscription: Subscription = { listener, viewer: null, audience: '', early: [], stale: false };
    const open = this.#open(stream);
    open.subscriptions.set(listener.id, subscription);
    try {
      await this.#followDirectory();
      for (;;) {
        subscription.stale = false;
        const { viewer, reply } = await this.read(listener.personId, stream, since, epoch);
        if (subscription.stale) continue;
        if (open.told < 0) open.told = reply.seq;
        subscription.viewer = viewer;
        subscription.audience = audienceOf(viewer);
        const late = subscription.early.filter(event => event.seq > reply.seq);
        subscription.early = [];
        if (late.length > 0) {
          const { seen } = new Sight(this.#parts.canSee, late).of(viewer, subscription.audience);
          listener.sendEvents(stream, seen);
        }
        return reply;
      }
    } catch (error) {
      // Not if the listener has asked again meanwhile: that has its own answer.
      if (open.subscriptions.get(listener.id) === subscription) this.unsubscribe(listener.id, stream);
      throw error;
    }
  }

  /** What a person sees of a stream after `since`; see `StreamReader`. */
  read(personId: string, stream: string, since: number, epoch?: string): Promise<Reading> {
    return this.#reader.read(personId, stream, since, epoch);
  }

  /** Those who follow the stream and may see the record, for what is told beside the log. */
  listenersWhoSee(stream: string, record: AnyRecord): Listener[] {
    const subscriptions = [...(this.#streams.get(stream)?.subscriptions.values() ?? [])];
    return subscriptions
      .filter(({ viewer }) => viewer !== null && this.#parts.canSee(viewer, record))
      .map(({ listener }) => listener);
  }

  /** The streams that somebody follows here. */
  followed(): string[] {
    return [...this.#streams.keys()];
  }

  unsubscribe(listenerId: string, stream: string): void {
    const open = this.#streams.get(stream);
    open?.subscriptions.delete(listenerId);
    if (open?.subscriptions.size === 0 && stream !== directory) this.#streams.delete(stream);
  }

  /** Forgets a connection that is gone. */
  leave(listenerId: string): void {
    for (const stream of [...this.#streams.keys()]) this.unsubscribe(listenerId, stream);
  }

  /** Events of one stream, from this process or another, in any order, possibly again. */
  receive(stream: string, events: readonly StoredEvent[]): void {
    this.#announceRights(stream, events);
    const open = this.#streams.get(stream);
    if (!open) return;
    if (open.told < 0) {
      // Nobody has been answered yet: hold them back for whoever waits.
      this.#deliver(stream, open.subscriptions, events);
      return;
    }
    const next = events.filter(event => event.seq > open.told).sort((a, b) => a.seq - b.seq);
    if (next.length === 0) return;
    if (next.some((event, index) => event.seq !== open.told + 1 + index)) {
      void this.#readOn(stream);
      return;
    }
    open.told = next.at(-1)!.seq;
    this.#deliver(stream, open.subscriptions, next);
  }

  /**
   * Compares all followed streams with the database and tells what was missed; then every listener gets the heads (S4,
   * S10). To be called every few seconds.
   */
  async beat(now: number): Promise<void> {
    await this.#followDirectory();
    const heads = await headsOf(this.#parts.db, [...this.#streams.keys()]);
    for (const [stream, open] of this.#streams) {
      const head = heads.get(stream) ?? 0;
      if (open.told >= 0 && head > open.told) await this.#readOn(stream);
    }
    const byListener = new Map<Listener, Record<string, number>>();
    for (const [stream, open] of this.#streams) {
      for (const { listener, viewer } of open.subscriptions.values()) {
        if (!viewer) continue;
        const own = byListener.get(listener) ?? {};
        own[stream] = open.told;
        byListener.set(listener, own);
      }
    }
    for (const [listener, own] of byListener) listener.sendHeads(own, now);
  }

  /** How many subscriptions are open, for the metrics. */
  get size(): number {
    let size = 0;
    for (const open of this.#streams.values()) size += open.subscriptions.size;
    return size;
  }

  #open(stream: string): OpenStream {
    const open = this.#streams.get(stream) ?? {
      told: -1,
      behind: false,
      reading: null,
      subscriptions: new Map(),
    };
    this.#streams.set(stream, open);
    return open;
  }

  /** From the first answer on no change of rights in the directory may pass unseen, even one that the bus loses. */
  async #followDirectory(): Promise<void> {
    const open = this.#open(directory);
    if (open.told >= 0) return;
    // A hall that comes at once asks once.
    this.#firstHead ??= headsOf(this.#parts.db, [directory])
      .then(heads => {
        if (open.told < 0) open.told = heads.get(directory) ?? 0;
      })
      .finally(() => {
        this.#firstHead = null;
      });
    await this.#firstHead;
  }

  /** Reads from the log what the bus did not bring; done when everything committed before the call was told. */
  #readOn(stream: string): Promise<void> {
    const open = this.#streams.get(stream);
    if (!open) return Promise.resolve();
    open.behind = true;
    open.reading ??= this.#catchUp(stream, open);
    return open.reading;
  }

  async #catchUp(stream: string, open: OpenStream): Promise<void> {
    try {
      while (open.behind) {
        open.behind = false;
        const events = await eventsAfter(this.#parts.db, stream, open.told, 200);
        // Rights that the directory took away before these events must be gone before anybody is told of them.
        if (events.length > 0 && stream !== directory) await this.#readOn(directory);
        const next = events.filter(event => event.seq > open.told);
        if (next.length === 0) continue;
        open.behind = true;
        open.told = next.at(-1)!.seq;
        this.#announceRights(stream, next);
        this.#deliver(stream, open.subscriptions, next);
      }
    } catch (error) {
      this.#parts.log.warn({ err: error, stream }, 'the log could not be read; the next beat tries again');
    } finally {
      open.reading = null;
    }
  }

  /** Posts and accounts carry rights everywhere: a change in the directory is a change in every stream. */
  #announceRights(stream: string, events: readonly StoredEvent[]): void {
    const personIds = new Set(events.flatMap(event => [...event.rights]));
    if (personIds.size === 0) return;
    this.#parts.onRights?.(stream, [...personIds]);
    if (stream !== directory) return;
    for (const [other, open] of this.#streams) this.#resetChanged(other, open.subscriptions, personIds);
  }

  #deliver(stream: string, subscriptions: Map<string, Subscription>, events: readonly StoredEvent[]): void {
    this.#resetChanged(stream, subscriptions, new Set(events.flatMap(event => [...event.rights])));
    const sight = new Sight(this.#parts.canSee, events);
    const groups = new Map<View, Listener[]>();
    for (const subscription of subscriptions.values()) {
      if (!subscription.viewer) {
        subscription.early.push(...events);
        continue;
      }
      const view = sight.of(subscription.viewer, subscription.audience);
      const listeners = groups.get(view);
      if (listeners) listeners.push(subscription.listener);
      else groups.set(view, [subscription.listener]);
    }
    for (const [{ seen }, listeners] of groups) this.#parts.sendToMany(listeners, stream, seen);
  }

  /** Whoever's rights changed starts anew, before anything of the event reaches them (S6). */
  #resetChanged(
    stream: string,
    subscriptions: Map<string, Subscription>,
    personIds: ReadonlySet<string>,
  ): void {
    if (personIds.size === 0) return;
    for (const [listenerId, subscription] of subscriptions) {
      if (!personIds.has(subscription.listener.personId)) continue;
      if (!subscription.viewer) {
        subscription.stale = true;
        continue;
      }
      subscriptions.delete(listenerId);
      subscription.listener.sendReset(stream);
    }
  }
}
