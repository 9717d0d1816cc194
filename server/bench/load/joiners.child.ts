import * as Y from 'yjs';
import { answer } from '../measure/child.ts';
import { now } from '../measure/clock.ts';
import { TextClient, textOf } from './textClient.ts';

// One who wrote a long text, and those who come later or come back.

const words = 'Ủy ban nhân dân tỉnh thống nhất chủ trương và giao Sở Tài chính chủ trì trình'.split(' ');
/** Edits that travel together while the long text is made. */
const together = 2000;

/** A generator of numbers from 0 to 1 that gives the same text on every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

let writer: TextClient;
let place: { address: string; cookie: string };

/** Writes as people do: letter by letter, jumping about now and then, and taking much of it away again. */
async function write(given: { address: string; cookie: string; edits: number; isStored: boolean }) {
  place = given;
  const doc = new Y.Doc();
  writer = await TextClient.open(given.address, given.cookie, doc);
  const random = numbers(7);
  const text = textOf(doc, 1);
  let [word, letter, caret, back] = [words[0]!, 0, 0, 0];
  for (let edit = 0; edit < given.edits; edit += together) {
    doc.transact(() => {
      for (let one = edit; one < Math.min(given.edits, edit + together); one += 1) {
        if (random() < 0.02) caret = Math.floor(random() * text.length);
        if (random() < 0.035) back = Math.ceil(random() * 16);
        if (back > 0 && caret > 0) {
          back -= 1;
          caret -= 1;
          text.delete(caret, 1);
          continue;
        }
        text.insert(caret, word[letter] ?? ' ');
        caret += 1;
        letter += 1;
        if (letter > word.length) [word, letter] = [words[Math.floor(random() * words.length)]!, 0];
      }
    });
    if (given.isStored) await writer.stored();
  }
  return Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
}

type Joined = { milliseconds: number; bytes: number; isComplete: boolean };

/** Somebody joins who holds nothing, or what `doc` holds. */
async function join(given: { address: string; cookie: string }, doc = new Y.Doc()): Promise<Joined> {
  const began = now();
  const client = await TextClient.open(given.address, given.cookie, doc);
  const milliseconds = now() - began;
  client.terminate();
  const [own, whole] = [doc, writer.doc!].map(one => JSON.stringify(one.getXmlFragment('minutes').toJSON()));
  return { milliseconds, bytes: client.bytes, isComplete: own === whole };
}

/** Somebody comes back who missed so many letters; `place` is where the writer writes. */
async function comeBack(given: { address: string; cookie: string; missed: number; isStored: boolean }) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer.doc!));
  const text = textOf(writer.doc!, 1);
  for (let edit = 0; edit < given.missed; edit += 1) text.insert(text.length, 'đ');
  if (given.isStored) await writer.stored();
  else await join(place);
  return join(given, doc);
}

answer({ write, join, comeBack });
