import type { Person, Post, Room, Unit } from '@nghisu/shared/organisation/organisation.records.ts';
import type { Viewer } from '@nghisu/shared/platform/viewer.ts';
import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../platform/database/db.ts';
import { accounts, people, posts, rooms, units } from './organisation.tables.ts';

/** Today in the installation's time zone, by the database's clock. */
export const today = sql<string>`(now() at time zone 'Asia/Ho_Chi_Minh')::date`;

const heldToday = and(lte(posts.validFrom, today), or(isNull(posts.validTo), gt(posts.validTo, today)));

/** Every record of the directory, as the stream `org` holds it. */
export async function directory(db: Reader): Promise<(Unit | Person | Post | Room)[]> {
  const [allUnits, allPeople, allPosts, allRooms] = [
    await db.select().from(units),
    await db.select().from(people),
    await db.select().from(posts),
    await db.select().from(rooms),
  ];
  return [
    ...allUnits.map((row): Unit => ({ kind: 'unit', ...row })),
    ...allPeople.map((row): Person => ({ kind: 'person', ...row })),
    ...allPosts.map((row): Post => ({ kind: 'post', ...row })),
    ...allRooms.map((row): Room => ({ kind: 'room', ...row })),
  ];
}

/** What somebody with an open account is in the organisation today. */
export type Standing = Pick<Viewer, 'personId' | 'systemRoles' | 'units'>;

/** The system roles of people and the units in which they hold posts today; absent who has no open account. */
export async function standingsOf(db: Reader, personIds: readonly string[]): Promise<Standing[]> {
  const { rows } = await db.execute<Standing>(sql`
    select account.person_id as "personId", account.system_roles as "systemRoles", coalesce((
      select jsonb_agg(jsonb_build_object('unitId', held.unit_id, 'head', held.head) order by held.unit_id)
      from (select unit_id, bool_or(head) as head from ${posts}
            where ${posts.personId} = account.person_id and ${heldToday} group by unit_id) held
    ), '[]') as units
    from ${accounts} account
    where account.person_id = any(${sql.param([...personIds])}::uuid[]) and account.disabled_at is null`);
  return rows;
}

/** The units in which a person holds a post today. */
export async function unitsOf(db: Reader, personId: string): Promise<{ unitId: string; head: boolean }[]> {
  const rows = await db
    .select({ unitId: posts.unitId, head: posts.head })
    .from(posts)
    .where(and(eq(posts.personId, personId), heldToday));
  const headOf = new Map<string, boolean>();
  for (const row of rows) headOf.set(row.unitId, (headOf.get(row.unitId) ?? false) || row.head);
  return [...headOf].map(([unitId, head]) => ({ unitId, head }));
}

/** Who heads each of the units today; units without a head are absent. */
export async function headsOfUnits(
  db: Reader,
  unitIds: readonly string[],
): Promise<{ unitId: string; personId: string }[]> {
  if (unitIds.length === 0) return [];
  return db
    .selectDistinctOn([posts.unitId], { unitId: posts.unitId, personId: posts.personId })
    .from(posts)
    .innerJoin(people, eq(people.id, posts.personId))
    .where(and(inArray(posts.unitId, [...unitIds]), eq(posts.head, true), heldToday))
    .orderBy(posts.unitId, people.protocolOrder);
}

/** The people that exist among the ids. */
export async function knownPeople(db: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(inArray(people.id, [...ids]));
  return new Set(rows.map(row => row.id));
}

/** The units that exist among the ids. */
export async function knownUnits(db: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: units.id })
    .from(units)
    .where(inArray(units.id, [...ids]));
  return new Set(rows.map(row => row.id));
}

/** The unit, or null. */
export async function unitById(db: Reader, id: string): Promise<Unit | null> {
  const rows = await db.select().from(units).where(eq(units.id, id));
  return rows[0] ? { kind: 'unit', ...rows[0] } : null;
}

/** The short names of the units that have ended, in protocol order. */
export async function endedAmong(db: Reader, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ name: units.shortName })
    .from(units)
    .where(and(inArray(units.id, [...ids]), lte(units.validTo, today)))
    .orderBy(asc(units.order), asc(units.id));
  return rows.map(row => row.name);
}

/** True where the unit is the other one, or stands somewhere below it. */
export async function isWithin(db: Reader, unitId: string, otherId: string): Promise<boolean> {
  // `union` also ends a circle that an older version let in.
  const { rows } = await db.execute(sql`
    with recursive above (id, parent_id) as (
      select id, parent_id from ${units} where id = ${unitId}
      union select unit.id, unit.parent_id from ${units} unit join above on unit.id = above.parent_id)
    select 1 from above where id = ${otherId}`);
  return rows.length > 0;
}

/** How many units right below a unit, and how many posts in it, go on after a day. */
export async function countOutlasting(
  db: Reader,
  unitId: string,
  day: string,
): Promise<{ units: number; posts: number }> {
  const after = (of: typeof units | typeof posts) =>
    or(isNull(of.validTo), and(gt(of.validTo, day), gt(of.validTo, of.validFrom)));
  return {
    units: await db.$count(units, and(eq(units.parentId, unitId), after(units))),
    posts: await db.$count(posts, and(eq(posts.unitId, unitId), after(posts))),
  };
}

/** True where the room exists. */
export async function isKnownRoom(db: Reader, id: string): Promise<boolean> {
  return (await db.select({ id: rooms.id }).from(rooms).where(eq(rooms.id, id))).length > 0;
}

/** The person's name as shown to others, or null. */
export async function personById(db: Reader, id: string): Promise<Person | null> {
  const rows = await db.select().from(people).where(eq(people.id, id));
  return rows[0] ? { kind: 'person', ...rows[0] } : null;
}

export async function saveUnit(tx: Tx, unit: typeof units.$inferInsert): Promise<void> {
  await tx.insert(units).values(unit).onConflictDoUpdate({ target: units.id, set: unit });
}

export async function savePerson(tx: Tx, person: typeof people.$inferInsert): Promise<void> {
  await tx.insert(people).values(person).onConflictDoUpdate({ target: people.id, set: person });
}

/** Saves a post; answers the person who held it before, if that was another. */
export async function savePost(tx: Tx, post: typeof posts.$inferInsert): Promise<string | null> {
  const before = await tx.select({ personId: posts.personId }).from(posts).where(eq(posts.id, post.id));
  await tx.insert(posts).values(post).onConflictDoUpdate({ target: posts.id, set: post });
  return before[0] && before[0].personId !== post.personId ? before[0].personId : null;
}

export async function saveRoom(tx: Tx, room: typeof rooms.$inferInsert): Promise<void> {
  await tx.insert(rooms).values(room).onConflictDoUpdate({ target: rooms.id, set: room });
}
