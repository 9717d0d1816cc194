import { encodeStorageAnswer, type Refusal } from '@nghisu/shared/minutes/document/wire.ts';
import type { RawData, WebSocket } from 'ws';
import type { MinutesLimits } from '../storing/limits.ts';
import { type ClientMessage, presenceFrame, readFrame } from './frames.ts';

/**
 * Close codes. The client of y-websocket stays away after 4400 to 4499 and comes back after any other.
 * `again`: come back and be judged anew. `forbidden`: no right to be here. `outdated`: the local copy is of a document
 * that a restored backup has replaced.
 */
export const closeCodes = {
  leaving: 1001,
  notBinary: 1003,
  refused: 1008,
  tooLarge: 1009,
  failed: 1011,
  again: 1012,
  later: 1013,
  forbidden: 4403,
  outdated: 4409,
  tooMany: 4429,
} as const;

/** The largest closing reason is 123 bytes; ours are short codes. */
type CloseReason = Refusal | 'rights' | 'session' | 'generation' | 'connections' | 'stalled' | 'server';

/** What the caller decided about a person at this document. */
export type Rights = {
  readonly read: boolean;
  readonly write: boolean;
  readonly name: string;
  readonly generation: number;
};

/** Who takes what a connection receives. */
type Listener = { onMessage(): void; onPresence(states: Uint8Array): void };

const emptyPresence = presenceFrame([]);

/** One socket of one person. Reads from the first moment, and keeps what it reads until the room takes it. */
export class Connection {
  readonly personId: string;
  readonly sessionId: string;
  readonly #socket: WebSocket;
  readonly #limits: MinutesLimits;
  #room: Listener | null = null;
  #inbox: ClientMessage[] = [];
  #earlyPresence: Uint8Array | null = null;
  #inboxBytes = 0;
  readonly #barriers: number[] = [];
  #held: Uint8Array[] | null = null;
  #silentBeats = 0;
  #sentSinceBeat = false;

  /** Null until judged. */
  rights: Rights | null = null;
  /** It was asked for all it has. */
  asked = false;
  /** It has answered: all it had when it connected has come. */
  synced = false;
  /** An update was left out that its sync step 2 will bring again. */
  owesStep2 = false;
  /** Why something it sent was not stored; answers every later barrier. */
  refused: Refusal | null = null;
  boundClients = 0;
  /** The Yjs client id under which it shows itself to others. */
  presenceId: number | null = null;

  constructor(
    socket: WebSocket,
    person: { personId: string; sessionId: string },
    limits: MinutesLimits,
    onClose: () => void,
  ) {
    this.#socket = socket;
    this.personId = person.personId;
    this.sessionId = person.sessionId;
    this.#limits = limits;
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    socket.on('pong', () => {
      this.#silentBeats = 0;
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', onClose);
  }

  /** From now on the room takes what comes in, beginning with what came before. */
  attach(room: Listener): void {
    this.#room = room;
    if (this.#earlyPresence) room.onPresence(this.#earlyPresence);
    this.#earlyPresence = null;
    if (this.hasMessages) room.onMessage();
  }

  get open(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  /** True while its rights are being judged again: nothing it sends counts, and nothing is sent to it. */
  get suspended(): boolean {
    return this.#held !== null;
  }

  get hasMessages(): boolean {
    return this.#inbox.length > 0;
  }

  suspend(): void {
    this.#held ??= [];
  }

  /** Goes on where it was suspended, nothing lost. */
  resume(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const frame of held) this.send(frame);
    if (this.hasMessages) this.#room?.onMessage();
  }

  /** Takes what came in, oldest first, as much as is judged in one turn. */
  take(): ClientMessage[] {
    const { turnBytes, turnMessages } = this.#limits;
    const most = Math.min(this.#inbox.length, turnMessages);
    let bytes = 0;
    let count = 0;
    while (count < most && bytes < turnBytes) bytes += sizeOf(this.#inbox[count++]!);
    const taken = this.#inbox.splice(0, count);
    this.#inboxBytes -= bytes;
    if (this.#socket.isPaused && this.#inboxBytes < this.#limits.inboxBytes) this.#socket.resume();
    return taken;
  }

  /** Sends, unless the reader has stalled: then it is dropped, and gets all it missed when it comes back. */
  send(frame: Uint8Array): void {
    if (this.#held) return void this.#held.push(frame);
    if (!this.open) return;
    this.#sentSinceBeat = true;
    this.#socket.send(frame, { binary: true });
    if (this.#socket.bufferedAmount > this.#limits.stalledBytes) this.#socket.terminate();
  }

  /** Answers whether all that came before is stored; later, where some of what it had before has yet to come. */
  answerBarriers(tokens: readonly number[]): void {
    this.#barriers.push(...tokens);
    if (((this.asked && !this.synced) || this.owesStep2) && this.refused === null) return;
    for (const token of this.#barriers.splice(0)) {
      this.send(encodeStorageAnswer({ token, refused: this.refused }));
    }
  }

  close(code: number, reason: CloseReason): void {
    this.#held = null;
    this.#inbox = [];
    this.#socket.close(code, reason);
    // A peer that does not answer the closing must not keep its place.
    setTimeout(() => this.#socket.terminate(), this.#limits.closeWithinMs).unref();
  }

  /** Ends a connection whose peer has gone silently, and keeps a living one from thinking that the server has. */
  beat(): void {
    if (this.#silentBeats < this.#limits.silentBeats && this.open) this.#socket.ping();
    else this.#socket.terminate();
    this.#silentBeats += 1;
    // y-websocket leaves a server from which it hears nothing for 30 s, and does not hear pings.
    if (!this.#sentSinceBeat) this.send(emptyPresence);
    this.#sentSinceBeat = false;
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (!this.open) return;
    this.#silentBeats = 0;
    const message = isBinary ? readFrame(data as Buffer, this.#limits) : null;
    if (!message) this.close(closeCodes.notBinary, 'malformed');
    else if ('refused' in message) this.close(codeOf(message.refused), message.refused);
    else this.#accept(message);
  }

  #accept(message: ClientMessage): void {
    if (message.kind === 'presence') {
      if (this.#room) this.#room.onPresence(message.states);
      else this.#earlyPresence = message.states;
      return;
    }
    this.#inbox.push(message);
    this.#inboxBytes += sizeOf(message);
    if (this.#inboxBytes >= this.#limits.inboxBytes) this.#socket.pause();
    this.#room?.onMessage();
  }
}

const codeOf = (refused: Refusal): number =>
  refused === 'too_large' ? closeCodes.tooLarge : closeCodes.refused;

function sizeOf(message: ClientMessage): number {
  if (message.kind === 'update') return message.frame.update.length + 16;
  return message.kind === 'question' ? message.stateVector.length + 16 : 16;
}
