import type { Vote } from '@nghisu/shared/votes/votes.records.ts';
import { eq } from 'drizzle-orm';
import type { Reader, Tx } from '../platform/database/db.ts';
import { instant } from '../platform/database/instants.ts';
import { electors, votes } from './votes.tables.ts';

const toVote = (row: typeof votes.$inferSelect): Vote => ({
  kind: 'vote',
  ...row,
  openedAt: instant(row.openedAt),
  closedAt: instant(row.closedAt),
});

/** The votes of a meeting, in no order. */
export async function votesOf(db: Reader, meetingId: string): Promise<Vote[]> {
  return (await db.select().from(votes).where(eq(votes.meetingId, meetingId))).map(toVote);
}

/** The votes that are closed and not counted, of any meeting. */
export async function votesToCount(db: Reader): Promise<string[]> {
  const rows = await db.select({ id: votes.id }).from(votes).where(eq(votes.state, 'counting'));
  return rows.map(row => row.id);
}

/** A vote, or null. With `share` and `update` nobody closes it, or does anything with it, until the transaction ends. */
export async function voteById(
  db: Reader,
  id: string,
  lock: 'share' | 'update' | null = null,
): Promise<Vote | null> {
  const query = db.select().from(votes).where(eq(votes.id, id));
  const rows = await (lock ? query.for(lock) : query);
  return rows[0] ? toVote(rows[0]) : null;
}

export async function insertVote(tx: Tx, { kind: _, ...row }: Vote): Promise<void> {
  await tx.insert(votes).values(row);
}

/** Writes the fields that changed and answers the vote as it is now. */
export async function changeVote(
  tx: Tx,
  id: string,
  changed: Partial<Omit<Vote, 'kind' | 'id'>>,
): Promise<Vote> {
  const rows = await tx.update(votes).set(changed).where(eq(votes.id, id)).returning();
  return toVote(rows[0]!);
}

export async function deleteVote(tx: Tx, id: string): Promise<void> {
  await tx.delete(votes).where(eq(votes.id, id));
}

/** Writes down who may vote. */
export async function freezeElectorate(tx: Tx, voteId: string, personIds: readonly string[]): Promise<void> {
  const rows = personIds.map(personId => ({ voteId, personId, ballotId: null, turn: 0 }));
  if (rows.length > 0) await tx.insert(electors).values(rows);
}
