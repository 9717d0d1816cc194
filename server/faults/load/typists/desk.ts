import { decodeStorageAnswer, encodeBarrier, storageMessage } from '@nghisu/shared/minutes/document/wire.ts';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Person } from '../../bed/people.ts';
import type { Captures } from '../wire/capture.ts';
import { originOf, type Place } from '../wire/place.ts';

export type DeskParts = {
  readonly place: Place;
  readonly person: Person;
  readonly node: number;
  readonly meetingId: string;
  readonly captures: Captures;
  /** Text of the minutes came, be it all or a change. */
  readonly onText?: () => void;
};

const [syncMessage, step1, emptyUpdateBytes] = [0, 0, 5];

/** A stock y-websocket client at one server, with a document of its own; comes back whenever it is lost or refused. */
export class Desk {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  /** How many connections ended. */
  closings = 0;
  readonly #barriers = new Map<number, (refused: string | null) => void>();
  #token = 0;
  #isClosed = false;

  constructor({ place, person, node, meetingId, captures, onText }: DeskParts) {
    class WithSession extends WebSocket {
      constructor(address: string, protocols?: string[]) {
        super(address, protocols, { headers: { cookie: person.cookie, origin: place.page } });
        this.on('message', (data: Buffer | ArrayBuffer) => {
          const frame = new Uint8Array(data);
          captures.take(person.id, frame);
          // A question, and an answer that says nothing, are no text.
          if (frame[0] === syncMessage && frame[1] !== step1 && frame.length > emptyUpdateBytes) onText?.();
        });
      }
    }
    const address = `${originOf(place, node).replace('http', 'ws')}/minutes`;
    this.provider = new WebsocketProvider(address, meetingId, this.doc, {
      WebSocketPolyfill: WithSession as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      maxBackoffTime: 2000,
    });
    this.provider.messageHandlers[storageMessage] = (_, decoder) => {
      const answer = decodeStorageAnswer(decoder.arr);
      if (answer) this.#barriers.get(answer.token)?.(answer.refused);
    };
    this.provider.on('connection-close', () => {
      this.closings += 1;
      this.#barriers.clear();
      this.#comeBack();
    });
  }

  get isSynced(): boolean {
    return this.provider.synced && this.provider.ws?.readyState === WebSocket.OPEN;
  }

  /** Asks whether all that was typed so far is stored; the answer never comes where the connection ends first. */
  barrier(answered: (refused: string | null) => void): void {
    const token = ++this.#token;
    this.#barriers.set(token, refused => {
      this.#barriers.delete(token);
      answered(refused);
    });
    this.provider.ws!.send(encodeBarrier(token).slice().buffer);
  }

  /** The text of a section's first paragraph, to be written in; null where there is no such section yet. */
  paragraph(index: number): Y.XmlText | null {
    const section = this.doc.getXmlFragment('minutes').get(index) as Y.XmlElement | undefined;
    const paragraph = section?.get?.(0);
    if (!(paragraph instanceof Y.XmlElement)) return null;
    const first = paragraph.length === 0 ? null : paragraph.get(0);
    if (first !== null) return first instanceof Y.XmlText ? first : null;
    const text = new Y.XmlText();
    paragraph.insert(0, [text]);
    return text;
  }

  get sections(): number {
    return this.doc.getXmlFragment('minutes').length;
  }

  close(): void {
    this.#isClosed = true;
    this.provider.destroy();
    this.provider.awareness.destroy();
    this.doc.destroy();
  }

  /** The stock client stays away after some closings; people load the page again. */
  #comeBack(): void {
    setTimeout(() => {
      if (!this.#isClosed && !this.provider.shouldConnect && !this.isOffline) this.provider.connect();
    }, 2000);
  }

  /** The network is gone on this side; what is typed meanwhile stays here. */
  isOffline = false;
  offline(): void {
    this.isOffline = true;
    this.provider.disconnect();
  }
  online(): void {
    this.isOffline = false;
    this.provider.connect();
  }
}
