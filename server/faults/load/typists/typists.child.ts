import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { answer } from '../../../bench/measure/child.ts';
import { HistoryWriter, instant } from '../../history/history.ts';
import { seeded } from '../../random.ts';
import { Captures } from '../wire/capture.ts';
import { historyPath, type Place } from '../wire/place.ts';
import { Desk } from './desk.ts';
import { Typist } from './typist.ts';

// Everybody at the minutes, writing or reading, in a process of its own.

type Seat = { meetingId: string; name: string; desk: () => Desk; typist?: Typist };

let history: HistoryWriter;
let captures: Captures;
let typists: Typist[] = [];
let readers: Desk[] = [];
let seats: Seat[] = [];
let working: Promise<unknown> = Promise.resolve();

/** `rate`: tokens a second, of all together. */
function start({ place, rate }: { place: Place; rate: number }): void {
  history = new HistoryWriter(historyPath(place, 'minutes'));
  captures = new Captures(place, 'minutes');
  const common = { place, history, captures };
  const writers = place.meetings.reduce((sum, { organisers }) => sum + organisers.length, 0);
  const pauseMs = (1000 * writers) / rate;
  let number = 0;
  const nextNode = (): number => (number++ % (place.origins.length + 1)) - 1;
  for (const [at, meeting] of place.meetings.entries()) {
    const meetingId = meeting.id;
    for (const person of meeting.organisers) {
      const name = `${at}${String.fromCharCode(97 + (number % 26))}`;
      const random = seeded(place.seed, `typist ${number}`);
      const typist = new Typist({ ...common, person, node: nextNode(), meetingId, name, random, pauseMs });
      typists.push(typist);
      seats.push({ meetingId, name, desk: () => typist.desk, typist });
    }
    for (const person of meeting.members.slice(0, 2)) {
      const onText = () => noteReading(person.id, meetingId);
      const desk = new Desk({ ...common, person, node: nextNode(), meetingId, onText });
      readers.push(desk);
      seats.push({ meetingId, name: person.name, desk: () => desk });
    }
  }
  working = Promise.all(typists.map(typist => typist.work()));
}

function noteReading(personId: string, meetingId: string): void {
  history.write({
    ...{
      f: 'received',
      at: instant(),
      actor: `${personId}@minutes`,
      stream: `minutes:${meetingId}`,
      socket: -1,
    },
    ...{ epoch: '', from: -1, to: -1, kind: 'change' },
  });
}

/** Nobody types any more; answers when nobody does. */
async function stopTyping(): Promise<void> {
  for (const typist of typists) typist.stop();
  await working;
}

/** Who is not done, in words. */
const undone = (): string[] =>
  seats
    .filter(({ typist, desk }) => !(typist ? typist.isDone : desk().isSynced))
    .map(({ name, meetingId }) => `${name} at the minutes ${meetingId}`);

/** What every desk holds: a hash of the text as it is rendered, and of what is deleted in it. */
function held() {
  return seats.map(({ meetingId, name, desk }) => {
    const { doc, isSynced } = desk();
    const text = doc.getXmlFragment('minutes').toString();
    return {
      meetingId,
      name,
      isSynced,
      hash: hashOf(text),
      state: hashOf(stateOf(doc)),
      length: text.length,
    };
  });
}

const hashOf = (what: string | Uint8Array): string =>
  createHash('sha256').update(what).digest('hex').slice(0, 16);

/** The document as a fresh one would hold it, however the updates came. */
function stateOf(doc: Y.Doc): Uint8Array {
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc));
  return Y.encodeStateAsUpdate(fresh);
}

async function stop(): Promise<void> {
  for (const one of [...typists, ...readers]) one.close();
  await Promise.all([history.flush(), captures.flush()]);
  [typists, readers, seats] = [[], [], []];
}

answer({
  start,
  stopTyping,
  undone,
  held,
  counts: () => ({
    typed: typists.reduce((sum, { typed }) => sum + typed, 0),
    stored: typists.reduce((sum, { stored }) => sum + stored, 0),
    refusals: typists.flatMap(({ refusals }) => refusals),
  }),
  flush: () => Promise.all([history.flush(), captures.flush()]),
  stop,
});
