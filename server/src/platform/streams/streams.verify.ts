import { asc, eq } from 'drizzle-orm';
import type { Reader } from '../database/db.ts';
import { events, streams } from './streams.tables.ts';
import { eventHash } from './streams.ts';

/** What a look at a stream's whole log found. `brokenAt` is the first `seq` that is missing, changed or out of place. */
export type ChainReport = { readonly events: number; readonly brokenAt: number | null };

/**
 * Recomputes the hash chain of a stream from its first event. Whoever changed the log after the fact, took an event out
 * or cut off its end is found, unless the heads in `streams` were forged to match.
 */
export async function verifyChain(db: Reader, stream: string): Promise<ChainReport> {
  const rows = await db.select().from(events).where(eq(events.stream, stream)).orderBy(asc(events.seq));
  let hash = '';
  for (const [index, { hash: stored, commandId: _, ...row }] of rows.entries()) {
    hash = eventHash(hash, { ...row, at: new Date(row.at).toISOString() });
    if (row.seq !== index + 1 || hash !== stored) return { events: rows.length, brokenAt: index + 1 };
  }
  const [head] = await db.select().from(streams).where(eq(streams.id, stream));
  const isWhole = (head?.seq ?? 0) === rows.length && (head?.hash ?? '') === hash;
  return { events: rows.length, brokenAt: isWhole ? null : rows.length + 1 };
}
