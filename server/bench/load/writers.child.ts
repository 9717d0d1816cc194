import { setTimeout as delay } from 'node:timers/promises';
import * as Y from 'yjs';
import { answer } from '../measure/child.ts';
import { now } from '../measure/clock.ts';
import { TextClient, textOf } from './textClient.ts';

// The secretaries of a hall and everybody who reads what they write, in one process.

const sentence =
  'Ủy ban nhân dân tỉnh thống nhất chủ trương, giao Sở Tài chính chủ trì, trình trước ngày 15. ';

/** After so many milliseconds an edit counts as missing. */
const patience = 20_000;

type Reader = { readonly client: TextClient; readonly clocks: Map<number, number> };

type Room = {
  readonly writers: TextClient[];
  readonly readers: Reader[];
  /** When each edit was sent, by the writer's Yjs client and the clock after it. */
  readonly sent: Map<number, Map<number, number>>;
  milliseconds: number[];
  delivered: number;
  onProgress: () => void;
};

const rooms = new Map<string, Room>();

async function open(given: { room: string; address: string; writers: string[]; readers: string[] }) {
  const room: Room = {
    ...{ writers: [], readers: [], sent: new Map(), milliseconds: [], delivered: 0, onProgress: () => {} },
  };
  rooms.set(given.room, room);
  for (const cookie of given.writers) {
    const client = await TextClient.open(given.address, cookie, new Y.Doc());
    room.writers.push(client);
    room.sent.set(client.doc!.clientID, new Map());
  }
  for (const [index, cookie] of given.readers.entries()) {
    // The first reader holds the text too, so that what arrived can be compared letter by letter.
    const client = await TextClient.open(given.address, cookie, index === 0 ? new Y.Doc() : null);
    const reader = { client, clocks: new Map<number, number>() };
    room.readers.push(reader);
    client.onUpdate = bytes => read(room, reader, bytes);
  }
}

/** Notes which edits of the writers an update brings. */
function read(room: Room, { clocks }: Reader, bytes: Uint8Array): void {
  const at = now();
  for (const [writer, clock] of Y.parseUpdateMeta(bytes).to) {
    const sent = room.sent.get(writer);
    if (!sent) continue;
    for (let edit = (clocks.get(writer) ?? 0) + 1; edit <= clock; edit += 1) {
      const sentAt = sent.get(edit);
      if (sentAt === undefined) continue;
      room.milliseconds.push(at - sentAt);
      room.delivered += 1;
    }
    clocks.set(writer, Math.max(clock, clocks.get(writer) ?? 0));
  }
  room.onProgress();
}

/** One letter more, mostly at the end of what the writer wrote, now and then somewhere in it. */
function type(room: Room, writer: number, edit: number): void {
  const { doc } = room.writers[writer]!;
  const text = textOf(doc!, writer + 1);
  const place = edit % 25 === 24 ? Math.floor(text.length / 2) : text.length;
  const at = now();
  text.insert(place, sentence[edit % sentence.length]!);
  const clock = Y.getState(doc!.store, doc!.clientID);
  room.sent.get(doc!.clientID)!.set(clock, at);
}

/** Writes so many letters, all writers in turn, so many a second; answers when every reader has them or never will. */
async function typing(given: { room: string; edits: number; perSecond: number }) {
  const room = begin(given.room);
  const start = now();
  for (let edit = 0; edit < given.edits; edit += 1) {
    const early = start + (edit * 1000) / given.perSecond - now();
    if (early > 1) await delay(early);
    type(room, edit % room.writers.length, edit);
  }
  return finish(room, given.edits);
}

/** Writes as fast as one reader follows, with so many letters under way. */
async function flood(given: { room: string; edits: number; underWay: number }) {
  const room = begin(given.room);
  const { doc } = room.writers[0]!;
  const first = room.readers[0]!.clocks;
  for (let edit = 0; edit < given.edits; edit += 1) {
    type(room, 0, edit);
    const isAhead = () =>
      Y.getState(doc!.store, doc!.clientID) - (first.get(doc!.clientID) ?? 0) >= given.underWay;
    if (isAhead()) await progress(room, () => !isAhead());
  }
  return finish(room, given.edits);
}

function begin(name: string): Room {
  const room = rooms.get(name)!;
  for (const sent of room.sent.values()) sent.clear();
  room.milliseconds = [];
  room.delivered = 0;
  return room;
}

async function finish(room: Room, edits: number) {
  const all = edits * room.readers.length;
  await progress(room, () => room.delivered >= all);
  return { milliseconds: room.milliseconds, missing: all - room.delivered, differing: await differing(room) };
}

function progress(room: Room, isReached: () => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const guard = setTimeout(resolve, patience);
  room.onProgress = () => {
    if (isReached()) resolve();
  };
  room.onProgress();
  return promise.finally(() => clearTimeout(guard));
}

/** How many of those who hold the text do not hold the same, once everybody has everything. */
async function differing(room: Room): Promise<number> {
  const docs = [...room.writers, room.readers[0]!.client].map(({ doc }) => doc!);
  const states = () => docs.map(doc => JSON.stringify(doc.getXmlFragment('minutes').toJSON()));
  const deadline = now() + patience;
  while (new Set(states()).size > 1 && now() < deadline) await delay(20);
  const [first, ...others] = states();
  return others.filter(state => state !== first).length;
}

answer({
  open,
  typing,
  flood,
  /** The whole document, as its first writer holds it. */
  state: (given: { room: string }) => {
    const { doc } = rooms.get(given.room)!.writers[0]!;
    return Buffer.from(Y.encodeStateAsUpdate(doc!)).toString('base64');
  },
});
