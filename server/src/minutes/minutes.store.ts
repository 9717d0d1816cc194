import type { Minutes } from '@nghisu/shared/minutes/minutes.records.ts';
import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { Db, Reader, Tx } from '../platform/database/db.ts';
import { minutes, minutesClients, minutesUpdates } from './minutes.tables.ts';

/** Where a document stands: `seq` is that of its newest update. */
export type Head = Pick<Minutes, 'state' | 'generation'> & { readonly seq: number };

/** One stored update. */
type StoredUpdate = { readonly seq: number; readonly update: Uint8Array };

/** An update to be stored, and who wrote it; null for the server. */
type NewUpdate = { readonly update: Uint8Array; readonly personId: string | null };

/** A Yjs client id and the one person who writes under it. */
type ClientOwner = { readonly clientId: number; readonly personId: string };

const head = { state: minutes.state, generation: minutes.generation, seq: minutes.lastSeq };

/** Makes an empty draft, unless the meeting has minutes already. */
export async function createMinutes(tx: Tx, meetingId: string): Promise<void> {
  await tx.insert(minutes).values({ meetingId }).onConflictDoNothing();
}

/** Opens or closes the draft. An update that comes later than the closing is refused by the same row. */
export async function setMinutesState(tx: Tx, meetingId: string, state: Minutes['state']): Promise<void> {
  await tx.update(minutes).set({ state }).where(eq(minutes.meetingId, meetingId));
}

/** The minutes of a meeting as a record, or null where there are none. */
export async function minutesOf(db: Reader, meetingId: string): Promise<Minutes | null> {
  const found = await headOf(db, meetingId);
  return found && { kind: 'minutes', id: meetingId, state: found.state, generation: found.generation };
}

/** Where the document stands, or null where there is none. */
export async function headOf(db: Reader, meetingId: string): Promise<Head | null> {
  const rows = await db.select(head).from(minutes).where(eq(minutes.meetingId, meetingId));
  return rows[0] ?? null;
}

/** As `headOf`, and nobody else writes to the document until the transaction ends. */
export async function lockHead(tx: Tx, meetingId: string): Promise<Head | null> {
  const rows = await tx.select(head).from(minutes).where(eq(minutes.meetingId, meetingId)).for('update');
  return rows[0] ?? null;
}

/** Where each of the documents stands. */
export async function headsOf(db: Reader, meetingIds: readonly string[]): Promise<Map<string, Head>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await db
    .select({ id: minutes.meetingId, ...head })
    .from(minutes)
    .where(inArray(minutes.meetingId, [...meetingIds]));
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}

/** The updates after `since` in the order in which they were stored. Committed order is `seq` order: no hole can fill. */
export async function updatesAfter(
  db: Reader,
  meetingId: string,
  generation: number,
  since = 0,
): Promise<StoredUpdate[]> {
  return await db
    .select({ seq: minutesUpdates.seq, update: minutesUpdates.update })
    .from(minutesUpdates)
    .where(
      and(
        eq(minutesUpdates.meetingId, meetingId),
        eq(minutesUpdates.generation, generation),
        gt(minutesUpdates.seq, since),
      ),
    )
    .orderBy(asc(minutesUpdates.seq));
}

/** The whole stored document. Throws where rows are missing: a document is never opened short of its text. */
export async function wholeDocument(
  db: Reader,
  meetingId: string,
): Promise<Head & { updates: StoredUpdate[] }> {
  const found = await headOf(db, meetingId);
  if (!found) throw new Error('the meeting has no minutes');
  const updates = await updatesAfter(db, meetingId, found.generation);
  const seq = updates.at(-1)?.seq ?? 0;
  if (seq < found.seq) throw new Error(`stored minutes end at ${seq}, not at ${found.seq}`);
  return { ...found, seq, updates };
}

/** Who writes under which Yjs client id. */
export async function clientOwners(db: Reader, meetingId: string): Promise<ClientOwner[]> {
  return await db
    .select({ clientId: minutesClients.clientId, personId: minutesClients.personId })
    .from(minutesClients)
    .where(eq(minutesClients.meetingId, meetingId));
}

/** Binds Yjs client ids to persons; false where one of them already belongs to somebody else. */
export async function bindClients(
  db: Reader,
  meetingId: string,
  owners: readonly ClientOwner[],
): Promise<boolean> {
  if (owners.length === 0) return true;
  await db
    .insert(minutesClients)
    .values(owners.map(owner => ({ meetingId, ...owner })))
    .onConflictDoNothing();
  const rows = await db
    .select()
    .from(minutesClients)
    .where(
      and(
        eq(minutesClients.meetingId, meetingId),
        inArray(
          minutesClients.clientId,
          owners.map(owner => owner.clientId),
        ),
      ),
    );
  const bound = new Map(rows.map(row => [row.clientId, row.personId]));
  return owners.every(owner => bound.get(owner.clientId) === owner.personId);
}

