import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { createTestDatabase } from '../../../test/programs/postgres.ts';
import { type Bed, createBed, rowsOf } from './bed.ts';
import { equal, Raw, typedIn, until } from './clients.ts';

let bed: Bed;
beforeAll(async () => {
  bed = await createBed(await createTestDatabase());
});
afterAll(() => bed.close());

describe('stock clients of y-websocket', () => {
  test('what two write reaches both and a third who only reads, and is the same in the database', async () => {
    const meeting = await bed.meeting();
    const [thuky, thuky2] = [bed.office.person(meeting, 'Thu ký'), bed.office.person(meeting, 'Thu ký 2')];
    const reader = bed.office.person(meeting, 'Thành viên', { write: false });
    const one = await bed.client(meeting, thuky);
    const two = await bed.client(meeting, thuky2);
    const three = await bed.client(meeting, reader);
    for (let round = 0; round < 20; round += 1) {
      one.type(`một${round};`);
      two.type(`hai${round};`, 2);
    }
    await until(() => three.text(1).endsWith('một19;') && three.text(2).endsWith('hai19;'));
    await until(() => [two, three].every(({ doc }) => equal(doc, one.doc)));
    expect(await bed.stored(meeting)).toEqual(['', one.text(1), one.text(2)]);
  });

  test('what was written offline is merged when the client comes back', async () => {
    const meeting = await bed.meeting();
    const [one, two] = await Promise.all(
      ['A', 'B'].map(name => bed.client(meeting, bed.office.person(meeting, name))),
    );
    one!.offline();
    one!.type('viết khi mất mạng ');
    two!.type('viết khi có mạng ');
    one!.provider.connect();
    await one!.synced();
    await until(() => equal(one!.doc, two!.doc) && two!.text().includes('mất mạng'));
    expect(two!.text()).toContain('có mạng');
  });

  test('what is typed between the opening of the socket and the answer is stored, though it came too early', async () => {
    const meeting = await bed.meeting();
    const person = bed.office.person(meeting, 'A');
    const one = await bed.client(meeting, person);
    one.offline();
    one.type('ngoại tuyến;');
    one.provider.on('status', ({ status }) => {
      if (status === 'connected') one.type('ngay khi nối;');
    });
    one.provider.connect();
    await until(() => one.provider.wsconnected);
    expect(await one.barrier()).toEqual({ token: 1, refused: null });
    expect((await bed.stored(meeting))[1]).toBe('ngoại tuyến;ngay khi nối;');
    expect(one.closings.filter(code => code !== 0)).toEqual([]);
  });

  test('a text of more than one frame written offline comes back in one merge, and larger ones are refused', async () => {
    const meeting = await bed.meeting();
    const person = bed.office.person(meeting, 'A');
    const one = await bed.client(meeting, person);
    one.offline();
    one.type('ă'.repeat(600_000));
    one.provider.connect();
    await one.synced();
    await until(async () => (await bed.stored(meeting))[1]!.length === 600_000);
    const raw = await bed.raw(meeting, person);
    raw.step2(new Uint8Array(2 * 1024 * 1024));
    expect((await raw.closed()).code).toBe(1009);
    const other = await bed.raw(meeting, person);
    other.update(new Uint8Array(257 * 1024));
    expect((await other.closed()).code).toBe(1009);
  });

  test('a lone reader with nothing to read hears from the server often enough to stay', async () => {
    const quick = await bed.process({ limits: { beatMs: 50, silentBeats: 1000 } });
    const meeting = await bed.meeting();
    const raw = await bed.raw(meeting, bed.office.person(meeting, 'A'), '', quick);
    await raw.document();
    await until(() => raw.presence.length > 3);
    expect([...raw.presence[0]!]).toEqual([0]);
  });
});

describe('a peer that has gone silently', () => {
  test('is dropped when it answers no ping, and its device disappears', async () => {
    const quick = await bed.process({ limits: { beatMs: 100 } });
    const meeting = await bed.meeting();
    const person = bed.office.person(meeting, 'A');
    const address = `ws://127.0.0.1:${quick.port}/minutes/${meeting}?person=${person}`;
    const silent = new Raw(address, { autoPong: false });
    await silent.opened;
    silent.send(0, 0, 1, 0);
    expect((await silent.closed()).code).toBe(1006);
  });
});

