import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../database/db.ts';
import { epochs } from './streams.tables.ts';

/** The epoch of this database; its first reader begins it. */
export async function currentEpoch(db: Db): Promise<string> {
  await db.insert(epochs).values({ id: 1 }).onConflictDoNothing();
  const rows = await db.select({ epoch: epochs.epoch }).from(epochs);
  return rows[0]!.epoch;
}

/**
 * Begins another epoch and answers it. Whoever holds numbers of the one before is given everything anew, so this belongs
 * into the transaction that changes the past, and no server may be running: it keeps the epoch that it began with.
 */
export async function beginEpoch(tx: Tx): Promise<string> {
  const epoch = sql`gen_random_uuid()`;
  const rows = await tx
    .insert(epochs)
    .values({ id: 1, epoch })
    .onConflictDoUpdate({ target: epochs.id, set: { epoch } })
    .returning({ epoch: epochs.epoch });
  return rows[0]!.epoch;
}
