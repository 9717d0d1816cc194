import { newId } from '@nghisu/shared/platform/ids.ts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase } from '../../../test/programs/postgres.ts';
import { setMinutesState } from '../minutes.store.ts';
import { type Bed, createBed, rowsOf } from './bed.ts';
import { equal, typedIn, until } from './clients.ts';

let bed: Bed;
beforeAll(async () => {
  bed = await createBed(await createTestDatabase());
});
afterAll(() => bed.close());

describe('rights', () => {
  test('who has no right, and who asks for unknown minutes, is closed with 4403 and learns nothing', async () => {
    const meeting = await bed.meeting();
    for (const [at, person] of [
      [meeting, newId()],
      [newId(), bed.office.person(meeting, 'A')],
      [meeting, bed.office.person(meeting, 'B', { read: false, write: false })],
    ] as const) {
      const raw = await bed.raw(at, person);
      raw.send(0, 0, 1, 0);
      expect((await raw.closed()).code).toBe(4403);
      expect(raw.received).toEqual([]);
    }
  });

  test('A5: a reader cannot write, is told so if it asks, and goes on reading', async () => {
    const meeting = await bed.meeting();
    const writer = await bed.client(meeting, bed.office.person(meeting, 'A'));
    const reader = await bed.client(meeting, bed.office.person(meeting, 'B', { write: false }));
    const rows = await rowsOf(bed.db, 'minutes_updates', meeting);
    expect(await reader.barrier()).toEqual({ token: 1, refused: null });
    reader.type('lén viết');
    expect(await reader.barrier()).toEqual({ token: 2, refused: 'read_only' });
    writer.type('thật');
    await until(() => reader.text().includes('thật'));
    expect(writer.text()).toBe('thật');
    expect(await rowsOf(bed.db, 'minutes_updates', meeting)).toBe(rows + 1);
    expect(await rowsOf(bed.db, 'minutes_quarantine', meeting)).toBe(0);
  });

  test('S6: a demoted writer stops at once and comes back as a reader; nobody else reconnects', async () => {
    const meeting = await bed.meeting();
    const [first, second] = [bed.office.person(meeting, 'A'), bed.office.person(meeting, 'B')];
    const demoted = await bed.client(meeting, first);
    const other = await bed.client(meeting, second);
    bed.office.grant(meeting, first, 'A', { write: false });
    bed.first.server.rightsChanged(meeting, first);
    demoted.type('sau khi mất quyền');
    await until(() => demoted.closings.includes(1012));
    await demoted.synced();
    expect((await demoted.barrier()).refused).toBe('read_only');
    // It was typed before the right was known to be gone: kept aside, as after a closing.
    expect(await rowsOf(bed.db, 'minutes_quarantine', meeting)).toBe(1);
    other.type('vẫn viết');
    await until(() => demoted.text().includes('vẫn viết'));
    expect(other.closings).toEqual([]);
    expect(await bed.stored(meeting)).toEqual(['', 'vẫn viết', '']);
  });

  test('S6: who loses sight is closed for good, and hears nothing said after', async () => {
    const meeting = await bed.meeting();
    const person = bed.office.person(meeting, 'A', { write: false });
    const barred = await bed.client(meeting, person);
    const writer = await bed.client(meeting, bed.office.person(meeting, 'B'));
    bed.office.rights.delete(`${meeting} ${person}`);
    bed.first.server.rightsChanged(meeting, person);
    writer.type('bí mật');
    expect((await writer.barrier()).refused).toBeNull();
    await until(() => barred.closings.includes(4403));
    expect(barred.text()).toBe('');
    expect(barred.provider.shouldConnect).toBe(false);
  });

  test('rights that turn out to be the same cost nothing, and nothing said meanwhile is lost', async () => {
    const meeting = await bed.meeting();
    const person = bed.office.person(meeting, 'A');
    const one = await bed.client(meeting, person);
    const two = await bed.client(meeting, bed.office.person(meeting, 'B'));
    for (let round = 0; round < 20; round += 1) {
      bed.first.server.rightsChanged(meeting, person);
      one.type(`a${round};`);
      two.type(`b${round};`);
    }
    await until(() => one.text().includes('b19;') && two.text().includes('a19;'));
    expect(one.closings).toEqual([]);
    expect(equal(one.doc, two.doc)).toBe(true);
  });

  test('the end of a session closes its sockets and no other of the same person', async () => {
    const meeting = await bed.meeting();
    const person = bed.office.person(meeting, 'A');
    const [one, two] = [
      await bed.raw(meeting, person, '&session=1'),
      await bed.raw(meeting, person, '&session=2'),
    ];
    bed.first.server.endSession('1');
    expect(await one.closed()).toEqual({ code: 4403, reason: 'session' });
    await two.document();
    expect(two.closing).toBeNull();
  });

  test('rule 10: what comes after the closing is set aside, its author is told, and it is no row', async () => {
    const meeting = await bed.meeting();
    const author = await bed.client(meeting, bed.office.person(meeting, 'A'));
    author.type('trước;');
    await author.barrier();
    const rows = await rowsOf(bed.db, 'minutes_updates', meeting);
    await bed.db.transaction(tx => setMinutesState(tx, meeting, 'closed'));
    author.type('muộn;');
    expect((await author.barrier()).refused).toBe('closed');
    await until(() => author.closings.includes(1012));
    await author.synced();
    await until(async () => (await rowsOf(bed.db, 'minutes_quarantine', meeting)) > 0);
    expect(await rowsOf(bed.db, 'minutes_updates', meeting)).toBe(rows);
    expect((await bed.stored(meeting))[1]).toBe('trước;');
  });

  test('F15: what was written offline before the closing and comes after it is set aside once, however often it comes', async () => {
    const meeting = await bed.meeting();
    const author = await bed.client(meeting, bed.office.person(meeting, 'A'));
    author.type('trước;');
    await author.barrier();
    author.offline();
    author.type('ngoại tuyến;');
    await bed.db.transaction(tx => setMinutesState(tx, meeting, 'closed'));
    for (let round = 0; round < 3; round += 1) {
      author.provider.connect();
      await author.synced();
      expect((await author.barrier()).refused).toBe('closed');
      author.offline();
    }
    expect(await rowsOf(bed.db, 'minutes_quarantine', meeting)).toBe(1);
    expect((await bed.stored(meeting))[1]).toBe('trước;');
  });

  test('rule 1: a local copy of another generation is refused before anything is merged', async () => {
    const meeting = await bed.meeting();
    const person = bed.office.person(meeting, 'A');
    const same = await bed.raw(meeting, person, '&generation=1');
    await same.document();
    const other = await bed.raw(meeting, person, '&generation=2');
    expect((await other.closed()).code).toBe(4409);
    await bed.db.execute(sql`update minutes set generation = 2, last_seq = 0 where meeting_id = ${meeting}`);
    same.update(typedIn(await same.document(), 'quá khứ khác'));
    expect((await same.closed()).code).toBe(4409);
    expect(await rowsOf(bed.db, 'minutes_quarantine', meeting)).toBe(0);
  });
});
