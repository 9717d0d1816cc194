import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '@nghisu/shared/platform/ids.ts';
import * as Y from 'yjs';
import { answer } from '../measure/child.ts';
import { now } from '../measure/clock.ts';
import { TextClient, textOf } from './textClient.ts';

// People who write and change the agenda until the server is gone, and who then look what is left of all that they
// were told is kept.

type Place = { origin: string; address: string; cookies: string[]; stream: string; itemIds: string[] };
type Command = { id: string; stream: string; name: string; input: object };
type Accepted = { command: Command; seq: number };

/** Everything that the server said is kept, over all of its lives. */
const clocks = new Map<number, number>();
const accepted: Accepted[] = [];
let milliseconds: number[] = [];

let client: TextClient;

/** Connects to what will be killed. */
async function enter({ address, cookies }: Place): Promise<void> {
  client = await TextClient.open(address, cookies[0]!, new Y.Doc());
}

/** Writes and commands, so many letters a second, until the connection is gone. */
async function live(given: Place & { perSecond: number }): Promise<void> {
  let isGone = false;
  client.onClose = () => {
    isGone = true;
  };
  await Promise.all([typing(given.perSecond, () => isGone), commanding(given, () => isGone)]);
}

async function typing(perSecond: number, isGone: () => boolean): Promise<void> {
  const doc = client.doc!;
  const text = textOf(doc, 1);
  const start = now();
  for (let edit = 0; !isGone(); edit += 1) {
    const early = start + (edit * 1000) / perSecond - now();
    if (early > 1) await delay(early);
    text.insert(text.length, 'đ');
    const [clock, sent] = [Y.getState(doc.store, doc.clientID), now()];
    void client.stored().then(() => {
      milliseconds.push(now() - sent);
      clocks.set(doc.clientID, Math.max(clock, clocks.get(doc.clientID) ?? 0));
    });
  }
}

async function commanding({ origin, cookies, stream, itemIds }: Place, isGone: () => boolean): Promise<void> {
  for (let move = 0; !isGone(); move += 1) {
    const input = { itemId: itemIds[move % itemIds.length], parentId: null, beforeId: null };
    const command = { id: newId(), stream, name: 'agenda.moveItem', input };
    const seq = await send(origin, cookies[1]!, command).catch(() => null);
    if (seq !== null) accepted.push({ command, seq });
  }
}

async function send(origin: string, cookie: string, command: Command): Promise<number> {
  const headers = { 'content-type': 'application/json', cookie };
  const answered = await fetch(`${origin}/api/commands`, {
    method: 'POST',
    headers,
    body: JSON.stringify(command),
  });
  if (!answered.ok) throw new Error(await answered.text());
  return ((await answered.json()) as { seq: number }).seq;
}

/** Compares what the server has with all that it said is kept. */
async function look({ origin, address, cookies, stream }: Place) {
  const reader = await TextClient.open(address, cookies[0]!, null);
  const kept = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(reader.answer!));
  reader.terminate();
  let lostEdits = 0;
  for (const [writer, clock] of clocks) lostEdits += Math.max(0, clock - (kept.get(writer) ?? 0));
  const answered = await fetch(`${origin}/api/streams/${stream}?since=0`, {
    headers: { cookie: cookies[1]! },
  });
  const { seq } = (await answered.json()) as { seq: number };
  let lostCommands = accepted.filter(one => one.seq > seq).length;
  // The same again is the same answer, and no second effect.
  for (const { command, seq: before } of accepted.slice(-3)) {
    if ((await send(origin, cookies[1]!, command)) !== before) lostCommands += 1;
  }
  return {
    lostEdits,
    lostCommands,
    edits: clocks.size > 0 ? sum(clocks.values()) : 0,
    commands: accepted.length,
  };
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

answer({
  enter,
  live,
  look,
  latencies: () => {
    const all = milliseconds;
    milliseconds = [];
    return all;
  },
});
