import type { Db } from '../database/db.ts';
import { epochs } from './streams.tables.ts';

/** The epoch of this database; its first reader begins it. */
export async function currentEpoch(db: Db): Promise<string> {
  await db.insert(epochs).values({ id: 1 }).onConflictDoNothing();
  const rows = await db.select({ epoch: epochs.epoch }).from(epochs);
  return rows[0]!.epoch;
}
