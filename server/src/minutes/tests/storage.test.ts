import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createTestDatabase } from '../../../test/programs/postgres.ts';
import { memoryBus } from '../../platform/bus/bus.ts';
import { type Bed, createBed, rowsOf } from './bed.ts';
import { Client, equal, until } from './clients.ts';

let bed: Bed;
beforeAll(async () => {
  bed = await createBed(await createTestDatabase());
});
afterAll(() => bed.close());

const tokensIn = (text: string): string[] => text.match(/T\d{6};/g) ?? [];

describe('a killed server', () => {
  const script = fileURLToPath(new URL('./crashServer.ts', import.meta.url));

  async function start(port: number, personId: string): Promise<{ child: ChildProcess; port: number }> {
    const child = spawn(process.execPath, [script, bed.connectionString, String(port), personId], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout!, 'data')) as [Buffer];
    return { child, port: (JSON.parse(line.toString()) as { port: number }).port };
  }

  test('F2: every token that was called stored is there exactly once, over twenty kills with -9', async () => {
    const meeting = await bed.meeting(0);
    const person = bed.office.person(meeting, 'A');
    let { child, port } = await start(0, person);
    let coming = start(0, person);
    const client = new Client(port, meeting, person, new Y.Doc());
    bed.later(() => client.destroy());
    await client.synced();
    const called: string[] = [];
    let next = 0;
    for (let round = 0; round < 20; round += 1) {
      const last = next + 1 + Math.floor(Math.random() * 6);
      while (next < last) {
        const token = `T${String(next++).padStart(6, '0')};`;
        client.type(token, 0);
        // Some are called stored before the kill; what comes right after may or may not be.
        if (next < last) continue;
        expect((await client.barrier()).refused).toBeNull();
        called.push(...tokensIn(client.text(0)).slice(called.length));
        client.type(`T${String(next++).padStart(6, '0')};`, 0);
      }
      child.kill('SIGKILL');
      await once(child, 'exit');
      const kept = tokensIn((await bed.stored(meeting))[0]!);
      expect(kept.slice(0, called.length), `after kill ${round}`).toEqual(called);
      expect(new Set(kept).size).toBe(kept.length);
      ({ child, port } = await coming);
      coming = start(0, person);
      client.provider.serverUrl = `ws://127.0.0.1:${port}/minutes`;
      await until(() => client.provider.wsconnected);
      await client.synced();
    }
    await client.barrier();
    for (const one of [child, (await coming).child]) one.kill('SIGKILL');
    expect(tokensIn((await bed.stored(meeting))[0]!)).toEqual(tokensIn(client.text(0)));
    expect(tokensIn(client.text(0))).toHaveLength(next);
  }, 480_000);
});

