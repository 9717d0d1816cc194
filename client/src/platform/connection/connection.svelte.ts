import type { CommandEnvelope } from '@nghisu/shared/platform/commands.ts';
import type { Problem } from '@nghisu/shared/platform/errors.ts';
import type { Answer, PlaceMessage, PlaceNews } from '@nghisu/shared/protocol.ts';
import { untrack } from 'svelte';
import { ServerClock, steadyMs } from '../clock/serverClock.ts';
import { LocalCopies, type StreamCopies } from '../device/localCopy.ts';
import type { StreamFeed } from '../feed/streamFeed.svelte.ts';
import { type ConnectionTiming, usualTiming } from './connectionTiming.ts';
import {
  type AnswerTo,
  createSocket,
  type MessageOf,
  type ProductSocket,
  type Question,
  question,
  refusalOf,
} from './socket.ts';
import { Subscriptions } from './subscriptions.ts';
import { onWake } from './wake.ts';

/**
 * What may be said of the connection (S11): `live` where the server was heard a moment ago; else since when it was
 * not, in the server's time, or null where it has never been heard.
 */
type ConnectionState = {
  readonly kind: 'live' | 'reconnecting' | 'offline';
  readonly since: Date | null;
};

/** Where to connect and what to tell; the page's own server where nothing is said. */
export type ConnectionParts = {
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly copies?: StreamCopies;
  readonly timing?: Partial<ConnectionTiming>;
};

/** What others do when the connection learns something. */
export type ConnectionListeners = {
  /** The connection is there, for the first time or again. */
  live: () => void;
  /** The session has ended. */
  unauthenticated: () => void;
  /** Rights of this person changed (S6). */
  rightsChanged: () => void;
};

/** The one line to the server: keeps it up, tells the truth about it, and shares the streams among the screens. */
export class Connection {
  readonly #parts: ConnectionParts;
  readonly #timing: ConnectionTiming;
  readonly #subscriptions: Subscriptions;
  readonly #clock = new ServerClock();
  #state = $state.raw<ConnectionState>({ kind: 'offline', since: null });
  #isOutdated = $state.raw(false);
  #listeners: Partial<ConnectionListeners> = {};
  readonly #placeListeners = new Set<(news: PlaceNews) => void>();
  #socket: ProductSocket | null = null;
  #stopWaking = () => {};
  #tries = 0;
  #heardAt = 0;
  #lostAt: Date | null = null;
  #next: ReturnType<typeof setTimeout> | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;

  constructor(parts: ConnectionParts = {}) {
    this.#parts = parts;
    this.#timing = { ...usualTiming, ...parts.timing };
    const isOpen = () => this.isOpen;
    this.#subscriptions = new Subscriptions(
      {
        get isOpen() {
          return isOpen();
        },
        subscribe: message => this.#request('subscribe', message),
        unsubscribe: stream => this.#request('unsubscribe', { stream }),
        refused: problem => this.#refused(problem),
      },
      parts.copies ?? new LocalCopies(),
      this.#timing,
    );
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** True where the server no longer speaks this page's protocol: the page has to be loaded anew. */
  get isOutdated(): boolean {
    return this.#isOutdated;
  }

  /** True where a message can be sent now. */
  get isOpen(): boolean {
    return this.#socket?.connected === true;
  }

  /** The server's clock in milliseconds since 1970. */
  now(): number {
    return this.#clock.now();
  }

