import { newId } from '@nghisu/shared/platform/ids.ts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FeedWorld, note } from '../../../test/worlds/feedWorld.ts';
import { verifyChain } from './streams.verify.ts';

let world: FeedWorld;
let stream: string;
beforeAll(async () => {
  world = await FeedWorld.create();
});
beforeEach(async () => {
  stream = `meeting:${newId()}`;
  for (let number = 1; number <= 5; number += 1)
    await world.write(stream, { put: [note(`ghi chú ${number}`)] });
});
afterAll(() => world.close());

describe('the hash chain of a stream', () => {
  it('is whole as it was written, and where nothing was written yet', async () => {
    await world.write(stream, { drop: [note('x')], seats: { [newId()]: 'member' } });
    expect(await verifyChain(world.db, stream)).toEqual({ events: 6, brokenAt: null });
    expect(await verifyChain(world.db, `meeting:${newId()}`)).toEqual({ events: 0, brokenAt: null });
  });

  it.each([
    ["type = 'other'", 3],
    ['by = gen_random_uuid()', 3],
    ["at = at + interval '1 millisecond'", 3],
    [`changes = '[]'`, 3],
    [`rights = '["x"]'`, 3],
    ['hash = md5(hash)', 3],
  ])('is broken where somebody set %s', async (change, brokenAt) => {
    await world.db.execute(sql`update events set ${sql.raw(change)} where stream = ${stream} and seq = 3`);
    expect(await verifyChain(world.db, stream)).toEqual({ events: 5, brokenAt });
  });

  it('is broken where an event was taken out, and at its end where that was cut off', async () => {
    await world.db.execute(sql`delete from events where stream = ${stream} and seq = 5`);
    expect(await verifyChain(world.db, stream)).toEqual({ events: 4, brokenAt: 5 });
    await world.db.execute(sql`delete from events where stream = ${stream} and seq = 2`);
    expect(await verifyChain(world.db, stream)).toEqual({ events: 3, brokenAt: 2 });
  });

  it('is broken where two events changed places', async () => {
    await world.db.execute(sql`update events set seq = -seq where stream = ${stream} and seq in (2, 3)`);
    await world.db.execute(sql`update events set seq = 5 + seq where stream = ${stream} and seq < 0`);
    expect((await verifyChain(world.db, stream)).brokenAt).toBe(2);
  });
});
