import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Bus } from '../../platform/bus/bus.ts';
import type { Offer } from '../storing/copyHolder.ts';
import { type PresenceEntry, presenceBytes, readPresence } from './frames.ts';

const textMessage = 0;
const presenceMessage = 1;

/** What a room hears from the same room in other processes. */
type RoomListener = {
  onOffer(offer: Offer): void;
  onPresence(entries: readonly PresenceEntry[]): void;
};

/** Tells the same room in other processes what was stored and who is there. What gets lost is read from the database. */
export class RoomBus {
  readonly #bus: Bus | null;
  readonly #channel: string;
  /** Tells its own messages, which the bus brings back, from those of others. */
  readonly #processId: number;
  readonly #stop: () => void;

  constructor(bus: Bus | null, meetingId: string, processId: number, listener: RoomListener) {
    this.#bus = bus;
    this.#channel = `minutes:${meetingId}`;
    this.#processId = processId;
    this.#stop = bus?.subscribe(this.#channel, message => this.#receive(message, listener)) ?? (() => {});
  }

  offer({ generation, first, last, update }: Offer): void {
    this.#publish(textMessage, encoder => {
      for (const number of [generation, first, last]) encoding.writeVarUint(encoder, number);
      encoding.writeVarUint8Array(encoder, update);
    });
  }

  presence(entries: readonly PresenceEntry[]): void {
    this.#publish(presenceMessage, encoder => encoding.writeVarUint8Array(encoder, presenceBytes(entries)));
  }

  close(): void {
    this.#stop();
  }

  #publish(type: number, write: (encoder: encoding.Encoder) => void): void {
    if (!this.#bus) return;
    const message = encoding.encode(encoder => {
      encoding.writeVarUint(encoder, this.#processId);
      encoding.writeVarUint(encoder, type);
      write(encoder);
    });
    this.#bus.publish(this.#channel, message);
  }

  #receive(message: Uint8Array, listener: RoomListener): void {
    const decoder = decoding.createDecoder(message);
    if (decoding.readVarUint(decoder) === this.#processId) return;
    if (decoding.readVarUint(decoder) === presenceMessage) {
      listener.onPresence(readPresence(decoding.readVarUint8Array(decoder)) ?? []);
      return;
    }
    const [generation, first, last] = [0, 1, 2].map(() => decoding.readVarUint(decoder)) as [
      number,
      number,
      number,
    ];
    listener.onOffer({ generation, first, last, update: decoding.readVarUint8Array(decoder).slice() });
  }
}
