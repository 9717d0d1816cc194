import { io, type Socket } from 'socket.io-client';
import type { Person } from '../../bed/people.ts';
import type { Captures } from './capture.ts';
import { originOf, type Place } from './place.ts';

/** A server that says nothing for so long is left; it beats every 5 s. */
const silenceMs = 12_000;

type Parts = {
  readonly place: Place;
  readonly person: Person;
  /** The server, or -1 for the balancer. */
  readonly node: number;
  readonly captures: Captures;
};

/** A stock Socket.IO client of one person at one server, which comes back whenever the line is lost. */
export class Line {
  readonly socket: Socket;
  readonly node: number;
  /** How often there was a connection. */
  connections = 0;
  readonly #watch: NodeJS.Timeout;
  #heardAt = performance.now();
  #isClosed = false;

  constructor({ place, person, node, captures }: Parts) {
    this.node = node;
    this.socket = io(originOf(place, node), {
      transports: ['websocket'],
      extraHeaders: { cookie: person.cookie, origin: place.page },
      forceNew: true,
      reconnectionDelay: 200,
      reconnectionDelayMax: 1500,
      timeout: 3000,
    });
    this.socket.io.on('open', () => {
      this.socket.io.engine.on('packet', ({ data }) => {
        this.#heardAt = performance.now();
        if (data) captures.take(person.id, data);
      });
    });
    this.socket.on('connect', () => {
      this.connections += 1;
      this.#heardAt = performance.now();
    });
    // The stock client stays away after a refusal and a dismissal; people press "again".
    this.socket.on('connect_error', () => this.#comeBack());
    this.socket.on('disconnect', () => this.#comeBack());
    this.#watch = setInterval(() => {
      if (this.isOpen && performance.now() - this.#heardAt > silenceMs) this.drop();
    }, 1000);
  }

  get isOpen(): boolean {
    return this.socket.connected;
  }

  /** Asks once; rejects where no answer comes in time, which says nothing of what happened. */
  ask<Result>(name: string, message: unknown, milliseconds: number): Promise<Result> {
    return this.socket.timeout(milliseconds).emitWithAck(name, message);
  }

  /** The line is dead, whatever the transport believes: away with it, and anew. */
  drop(): void {
    this.socket.io.engine?.close();
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#watch);
    this.socket.disconnect();
  }

  #comeBack(): void {
    if (this.socket.active || this.#isClosed) return;
    setTimeout(() => !this.#isClosed && !this.socket.active && this.socket.connect(), 500);
  }
}