describe('loading', () => {
  test('rule 2: many who come at once to a closed document all get it whole, in their first answer', async () => {
    const meeting = await bed.meeting();
    const author = await bed.client(meeting, bed.office.person(meeting, 'A'));
    author.type('đã có từ trước');
    await author.barrier();
    const fresh = await bed.process();
    const reader = bed.office.person(meeting, 'B', { write: false });
    const raws = await Promise.all(Array.from({ length: 12 }, () => bed.raw(meeting, reader, '', fresh)));
    for (const raw of raws) {
      const doc = await raw.document();
      expect(equal(doc, author.doc)).toBe(true);
    }
    expect(fresh.events.filter(event => event === 'opened')).toHaveLength(1);
  });

  test('rule 2: a document that cannot be loaded is not opened empty: 1011, and nothing is answered or stored', async () => {
    for (const damage of [
      sql`update minutes_updates set update = '\\xffffff'`,
      sql`delete from minutes_updates`,
    ]) {
      const meeting = await bed.meeting();
      const person = bed.office.person(meeting, 'A');
      await bed.db.execute(sql`${damage} where meeting_id = ${meeting}`);
      const raw = await bed.raw(meeting, person);
      raw.send(0, 0, 1, 0);
      raw.step2(Y.encodeStateAsUpdate(new Y.Doc()));
      expect((await raw.closed()).code).toBe(1011);
      expect(raw.answers).toEqual([]);
      expect(bed.first.events).toContain('failed');
    }
  });

  test('a document that everybody left is unloaded, merged to one row, and complete when it is opened again', async () => {
    const meeting = await bed.meeting();
    const person = bed.office.person(meeting, 'A');
    const author = await bed.client(meeting, person);
    for (let line = 0; line < 30; line += 1) {
      author.type(`dòng ${line}; `);
      await author.barrier();
    }
    const before = bed.first.server.openRooms();
    const rows = await rowsOf(bed.db, 'minutes_updates', meeting);
    expect(rows).toBeGreaterThan(20);
    author.offline();
    await until(async () => bed.first.server.openRooms() < before);
    expect(await rowsOf(bed.db, 'minutes_updates', meeting)).toBe(1);
    author.type('ngoại tuyến');
    author.provider.connect();
    await author.synced();
    expect((await author.barrier()).refused).toBeNull();
    expect((await bed.stored(meeting))[1]).toBe(author.text());
  });

  test('coming and going while a document is unloaded loses nothing', async () => {
    const quick = await bed.process({ limits: { unloadAfterMs: 1, unloadRows: 2 } });
    const meeting = await bed.meeting();
    const person = bed.office.person(meeting, 'A');
    const author = await bed.client(meeting, person, quick);
    for (let round = 0; round < 40; round += 1) {
      author.type(`T${String(round).padStart(6, '0')};`);
      expect((await author.barrier()).refused).toBeNull();
      author.offline();
      author.provider.connect();
      await author.synced();
    }
    const tokens = tokensIn((await bed.stored(meeting))[1]!);
    expect(tokens).toHaveLength(40);
    expect(new Set(tokens).size).toBe(40);
  });

  test('rows are merged while people write, and the text stays the same', async () => {
    const busy = await bed.process({ limits: { compactRows: 10 } });
    const meeting = await bed.meeting();
    const [one, two] = await Promise.all(
      ['A', 'B'].map(name => bed.client(meeting, bed.office.person(meeting, name), busy)),
    );
    for (let round = 0; round < 60; round += 1) {
      one!.type(`a${round};`);
      two!.type(`b${round};`, 2);
      await Promise.all([one!.barrier(), two!.barrier()]);
    }
    expect(busy.events).toContain('compacted');
    expect(await rowsOf(bed.db, 'minutes_updates', meeting)).toBeLessThan(40);
    await until(() => equal(one!.doc, two!.doc));
    expect(await bed.stored(meeting)).toEqual(['', one!.text(1), one!.text(2)]);
  });

  test('more documents than threads are served all the same', async () => {
    const narrow = await bed.process({ limits: { threads: 2 } });
    const meetings = await Promise.all(Array.from({ length: 8 }, () => bed.meeting()));
    const clients = await Promise.all(
      meetings.map(meeting => bed.client(meeting, bed.office.person(meeting, 'A'), narrow)),
    );
    for (let round = 0; round < 5; round += 1) {
      for (const client of clients) client.type(`${round};`);
      await Promise.all(clients.map(client => client.barrier()));
    }
    for (const meeting of meetings) expect((await bed.stored(meeting))[1]).toBe('0;1;2;3;4;');
  });
});