/** What updates change beside text, or were judged upon. */
export type Basis =
  /** The server makes or removes sections: what was judged before has to be judged again. */
  | { readonly sections: true }
  /** Judged on a copy that holds everything up to this `seq`: sections made or removed since refuse the updates. */
  | { readonly copied: number };

/**
 * Appends updates under the lock of the document's row and answers the `seq` of the last, or null where the document
 * is closed or of another generation, or its sections are others than those that the updates were judged upon: then
 * nothing was written. One statement, so one round trip and one commit.
 */
export async function appendUpdates(
  db: Reader,
  meetingId: string,
  generation: number,
  updates: readonly NewUpdate[],
  basis: Basis,
): Promise<number | null> {
  const rows = updates.map(
    (row, index) => sql`(${index + 1}::int, ${Buffer.from(row.update)}::bytea, ${row.personId}::uuid)`,
  );
  const last = sql`last_seq + ${updates.length}`;
  const sections = 'sections' in basis ? sql`, sections_seq = ${last}` : sql``;
  const isJudged = 'copied' in basis ? sql`and sections_seq <= ${basis.copied}` : sql``;
  const { rows: stored } = await db.execute<{ seq: string }>(sql`
    with head as (
      update minutes set last_seq = ${last} ${sections}
      where meeting_id = ${meetingId} and generation = ${generation} and state = 'draft' ${isJudged}
      returning last_seq
    )
    insert into minutes_updates (meeting_id, generation, seq, update, person_id)
    select ${meetingId}::uuid, ${generation}::int, last_seq - ${updates.length}::int + position, bytes, person
    from head, (values ${sql.join(rows, sql`, `)}) as added (position, bytes, person)
    returning seq`);
  return stored.length > 0 ? Math.max(...stored.map(row => Number(row.seq))) : null;
}

/** As `appendUpdates`, and binds new Yjs client ids in the same transaction; `taken` where one is somebody else's. */
export async function appendAndBind(
  db: Db,
  meetingId: string,
  generation: number,
  updates: readonly NewUpdate[],
  owners: readonly ClientOwner[],
  basis: Basis,
): Promise<number | 'taken' | null> {
  if (owners.length === 0) return await appendUpdates(db, meetingId, generation, updates, basis);
  try {
    return await db.transaction(async tx => {
      if (!(await bindClients(tx, meetingId, owners))) throw new ClientTaken();
      return await appendUpdates(tx, meetingId, generation, updates, basis);
    });
  } catch (error) {
    if (error instanceof ClientTaken) return 'taken';
    throw error;
  }
}

class ClientTaken extends Error {}

/**
 * Puts one merged update in the place of the rows up to `upTo`, which were `count`. Answers false, and changes
 * nothing, where the rows are no longer those: another process was faster.
 */
export async function replaceWithMerged(
  db: Db,
  meetingId: string,
  generation: number,
  merged: { readonly update: Uint8Array; readonly upTo: number; readonly count: number },
): Promise<boolean> {
  return await db.transaction(async tx => {
    const found = await lockHead(tx, meetingId);
    if (found?.generation !== generation) return false;
    const rows = and(
      eq(minutesUpdates.meetingId, meetingId),
      eq(minutesUpdates.generation, generation),
      lte(minutesUpdates.seq, merged.upTo),
    );
    const present = await tx.select({ seq: minutesUpdates.seq }).from(minutesUpdates).where(rows);
    if (present.length !== merged.count) return false;
    await tx.delete(minutesUpdates).where(rows);
    await tx
      .insert(minutesUpdates)
      .values({ meetingId, generation, seq: merged.upTo, update: merged.update, personId: null });
    return true;
  });
}

/** Generations count from here in seconds, so that one begun by the clock fits its column for decades. */
const generationsSince = "timestamptz '2026-01-01 00:00:00Z'";

/**
 * Begins a generation of every document: the text stays, and a local copy of an older one is refused. The number comes
 * from the clock as well, because the one before may be of a history that this database knows nothing of.
 */
export async function beginGenerations(tx: Tx): Promise<void> {
  const clock = sql.raw(`extract(epoch from now() - ${generationsSince})::int`);
  await tx.execute(sql`
    with begun as (
      update minutes set generation = greatest(generation + 1, ${clock})
      returning meeting_id, old.generation as before, new.generation as present
    )
    update minutes_updates set generation = begun.present
    from begun where minutes_updates.meeting_id = begun.meeting_id and generation = begun.before`);
}
