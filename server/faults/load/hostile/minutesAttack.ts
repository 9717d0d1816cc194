import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Person } from '../../bed/people.ts';
import type { Random } from '../../random.ts';
import type { Captures } from '../wire/capture.ts';
import { originOf, type Place } from '../wire/place.ts';

type Parts = { place: Place; person: Person; random: Random; captures: Captures };

/** A frame: its type, its step, and bytes with their length in front. */
function frame(type: number, step: number | null, bytes: Uint8Array): Buffer {
  const length: number[] = [];
  let rest = bytes.length;
  for (; rest > 127; rest = Math.floor(rest / 128)) length.push(128 | (rest % 128));
  return Buffer.from([type, ...(step === null ? [] : [step]), ...length, rest, ...bytes]);
}

/** Updates that are whole, and have no place in any minutes. */
const updates: readonly ((random: Random) => Uint8Array)[] = [
  random => random.bytes(1 + random.below(300)),
  () => updateOf(doc => doc.getXmlFragment('minutes').insert(0, [new Y.XmlElement('script')])),
  () => updateOf(doc => doc.getMap('evil').set('a', new Y.Map([['b', 1]]))),
  () => updateOf(doc => doc.getText('minutes').insert(0, 'x')),
  random => {
    const whole = updateOf(doc => doc.getXmlFragment('minutes').insert(0, [new Y.XmlText('xyz')]));
    return whole.subarray(0, 1 + random.below(whole.length - 1));
  },
  random => {
    const whole = Buffer.from(
      updateOf(doc => doc.getXmlFragment('minutes').insert(0, [new Y.XmlText('abc')])),
    );
    whole[random.below(whole.length)] = random.below(256);
    return whole;
  },
  // What hangs on something that the server has never seen.
  () => {
    const doc = new Y.Doc();
    doc.getText('a').insert(0, 'first');
    const before = Y.encodeStateVector(doc);
    doc.getText('a').insert(5, 'second');
    return Y.encodeStateAsUpdate(doc, before);
  },
  () =>
    updateOf(doc => {
      let inner = new Y.XmlElement('a');
      doc.getXmlFragment('minutes').insert(0, [inner]);
      for (let depth = 0; depth < 200; depth += 1) {
        const next = new Y.XmlElement('a');
        inner.insert(0, [next]);
        inner = next;
      }
    }),
  // The 27 bytes that Yjs hangs on in its second format (yjs issue 687) are refused in the first.
  random => Buffer.concat([Buffer.from([0, 0, 0, 0, 0, 0]), random.bytes(21)]),
];

function updateOf(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  write(doc);
  return Y.encodeStateAsUpdate(doc);
}

const frames: readonly ((random: Random) => Buffer | string)[] = [
  random => random.bytes(1 + random.below(200)),
  () => 'text',
  () => Buffer.alloc(0),
  random => frame(0, 0, random.bytes(random.below(50))),
  random => frame(0, 1, random.pick(updates)(random)),
  random => frame(0, 2, random.pick(updates)(random)),
  random => frame(0, 2, random.pick(updates)(random)),
  random => frame(1, null, random.bytes(random.below(100))),
  random => frame(random.below(256), random.below(256), random.bytes(10)),
  () => Buffer.from([0, 2, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1]),
  () => Buffer.from([100, 0, 255]),
  random => Buffer.from([3, ...random.bytes(5)]),
];

/** The most frames that are sent before the server has had time to close. */
const mostFrames = 6;

/** Opens one connection to some minutes, own or others', and sends frames until it is closed; answers how many. */
export function attackMinutes({ place, person, random, captures }: Parts): Promise<number> {
  const arenas = random.chance(0.7);
  const { id } = random.pick(arenas ? place.arenas : [...place.meetings, ...place.closed]);
  const path = random.chance(0.05) ? encodeURIComponent(random.bytes(10).toString('latin1')) : id;
  const generation = random.chance(0.1) ? `?generation=${random.pick(['x', '-1', '1e99', '2'])}` : '';
  const origin = originOf(place, random.below(place.origins.length));
  const headers = {
    cookie: random.chance(0.95) ? person.cookie : 'nghisu=x',
    origin: random.chance(0.95) ? place.page : 'http://evil.example',
  };
  return new Promise(resolve => {
    let tried = 1;
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/minutes/${path}${generation}`, { headers });
    const guard = setTimeout(() => socket.terminate(), 1500);
    socket.on('message', (data: Buffer) => captures.take(person.id, data));
    socket.on('error', () => undefined);
    socket.on('open', () => {
      for (let count = 1 + random.below(mostFrames); count > 0; count -= 1) {
        socket.send(random.pick(frames)(random));
        tried += 1;
      }
    });
    socket.on('close', () => {
      clearTimeout(guard);
      resolve(tried);
    });
  });
}
