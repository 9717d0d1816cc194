import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createTestDatabase } from '../../../test/programs/postgres.ts';
import { type Bed, createBed, rowsOf } from './bed.ts';
import { type Client, type Raw, typedIn, until } from './clients.ts';

let bed: Bed;
beforeAll(async () => {
  bed = await createBed(await createTestDatabase(), { refusalsPerMinute: 1000 });
});
afterAll(() => bed.close());

const paragraphOf = (doc: Y.Doc): Y.XmlElement =>
  (doc.getXmlFragment('minutes').get(1) as Y.XmlElement).get(0) as Y.XmlElement;

/** The update that a change of the document makes. */
function changeOf(doc: Y.Doc, change: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(change);
  return Y.encodeStateAsUpdate(doc, before);
}

/** A secretary types in another meeting all the while, and every keystroke is stored. */
async function writeElsewhere(client: Client, isOver: () => boolean): Promise<void> {
  for (let typed = 0; typed === 0 || !isOver(); typed += 1) {
    client.type(`${typed};`);
    expect((await client.barrier()).refused).toBeNull();
  }
}

async function attacker(
  meeting: string,
  name = 'Kẻ tấn công',
): Promise<{ raw: Raw; doc: Y.Doc; person: string }> {
  const person = bed.office.person(meeting, name);
  const raw = await bed.raw(meeting, person);
  return { raw, doc: await raw.document(), person };
}

