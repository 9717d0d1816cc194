import {
  decodeStorageAnswer,
  encodeBarrier,
  type StorageAnswer,
  storageMessage,
} from '@nghisu/shared/minutes/document/wire.ts';
import * as decoding from 'lib0/decoding';
import { expect } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** A stock client, with hands for the text. */
export class Client {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly closings: number[] = [];
  readonly #answers = new Map<number, StorageAnswer>();
  #token = 0;

  constructor(port: number, meetingId: string, personId: string, doc: Y.Doc) {
    this.doc = doc;
    this.provider = new WebsocketProvider(`ws://127.0.0.1:${port}/minutes`, meetingId, doc, {
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      maxBackoffTime: 200,
      params: { person: personId },
    });
    this.provider.on('connection-close', event => void this.closings.push(event?.code ?? 0));
  }

  async synced(): Promise<void> {
    await until(() => this.provider.synced);
  }

  section(index: number): Y.XmlElement {
    return this.doc.getXmlFragment('minutes').get(index) as Y.XmlElement;
  }

  /** Types at the end of a section's first paragraph. */
  type(text: string, index = 1): void {
    this.doc.transact(() => {
      const paragraph = this.section(index).get(0) as Y.XmlElement;
      if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()]);
      const line = paragraph.get(0) as Y.XmlText;
      line.insert(line.length, text);
    });
  }

  text(index = 1): string {
    const elements = this.doc.getXmlFragment('minutes').toArray() as Y.XmlElement[];
    const lines = (elements[index]?.toArray() ?? []) as Y.XmlElement[];
    return lines
      .map(line =>
        line
          .toArray()
          .map(child => (child instanceof Y.XmlText ? plain(child) : ''))
          .join(''),
      )
      .join('\n');
  }

  /** Asks whether everything sent so far is stored; only for a client that knows of barriers. */
  async barrier(): Promise<StorageAnswer> {
    const token = ++this.#token;
    this.provider.messageHandlers[storageMessage] = (_, decoder) => {
      const answer = decodeStorageAnswer(decoder.arr)!;
      this.#answers.set(answer.token, answer);
    };
    this.provider.ws!.send(encodeBarrier(token).slice().buffer);
    await until(() => this.#answers.has(token));
    return this.#answers.get(token)!;
  }

  /** The network goes away, and what is typed meanwhile stays here. */
  offline(): void {
    this.provider.disconnect();
  }

  destroy(): void {
    this.provider.destroy();
    this.provider.awareness.destroy();
  }
}

const plain = (text: Y.XmlText): string =>
  (text.toDelta() as { insert: string }[]).map(piece => piece.insert).join('');

/** A socket that says whatever a test wants. */
export class Raw {
  readonly socket: WebSocket;
  readonly opened: Promise<void>;
  readonly received: Uint8Array[] = [];
  closing: { code: number; reason: string } | null = null;

  constructor(address: string, options: ClientOptions = {}) {
    this.socket = new WebSocket(address, options);
    this.opened = new Promise((resolve, reject) => {
      this.socket.once('open', resolve);
      this.socket.once('error', reject);
    });
    this.socket.on('error', () => {});
    this.socket.on('message', data => void this.received.push(new Uint8Array(data as Buffer)));
    this.socket.on('close', (code, reason) => {
      this.closing = { code, reason: reason.toString() };
    });
  }

  send(...bytes: (number | Uint8Array)[]): void {
    this.socket.send(Buffer.concat(bytes.map(part => (typeof part === 'number' ? Buffer.of(part) : part))));
  }

  /** Sync step 1 of an empty document, answered; so that the server's document is known. */
  async document(): Promise<Y.Doc> {
    this.send(0, 0, 1, 0);
    await until(() => this.answers.length > 0);
    const doc = new Y.Doc();
    for (const update of this.updates) Y.applyUpdate(doc, update);
    return doc;
  }

  get answers(): Uint8Array[] {
    return this.received.filter(frame => frame[0] === 0 && frame[1] === 1);
  }

  /** Everything the server told of the text. */
  get updates(): Uint8Array[] {
    return this.received.filter(frame => frame[0] === 0 && frame[1] !== 0).map(contentOf);
  }

  get storage(): StorageAnswer[] {
    return this.received.map(decodeStorageAnswer).filter(answer => answer !== null);
  }

  get presence(): Uint8Array[] {
    return this.received
      .filter(frame => frame[0] === 1)
      .map(frame => decoding.readVarUint8Array(decoderAt(frame, 1)));
  }

  update(bytes: Uint8Array): void {
    this.send(0, 2, lengthOf(bytes), bytes);
  }

  step2(bytes: Uint8Array): void {
    this.send(0, 1, lengthOf(bytes), bytes);
  }

  async closed(): Promise<{ code: number; reason: string }> {
    await until(() => this.closing !== null);
    return this.closing!;
  }
}

const decoderAt = (frame: Uint8Array, at: number): decoding.Decoder =>
  decoding.createDecoder(frame.subarray(at));
const contentOf = (frame: Uint8Array): Uint8Array => decoding.readVarUint8Array(decoderAt(frame, 2));

function lengthOf(bytes: Uint8Array): Uint8Array {
  const digits: number[] = [];
  let rest = bytes.length;
  for (; rest > 127; rest = Math.floor(rest / 128)) digits.push(128 | (rest % 128));
  return Uint8Array.from([...digits, rest]);
}

/** True where two documents hold the same. */
export const equal = (one: Y.Doc, two: Y.Doc): boolean =>
  Buffer.compare(Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(two)) === 0;

/** Waits until something is so. */
export const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  await expect.poll(condition, { timeout: 20_000, interval: 20 }).toBe(true);
};

/** The update of typing into the second section of a document. */
export function typedIn(doc: Y.Doc, text: string): Uint8Array {
  const before = Y.encodeStateVector(doc);
  const paragraph = (doc.getXmlFragment('minutes').get(1) as Y.XmlElement).get(0) as Y.XmlElement;
  paragraph.insert(0, [new Y.XmlText(text)]);
  return Y.encodeStateAsUpdate(doc, before);
}
