import type { StreamEvent, SyncReply } from '@nghisu/shared/platform/feed.ts';
import { type Answer, protocolVersion } from '@nghisu/shared/protocol.ts';
import { io, type Socket } from 'socket.io-client';

/** A client of one server that follows a stream, whatever happens, and says up to where it has heard. */
export class Follower {
  readonly #socket: Socket;
  readonly #stream: string;
  #heard = -1;
  #closed = false;
  #wake = (): void => {};

  constructor(origin: string, page: string, cookie: string, stream: string) {
    this.#stream = stream;
    this.#socket = io(origin, {
      transports: ['websocket'],
      extraHeaders: { cookie, origin: page },
      forceNew: true,
      reconnectionDelay: 100,
      reconnectionDelayMax: 400,
      timeout: 2000,
    });
    this.#socket.on('connect', () => void this.#subscribe());
    // A server that cannot ask its database refuses; Socket.IO's client takes that for final.
    this.#socket.on('connect_error', () => {
      if (!this.#socket.active) this.#later(() => this.#socket.connect());
    });
    this.#socket.on('reset', () => void this.#subscribe());
    this.#socket.on('event', (message: { stream: string; events: StreamEvent[] }) => {
      if (message.stream === stream) this.#hear(message.events.at(-1)?.seq ?? -1);
    });
    this.#socket.on('head', ({ heads }: { heads: Record<string, number> }) => {
      if ((heads[stream] ?? -1) > this.#heard) void this.#subscribe();
    });
  }

  /** Done when everything up to `seq` was heard here; rejects when the signal ends it. */
  async until(seq: number, signal: AbortSignal): Promise<void> {
    while (this.#heard < seq) {
      signal.throwIfAborted();
      await new Promise<void>((resolve, reject) => {
        this.#wake = resolve;
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      });
    }
  }

  close(): void {
    this.#closed = true;
    this.#socket.disconnect();
  }

  async #subscribe(): Promise<void> {
    const message = { stream: this.#stream, since: this.#heard, protocol: protocolVersion };
    try {
      const answer: Answer<SyncReply> = await this.#socket.timeout(3000).emitWithAck('subscribe', message);
      if (answer.ok) this.#hear(answer.seq);
      else this.#later(() => void this.#subscribe());
    } catch {
      // No answer: a socket that is still thought to be open is given up, as the product's own client does.
      if (this.#socket.connected) this.#socket.disconnect().connect();
    }
  }

  #later(act: () => void): void {
    if (!this.#closed) setTimeout(act, 100).unref();
  }

  #hear(seq: number): void {
    this.#heard = Math.max(this.#heard, seq);
    this.#wake();
  }
}
