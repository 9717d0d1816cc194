import { newId } from '@nghisu/shared/platform/ids.ts';
import { WebSocket } from 'ws';
import type { Person } from '../../bed/people.ts';
import type { Random } from '../../random.ts';
import type { Captures } from '../wire/capture.ts';
import { originOf, type Place } from '../wire/place.ts';
import { harvest, hostileCommand, piece } from './values.ts';

const names = [
  'command',
  'subscribe',
  'unsubscribe',
  'place',
  'vote',
  'connect',
  'disconnect',
  'error',
  '__proto__',
];

/** What is no Socket.IO packet, or a strange one. */
const packets: readonly ((random: Random) => string | Buffer)[] = [
  random => random.bytes(1 + random.below(400)),
  random => random.bytes(1 + random.below(400)).toString('latin1'),
  () => '',
  () => '4',
  () => '42',
  () => '42[',
  () => '42["command"',
  () => '42{}',
  () => '42["command",{"a":1}',
  () => '4299999999999999999999["command",{}]',
  () => '43999[]',
  () => '44"x"',
  () => '40/evil,{}',
  () => '42/evil,["command",null]',
  () => '45999999-["command",{"_placeholder":true,"num":0}]',
  () => '451-["command",{"_placeholder":true,"num":7}]',
  () => '461-12["command",{"_placeholder":true,"num":-1}]',
  () => '2probe',
  () => '5',
  () => '6',
  () => '9',
  random => `42["command","${'a'.repeat(random.chance(0.02) ? 70_000 : 5000)}"]`,
];

/** Sends what nobody should over the line of a real session, and opens it again whenever it is closed. */
export class SocketAttack {
  readonly #parts: { place: Place; person: Person; random: Random; captures: Captures };
  #socket: WebSocket | null = null;
  #number = 0;

  constructor(parts: { place: Place; person: Person; random: Random; captures: Captures }) {
    this.#parts = parts;
  }

  /** One try; answers how many inputs it was. */
  attack(): number {
    const { random } = this.#parts;
    const socket = this.#socket;
    if (socket?.readyState !== WebSocket.OPEN) {
      if (!socket || socket.readyState >= WebSocket.CLOSING) this.#open();
      return 0;
    }
    socket.send(random.chance(0.3) ? random.pick(packets)(random) : this.#event());
    return 1;
  }

  close(): void {
    this.#socket?.terminate();
  }

  #open(): void {
    const { place, person, random, captures } = this.#parts;
    const address = `${originOf(place, random.below(place.origins.length)).replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const socket = new WebSocket(address, { headers: { cookie: person.cookie, origin: place.page } });
    socket.on('error', () => undefined);
    socket.on('open', () => socket.send('40'));
    socket.on('message', (data: Buffer) => {
      captures.take(person.id, data);
      if (data.toString() === '2') socket.send('3');
    });
    this.#socket = socket;
  }

  #event(): string {
    const { place, random } = this.#parts;
    const ack = random.chance(0.7) ? `${this.#number++}` : '';
    const { stream } = harvest(place, random);
    const chance = random.next();
    if (chance < 0.4) return `42${ack}["command",${hostileCommand(place, random)}]`;
    if (chance < 0.6) {
      const since = random.chance(0.7) ? -1 : piece(random);
      return `42${ack}["subscribe",{"stream":"${stream}","since":${since},"protocol":4}]`;
    }
    if (chance < 0.7) return `42${ack}["place",{"stream":"${stream}","place":${piece(random)}}]`;
    const more = random.chance(0.3) ? `,${piece(random)}` : '';
    return `42${ack}["${random.pick(names)}",${piece(random)}${more},"${newId()}"]`;
  }
}