  /** The feed of a stream, shared by all who subscribe to it; each of them releases it once. */
  subscribe(stream: string): StreamFeed {
    return untrack(() => this.#subscriptions.subscribe(stream));
  }

  release(stream: string): void {
    this.#subscriptions.release(stream);
  }

  /** The feed of a stream that some screen uses, or null. */
  feedOf(stream: string): StreamFeed | null {
    return this.#subscriptions.find(stream);
  }

  /** Sends a command once. Rejects where no answer came: it may have had its effect or not. */
  async command(envelope: CommandEnvelope): Promise<Answer<{ seq: number }>> {
    const answer = await this.#request('command', envelope);
    if (!answer.ok) this.#refused(answer.problem);
    return answer;
  }

  /** Tells where the presenter is, if it can be told at once: a later place is worth more than this one. */
  tellPlace(message: PlaceMessage): void {
    this.#socket?.volatile.emit('place', message, () => undefined);
  }

  /** Calls the listener with every place of a presenter; answers how to stop. */
  onPlace(listener: (news: PlaceNews) => void): () => void {
    this.#placeListeners.add(listener);
    return () => void this.#placeListeners.delete(listener);
  }

  /** Connects, and from now on keeps connecting until `close`. */
  open(listeners: Partial<ConnectionListeners> = {}): void {
    this.#listeners = listeners;
    if (this.#socket) return;
    this.#socket = this.#createSocket();
    this.#tries = 0;
    this.#lostAt = null;
    this.#say('reconnecting');
    this.#watch = setInterval(() => this.#listenForSilence(), this.#timing.silenceMs / 5);
    this.#stopWaking = onWake({ wake: () => this.#wake(), sleep: () => this.#doubt('offline') });
    this.#attempt();
  }

  /** Ends the connection and forgets every stream. */
  close(): void {
    const socket = this.#socket;
    this.#socket = null;
    this.#stopWaking();
    clearTimeout(this.#next);
    clearTimeout(this.#patience);
    clearInterval(this.#watch);
    socket?.disconnect();
    this.#subscriptions.clear();
    this.#lostAt = null;
    this.#say('offline');
  }

  #createSocket(): ProductSocket {
    const { url, headers } = this.#parts;
    const socket = createSocket({ url, headers, connectMs: this.#timing.connectMs });
    socket.on('connect', () => this.#connected());
    socket.on('disconnect', () => this.#lost());
    socket.on('connect_error', error => this.#failed(error));
    socket.on('event', ({ stream, events }) => {
      this.#heard();
      this.#subscriptions.receive(stream, events);
    });
    socket.on('head', ({ heads, now }) => {
      this.#heard();
      this.#clock.beat(now);
      this.#subscriptions.heads(heads);
    });
    socket.on('place', message => {
      for (const listener of this.#placeListeners) listener(message);
    });
    socket.on('reset', ({ stream }) => {
      this.#heard();
      this.#subscriptions.reset(stream);
      this.#listeners.rightsChanged?.();
    });
    socket.io.on('ping', () => this.#heard());
    return socket;
  }

  #attempt(): void {
    clearTimeout(this.#next);
    // Socket.IO has no limit of its own for a server that opens the line and then does not greet.
    this.#next = setTimeout(() => {
      this.#socket?.disconnect();
      this.#attemptLater();
    }, this.#timing.connectMs);
    this.#socket?.connect();
  }

  #attemptLater(): void {
    if (!this.#socket) return;
    clearTimeout(this.#next);
    this.#next = setTimeout(() => this.#attempt(), this.#timing.retryMs(this.#tries));
    this.#tries += 1;
  }

  #connected(): void {
    clearTimeout(this.#next);
    this.#tries = 0;
    this.#isOutdated = false;
    this.#clock.restart();
    this.#heard();
    this.#subscriptions.resume();
    this.#listeners.live?.();
  }

  #lost(): void {
    if (!this.#socket) return;
    this.#subscriptions.interrupt();
    this.#doubt('reconnecting');
    this.#attemptLater();
  }

  #failed(error: Error): void {
    this.#refused(refusalOf(error));
    this.#attemptLater();
  }

  #refused(problem: Problem): void {
    if (problem.code === 'outdated') this.#isOutdated = true;
    if (problem.code === 'unauthenticated') this.#listeners.unauthenticated?.();
  }

  async #request<Name extends Question>(name: Name, message: MessageOf<Name>): Promise<AnswerTo<Name>> {
    const socket = this.#socket;
    if (!socket?.connected) throw new Error('there is no connection');
    const askedAt = steadyMs();
    try {
      const answer = await question(socket, this.#timing.answerMs, name, message);
      this.#clock.answered(steadyMs() - askedAt);
      this.#heard();
      return answer;
    } catch (error) {
      // Not a word since the question: the line is dead, whatever the transport believes.
      if (socket === this.#socket && socket.connected && this.#heardAt < askedAt) socket.disconnect();
      throw error;
    }
  }

  #heard(): void {
    this.#heardAt = steadyMs();
    if (this.isOpen && this.#state.kind !== 'live') {
      this.#lostAt = null;
      this.#say('live');
    }
  }

  #listenForSilence(): void {
    if (!this.isOpen || this.#subscriptions.size === 0) return;
    if (steadyMs() - this.#heardAt > this.#timing.silenceMs) this.#doubt('reconnecting');
  }

  /** It is not certain that the server can be heard: say so, and ask it. */
  #doubt(kind: 'reconnecting' | 'offline'): void {
    if (this.#heardAt > 0) this.#lostAt ??= new Date(this.now() - (steadyMs() - this.#heardAt));
    if (this.#state.kind === 'live' || kind === 'offline') this.#say(kind);
    if (this.isOpen) this.#subscriptions.probe();
  }

  #wake(): void {
    if (this.isOpen) {
      this.#subscriptions.probe();
      return;
    }
    this.#tries = 0;
    this.#socket?.disconnect();
    this.#attempt();
  }

  #say(kind: ConnectionState['kind']): void {
    clearTimeout(this.#patience);
    this.#state = { kind, since: this.#lostAt };
    if (kind === 'reconnecting')
      this.#patience = setTimeout(() => this.#say('offline'), this.#timing.offlineMs);
  }
}

/** What this device keeps of the streams. */
export const copies = new LocalCopies();

/** The page's connection. */
export const connection = new Connection({ copies });