describe('A1: slow, nested and broken updates', () => {
  test('an update that burns the processor ends its thread and its socket, is set aside, and the text goes on', async () => {
    const strict = await bed.process({ limits: { frameBudgetMs: 20 } });
    const meeting = await bed.meeting();
    const writer = await bed.client(meeting, bed.office.person(meeting, 'Thư ký'), strict);
    writer.type('trước;');
    await writer.barrier();
    const person = bed.office.person(meeting, 'Kẻ tấn công');
    const raw = await bed.raw(meeting, person, '', strict);
    const doc = await raw.document();
    raw.step2(nested(doc, 18_000));
    expect(await raw.closed()).toEqual({ code: 1008, reason: 'too_slow' });
    expect(strict.events).toContain('overrun');
    expect(await rowsOf(bed.db, 'minutes_quarantine', meeting)).toBe(1);
    writer.type('sau;');
    expect((await writer.barrier()).refused).toBeNull();
    expect(writer.closings).toEqual([]);
    expect((await bed.stored(meeting))[1]).toBe('trước;sau;');
  });

  test('20,000 nested elements are refused, nobody else is disturbed, and nothing of them is stored', async () => {
    const meeting = await bed.meeting();
    const elsewhere = await bed.meeting();
    const writer = await bed.client(elsewhere, bed.office.person(elsewhere, 'Thư ký'));
    const neighbour = await bed.client(meeting, bed.office.person(meeting, 'Thư ký'));
    const { raw, doc } = await attacker(meeting);
    const rows = await rowsOf(bed.db, 'minutes_updates', meeting);
    raw.step2(nested(doc, 20_000));
    await writeElsewhere(writer, () => raw.closing !== null);
    expect((await raw.closed()).code).toBe(1008);
    neighbour.type('vẫn viết được');
    expect((await neighbour.barrier()).refused).toBeNull();
    expect(await rowsOf(bed.db, 'minutes_updates', meeting)).toBe(rows + 1);
  });

  test('8,000 inserts at one place from as many devices are cut off, and other rooms do not wait for them', async () => {
    const meeting = await bed.meeting();
    const elsewhere = await bed.meeting();
    const writer = await bed.client(elsewhere, bed.office.person(elsewhere, 'Thư ký'));
    const { raw, doc } = await attacker(meeting);
    const base = Y.encodeStateAsUpdate(doc);
    for (let index = 0; index < 8000; index += 1) raw.update(oneMoreDevice(base, 1_000_000 + index));
    await writeElsewhere(writer, () => raw.closing !== null);
    expect(await raw.closed()).toEqual({ code: 1008, reason: 'too_many' });
  });

  test('8,000 inserts at one place from one device are stored, and other rooms do not wait for them', async () => {
    const meeting = await bed.meeting();
    const elsewhere = await bed.meeting();
    const writer = await bed.client(elsewhere, bed.office.person(elsewhere, 'Thư ký'));
    const busy = await bed.client(meeting, bed.office.person(meeting, 'A'));
    for (let index = 0; index < 8000; index += 1) {
      const line = paragraphOf(busy.doc);
      if (line.length === 0) line.insert(0, [new Y.XmlText()]);
      (line.get(0) as Y.XmlText).insert(0, 'x');
    }
    let isStored = false;
    const answer = busy.barrier().then(({ refused }) => {
      isStored = true;
      return refused;
    });
    await writeElsewhere(writer, () => isStored);
    expect(await answer).toBeNull();
    expect((await bed.stored(meeting))[1]).toBe('x'.repeat(8000));
  });

  test('truncated updates are refused, and what is stored is neither more nor less than before', async () => {
    const meeting = await bed.meeting();
    const { raw, doc, person } = await attacker(meeting);
    const whole = changeOf(doc, () => {
      paragraphOf(doc).insert(0, [new Y.XmlText('cắt')]);
      (doc.getXmlFragment('minutes').get(0) as Y.XmlElement).delete(0, 1);
    });
    const rows = await rowsOf(bed.db, 'minutes_updates', meeting);
    for (const length of [whole.length - 1, whole.length - 3, 10, 1, 0]) {
      const one = length === whole.length - 1 ? raw : await bed.raw(meeting, person);
      one.update(whole.slice(0, length));
      expect((await one.closed()).code).toBe(1008);
    }
    expect(await rowsOf(bed.db, 'minutes_updates', meeting)).toBe(rows);
    expect((await bed.stored(meeting))[1]).toBe('');
  });

  test('a corpus of garbage frames closes its sockets and leaves the process and the neighbour alone', async () => {
    const meeting = await bed.meeting();
    const neighbour = await bed.client(meeting, bed.office.person(meeting, 'Thư ký'));
    const person = bed.office.person(meeting, 'Kẻ tấn công');
    for (const frame of garbage) {
      const raw = await bed.raw(meeting, person);
      raw.send(frame);
      expect([1003, 1008, 1009], String(frame.slice(0, 12))).toContain((await raw.closed()).code);
    }
    const text = await bed.raw(meeting, person);
    text.socket.send('null');
    expect((await text.closed()).code).toBe(1003);
    neighbour.type('còn đây');
    expect((await neighbour.barrier()).refused).toBeNull();
    expect(neighbour.closings).toEqual([]);
  });

  test('random bytes in every opcode never end the process', async () => {
    const meeting = await bed.meeting();
    const person = bed.office.person(meeting, 'Kẻ tấn công');
    const neighbour = await bed.client(meeting, bed.office.person(meeting, 'Thư ký'));
    let seed = 20261124;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    for (let round = 0; round < 150; round += 1) {
      const raw = await bed.raw(meeting, person);
      for (let frame = 0; frame < 5; frame += 1) {
        const bytes = Uint8Array.from({ length: random(60) }, () => random(256));
        const starts = [[0, 0], [0, 1], [0, 2], [1], [100, 0], [random(256)]];
        const start = starts[random(starts.length)]!;
        raw.send(Uint8Array.from(start), Uint8Array.of(bytes.length), bytes);
      }
      raw.socket.terminate();
    }
    neighbour.type('còn đây');
    expect((await neighbour.barrier()).refused).toBeNull();
    expect((await bed.stored(meeting))[1]).toBe('còn đây');
  });
});

