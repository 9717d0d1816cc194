import { decodeStorageAnswer, encodeBarrier, storageMessage } from '@nghisu/shared/minutes/document/wire.ts';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

const syncMessage = 0;
const [step1, step2, update] = [0, 1, 2];
const nothing = Uint8Array.of(0, 0);

const syncFrame = (step: number, bytes: Uint8Array): Uint8Array =>
  encoding.encode(encoder => {
    encoding.writeVarUint(encoder, syncMessage);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });

/**
 * A client of the plain y-websocket protocol on a bare WebSocket. One with a document holds the text and may write; one
 * without only looks how far what it is sent reaches, so that a hall of readers costs the machine little.
 */
export class TextClient {
  readonly doc: Y.Doc | null;
  readonly #socket: WebSocket;
  readonly #barriers = new Map<number, () => void>();
  #tokens = 0;
  bytes = 0;
  /** The first answer to its question, in bytes; null until it came. */
  answer: Uint8Array | null = null;
  onUpdate: (update: Uint8Array) => void = () => {};
  onAnswer: () => void = () => {};
  onClose: () => void = () => {};

  /** Connects, asks for what `doc` lacks (all, without one), and answers once that came. */
  static async open(address: string, cookie: string, doc: Y.Doc | null): Promise<TextClient> {
    const origin = new URL(address).origin.replace('ws', 'http');
    const socket = new WebSocket(address, { perMessageDeflate: false, headers: { cookie, origin } });
    const client = new TextClient(socket, doc);
    await new Promise<void>((resolve, reject) => {
      client.onAnswer = resolve;
      socket.on('error', reject);
      socket.on('close', code => reject(new Error(`closed with ${code}`)));
    });
    return client;
  }

  private constructor(socket: WebSocket, doc: Y.Doc | null) {
    this.#socket = socket;
    this.doc = doc;
    socket.on('open', () => socket.send(syncFrame(step1, doc ? Y.encodeStateVector(doc) : Uint8Array.of(0))));
    socket.on('message', data => this.#receive(data as Buffer));
    socket.on('close', () => this.onClose());
    doc?.on('update', (bytes: Uint8Array, from: unknown) => {
      if (from !== this && socket.readyState === WebSocket.OPEN) socket.send(syncFrame(update, bytes));
    });
  }

  /** Done when everything sent before is committed; only the product answers. */
  stored(): Promise<void> {
    const token = ++this.#tokens;
    return new Promise(resolve => {
      this.#barriers.set(token, resolve);
      this.#socket.send(encodeBarrier(token));
    });
  }

  terminate(): void {
    this.#socket.terminate();
  }

  #receive(frame: Buffer): void {
    this.bytes += frame.length;
    if (frame[0] === storageMessage) {
      const stored = decodeStorageAnswer(frame);
      if (stored?.refused !== null) throw new Error(`not stored: ${stored?.refused}`);
      this.#barriers.get(stored.token)?.();
      return;
    }
    if (frame[0] !== syncMessage) return;
    const decoder = decoding.createDecoder(frame.subarray(1));
    const step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (step === step1) {
      this.#socket.send(syncFrame(step2, this.doc ? Y.encodeStateAsUpdate(this.doc, bytes) : nothing));
      return;
    }
    if (this.doc) Y.applyUpdate(this.doc, bytes, this);
    this.onUpdate(bytes);
    if (step !== step2 || this.answer) return;
    this.answer = bytes.slice();
    this.onAnswer();
  }
}

/** The text of a section, as one string. */
export function textOf(doc: Y.Doc, section: number): Y.XmlText {
  const paragraph = (doc.getXmlFragment('minutes').get(section) as Y.XmlElement).get(0) as Y.XmlElement;
  if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()]);
  return paragraph.get(0) as Y.XmlText;
}