describe('the truth about storage', () => {
  test('a barrier is answered after the commit of all that was sent before it', async () => {
    const meeting = await bed.meeting();
    const one = await bed.client(meeting, bed.office.person(meeting, 'A'));
    for (let round = 0; round < 10; round += 1) {
      one.type(`T${round};`);
      expect(await one.barrier()).toEqual({ token: round + 1, refused: null });
      expect((await bed.stored(meeting))[1]).toBe(one.text());
    }
  });

  test('a stock client never meets a message that it does not know', async () => {
    const meeting = await bed.meeting();
    const one = await bed.client(meeting, bed.office.person(meeting, 'A'));
    const raw = await bed.raw(meeting, bed.office.person(meeting, 'B'));
    const doc = await raw.document();
    one.type('x');
    await until(() => raw.updates.length > 1);
    raw.update(typedIn(doc, 'y'));
    await until(() => one.text().includes('y'));
    expect(raw.received.every(frame => frame[0] === 0 || frame[0] === 1)).toBe(true);
  });

  test('one who only deletes is stored too', async () => {
    const meeting = await bed.meeting();
    const one = await bed.client(meeting, bed.office.person(meeting, 'A'));
    one.type('xoá tôi đi');
    await one.barrier();
    const rows = await rowsOf(bed.db, 'minutes_updates', meeting);
    ((one.section(1).get(0) as Y.XmlElement).get(0) as Y.XmlText).delete(0, 4);
    await one.barrier();
    expect(await rowsOf(bed.db, 'minutes_updates', meeting)).toBe(rows + 1);
    expect((await bed.stored(meeting))[1]).toBe('tôi đi');
  });
});

describe('presence', () => {
  test('A4: name, colour and id are those of the session, whatever the client says, and so is the device', async () => {
    const meeting = await bed.meeting();
    const [chair, liar] = [bed.office.person(meeting, 'Chủ tịch'), bed.office.person(meeting, 'Kẻ giả danh')];
    const observer = await bed.client(meeting, bed.office.person(meeting, 'C', { write: false }));
    const one = await bed.client(meeting, chair);
    one.provider.awareness.setLocalState({ user: { name: 'X', color: 'url(x)' }, cursor: null, secret: 'x' });
    await until(() => observer.provider.awareness.getStates().has(one.doc.clientID));
    const two = await bed.client(meeting, liar);
    two.provider.awareness.setLocalState({ user: { id: chair, name: 'Chủ tịch', color: '#000000' } });
    await until(() => observer.provider.awareness.getStates().has(two.doc.clientID));
    const states = observer.provider.awareness.getStates();
    const stateOf = (client: typeof one) => states.get(client.doc.clientID) as Record<string, never>;
    expect(stateOf(one)).toEqual({
      user: { id: chair, name: 'Chủ tịch', color: expect.stringMatching(/^#[0-9a-f]{6}$/) },
    });
    expect(stateOf(two)).toMatchObject({ user: { id: liar, name: 'Kẻ giả danh' } });

    const raw = await bed.raw(meeting, liar);
    const forged = new Map([[one.doc.clientID, { user: { name: 'giả' } }]]);
    raw.send(1, presenceOf(forged));
    one.provider.awareness.setLocalStateField('cursor', caret());
    await until(() => stateOf(one).cursor !== undefined);
    expect(stateOf(one)).toMatchObject({ user: { name: 'Chủ tịch' } });
    expect(stateOf(one).cursor).toEqual({
      anchor: { tname: 'minutes', assoc: 0 },
      head: { tname: 'minutes', assoc: 0 },
    });
  });

  test('a device disappears with its connection, and is seen again when it comes back', async () => {
    const meeting = await bed.meeting();
    const observer = await bed.client(meeting, bed.office.person(meeting, 'A'));
    const one = await bed.client(meeting, bed.office.person(meeting, 'B'));
    const isSeen = () => observer.provider.awareness.getStates().has(one.doc.clientID);
    await until(isSeen);
    one.provider.ws!.close();
    await until(() => !isSeen());
    await one.synced();
    await until(isSeen);
  });

  test('a device that is seen cannot be written under by anybody else, even before its person has written', async () => {
    const meeting = await bed.meeting();
    const victim = await bed.client(meeting, bed.office.person(meeting, 'A'));
    const observer = await bed.client(meeting, bed.office.person(meeting, 'B'));
    await until(() => observer.provider.awareness.getStates().has(victim.doc.clientID));
    const thief = await bed.raw(meeting, bed.office.person(meeting, 'C'));
    const doc = await thief.document();
    doc.clientID = victim.doc.clientID;
    thief.update(typedIn(doc, 'chiếm chỗ'));
    expect(await thief.closed()).toEqual({ code: 1008, reason: 'foreign' });
    victim.type('của tôi');
    expect((await victim.barrier()).refused).toBeNull();
    expect((await bed.stored(meeting))[1]).toBe('của tôi');
  });
});

const caret = () => ({
  anchor: { type: null, tname: 'minutes', item: null, assoc: 0, html: '<b>' },
  head: { type: null, tname: 'minutes', item: null, assoc: 0 },
});

function presenceOf(states: ReadonlyMap<number, unknown>): Uint8Array {
  const parts = [...states].flatMap(([client, state]) => [
    varUint(client),
    varUint(1_000_000_000),
    varString(JSON.stringify(state)),
  ]);
  const content = Buffer.concat([varUint(states.size), ...parts]);
  return Buffer.concat([varUint(content.length), content]);
}

function varUint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push(128 | (rest % 128));
  return Buffer.from([...bytes, rest]);
}

const varString = (text: string): Buffer =>
  Buffer.concat([varUint(Buffer.byteLength(text)), Buffer.from(text)]);
