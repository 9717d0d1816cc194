import { noSeat } from '@nghisu/shared/platform/viewer.ts';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../test/worlds/world.ts';
import { accounts } from './organisation/organisation.tables.ts';
import { followersOf, viewerOf } from './viewers.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

describe('the viewer', () => {
  it('holds the posts of today, each unit once, and nobody else’s', async () => {
    const [finance, health, past] = [await world.unit(), await world.unit(), await world.unit()];
    const one = await world.person({ heads: [finance], worksIn: [finance, past], roles: ['monitor'] });
    const other = await world.person({ worksIn: [health] });
    await world.db.execute(sql`update posts set valid_to = current_date - 1 where unit_id = ${past}`);
    const viewers = await followersOf(world.db, [one, other], 'org');
    expect(viewers.get(one)).toEqual({
      personId: one,
      systemRoles: ['monitor'],
      units: [{ unitId: finance, head: true }],
      ...noSeat,
    });
    expect(viewers.get(other)).toMatchObject({ units: [{ unitId: health, head: false }], systemRoles: [] });
    expect(await viewerOf(world.db, one, null)).toEqual(viewers.get(one));
  });

  it('has the role of the meeting at hand, and follows only what is theirs', async () => {
    const [member, stranger] = [await world.person(), await world.person()];
    const meeting = await world.meeting({ members: [member] });
    const viewers = await followersOf(world.db, [member, stranger, meeting.chair], meeting.stream);
    expect([...viewers].map(([id, viewer]) => [id, viewer.meetingRole]).sort()).toEqual(
      [
        [member, 'member'],
        [meeting.chair, 'chair'],
      ].sort(),
    );
    expect((await followersOf(world.db, [member, stranger], `user:${member}`)).size).toBe(1);
    expect(await viewerOf(world.db, member, meeting.id)).toMatchObject({ meetingRole: 'member' });
  });

  it('is nobody without an open account', async () => {
    const person = await world.person();
    await world.db.update(accounts).set({ disabledAt: sql`now()` }).where(eq(accounts.personId, person));
    expect(await viewerOf(world.db, person, null)).toBeNull();
    expect((await followersOf(world.db, [person], 'org')).size).toBe(0);
  });
});