describe('several processes', () => {
  const speeds = { commitWindowMs: 1, pollMs: 50 };

  test.each([
    ['without a bus', false],
    ['with a bus', true],
  ])('two processes on one document converge %s, and nothing is lost or doubled', async (_, hasBus) => {
    const bus = hasBus ? memoryBus() : undefined;
    const limits = hasBus ? { ...speeds, pollMs: 60_000 } : speeds;
    const [left, right] = [
      await bed.process({ limits, ...(bus && { bus }) }),
      await bed.process({ limits, ...(bus && { bus }) }),
    ];
    const meeting = await bed.meeting();
    const clients = await Promise.all(
      [left, right, left, right].map((process, index) =>
        bed.client(meeting, bed.office.person(meeting, `P${index}`), process),
      ),
    );
    for (let round = 0; round < 40; round += 1) {
      for (const [index, client] of clients.entries()) client.type(`${index}.${round};`, 1 + (index % 2));
      if (round % 10 === 9) await Promise.all(clients.map(client => client.barrier()));
    }
    await until(() =>
      clients.every(client => equal(client.doc, clients[0]!.doc) && client.text(2).includes('3.39;')),
    );
    for (let index = 0; index < 4; index += 1) {
      const text = clients[0]!.text(1 + (index % 2));
      const mine = text.match(new RegExp(`(?<![0-9.])${index}\\.\\d+;`, 'g')) ?? [];
      expect(mine.length, `P${index}`).toBe(40);
      expect(new Set(mine).size).toBe(40);
    }
    expect(await bed.stored(meeting)).toEqual(['', clients[0]!.text(1), clients[0]!.text(2)]);
    expect(clients.every(client => client.closings.length === 0)).toBe(true);
  });

  test('who moves to another process takes along what others wrote, and is not taken for its author', async () => {
    const slow = { ...speeds, pollMs: 60_000 };
    const [left, right] = [await bed.process({ limits: slow }), await bed.process({ limits: slow })];
    const meeting = await bed.meeting();
    const [person, other] = [bed.office.person(meeting, 'A'), bed.office.person(meeting, 'B')];
    const stays = await bed.client(meeting, bed.office.person(meeting, 'C'), right);
    const writer = await bed.client(meeting, other, left);
    const mover = await bed.client(meeting, person, left);
    writer.type('của B;');
    await until(() => mover.text().includes('của B;'));
    mover.offline();
    mover.type('của A;');
    const moved = await bed.client(meeting, person, right, mover.doc);
    expect((await moved.barrier()).refused).toBeNull();
    await until(() => stays.text() === moved.text());
    expect((await bed.stored(meeting))[1]).toBe('của B;của A;');
  });

  test('who is there is seen in every process, and disappears there too', async () => {
    const bus = memoryBus();
    const [left, right] = [await bed.process({ bus }), await bed.process({ bus })];
    const meeting = await bed.meeting();
    const observer = await bed.client(meeting, bed.office.person(meeting, 'A'), left);
    const one = await bed.client(meeting, bed.office.person(meeting, 'Thư ký'), right);
    const seen = () =>
      observer.provider.awareness.getStates().get(one.doc.clientID) as { user: { name: string } } | undefined;
    await until(() => seen()?.user.name === 'Thư ký');
    one.offline();
    await until(() => seen() === undefined);
  });

  test('minutes that are closed elsewhere turn their writers here into readers', async () => {
    const here = await bed.process({ limits: speeds });
    const meeting = await bed.meeting();
    const author = await bed.client(meeting, bed.office.person(meeting, 'A'), here);
    await bed.db.execute(sql`update minutes set state = 'closed' where meeting_id = ${meeting}`);
    await until(() => author.closings.includes(1012));
    await author.synced();
    expect(author.closings).toEqual([1012]);
  });
});

describe('a database that fails', () => {
  test('F7: nothing is called stored that is not, and the text arrives when the database is back', async () => {
    const meeting = await bed.meeting();
    const author = await bed.client(meeting, bed.office.person(meeting, 'A'));
    await bed.db.execute(sql`alter table minutes_updates rename to minutes_updates_gone`);
    author.type('trong lúc hỏng;');
    await until(() => author.closings.includes(1011));
    await bed.db.execute(sql`alter table minutes_updates_gone rename to minutes_updates`);
    await author.synced();
    expect((await author.barrier()).refused).toBeNull();
    expect((await bed.stored(meeting))[1]).toBe('trong lúc hỏng;');
  });

  test('F8: a lock on the row that is held for a while delays the writer and closes nobody', async () => {
    const meeting = await bed.meeting();
    const author = await bed.client(meeting, bed.office.person(meeting, 'A'));
    let release: () => void = () => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    const locker = bed.db.transaction(async tx => {
      await tx.execute(sql`select 1 from minutes where meeting_id = ${meeting} for update`);
      author.type('chờ khoá;');
      await held;
    });
    const answer = author.barrier();
    await until(async () => {
      const { rows } = await bed.db.execute(sql`select 1 from pg_locks where not granted`);
      return rows.length > 0;
    });
    release();
    await locker;
    expect((await answer).refused).toBeNull();
    expect(author.closings).toEqual([]);
  });
});