describe('A2, A3: squatting and orphans', () => {
  test("A2: another person's device cannot be used to make that person's text vanish", async () => {
    const meeting = await bed.meeting();
    const victim = await bed.client(meeting, bed.office.person(meeting, 'Nạn nhân'));
    victim.type('AAAA');
    await victim.barrier();
    const { raw, doc } = await attacker(meeting);
    doc.clientID = victim.doc.clientID;
    raw.update(typedIn(doc, 'xxxxxxxxxx'));
    expect(await raw.closed()).toEqual({ code: 1008, reason: 'foreign' });
    victim.type('REAL');
    expect((await victim.barrier()).refused).toBeNull();
    expect((await bed.stored(meeting))[1]).toBe('AAAAREAL');
  });

  test('A2: the same person may write from several devices, and from the same one again', async () => {
    const meeting = await bed.meeting();
    const person = bed.office.person(meeting, 'A');
    const [one, two] = [await bed.client(meeting, person), await bed.client(meeting, person)];
    one.type('máy một;');
    await one.barrier();
    await until(() => two.text() === 'máy một;');
    two.type('máy hai;');
    await two.barrier();
    one.offline();
    one.type('trở lại;');
    one.provider.connect();
    await one.synced();
    expect((await one.barrier()).refused).toBeNull();
    expect((await bed.stored(meeting))[1]).toContain('trở lại;');
  });

  test('A3: 1 MB of updates that build on nothing leaves not one byte, neither in the text nor aside', async () => {
    const meeting = await bed.meeting();
    const rows = await rowsOf(bed.db, 'minutes_updates', meeting);
    const { raw, doc } = await attacker(meeting);
    typedIn(doc, 'chưa bao giờ gửi');
    for (let index = 0; index < 10; index += 1) raw.update(typedIn(doc, 'y'.repeat(100_000)));
    raw.step2(Y.encodeStateAsUpdate(new Y.Doc()));
    raw.update(typedIn(doc, 'z'));
    expect(await raw.closed()).toEqual({ code: 1008, reason: 'incomplete' });
    expect(await rowsOf(bed.db, 'minutes_updates', meeting)).toBe(rows);
    expect(await rowsOf(bed.db, 'minutes_quarantine', meeting)).toBe(0);
    expect((await bed.stored(meeting))[1]).toBe('');
  });

  test('a section that a client removes stays, and the rest of what waited with it from others is stored', async () => {
    const meeting = await bed.meeting();
    const writer = await bed.client(meeting, bed.office.person(meeting, 'Thư ký'));
    const { raw, doc } = await attacker(meeting);
    const removal = changeOf(doc, () => doc.getXmlFragment('minutes').delete(0, 3));
    writer.type('cùng lúc;');
    raw.update(removal);
    writer.type('và sau đó;');
    expect(await raw.closed()).toEqual({ code: 1008, reason: 'sections' });
    expect((await writer.barrier()).refused).toBeNull();
    expect(await bed.stored(meeting)).toEqual(['', 'cùng lúc;và sau đó;', '']);
    expect(await rowsOf(bed.db, 'minutes_quarantine', meeting)).toBe(1);
  });

  test('valid frames before a bad one of the same client are stored, the ones behind it are not', async () => {
    const meeting = await bed.meeting();
    const { raw, doc } = await attacker(meeting);
    const good = typedIn(doc, 'tốt;');
    const bad = changeOf(doc, () => paragraphOf(doc).setAttribute('style', 'x'));
    const later = typedIn(doc, 'sau;');
    raw.update(good);
    raw.update(bad);
    raw.update(later);
    expect(await raw.closed()).toEqual({ code: 1008, reason: 'schema' });
    expect((await bed.stored(meeting))[1]).toBe('tốt;');
  });
});

/** Elements in elements, built from the outside in, as an attacker would who has no stack to spare. */
function nested(doc: Y.Doc, depth: number): Uint8Array {
  return changeOf(doc, () => {
    let outer = doc.getXmlFragment('minutes').get(1) as Y.XmlElement;
    for (let level = 0; level < depth; level += 1) {
      const inner = new Y.XmlElement('blockquote');
      outer.insert(0, [inner]);
      outer = inner;
    }
  });
}

function oneMoreDevice(base: Uint8Array, clientId: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  Y.applyUpdate(doc, base);
  return typedIn(doc, 'x');
}

/** Frames that no client would send, each alone on a connection. */
const garbage: Uint8Array[] = [
  [],
  [0],
  [0, 3, 1, 0],
  [0, 2],
  [0, 2, 5, 1],
  [0, 2, 1, 0, 0],
  [0, 2, 2, 255, 255],
  [0, 2, 4, 255, 255, 255, 255],
  // The 27 bytes of version 2 on which mergeUpdatesV2 never ends.
  [0, 2, 27, 0, 0, 5, 229, 1, 0, 13, 0, 4, 0, 0, 0, 1, 0, 0, 10, 123, 10, 0, 1, 1, 0, 1, 0, 0, 0],
  // A million structs announced, none there.
  [0, 2, 6, 1, 192, 132, 61, 1, 0],
  // An array of 2^40 references.
  [0, 2, 9, 1, 128, 128, 128, 128, 128, 32, 1, 0],
  [0, 0, 1, 5],
  [0, 0, 3, 255, 255, 255],
  [2, 0],
  [3],
  [4, 1, 1],
  [100],
  [100, 1, 1],
  [100, 0],
  [100, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1],
  [255, 255, 255, 255, 255, 255, 255, 255, 255, 255],
].map(bytes => Uint8Array.from(bytes));
