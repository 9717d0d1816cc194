import type { Decision } from '@nghisu/shared/decisions/decisions.records.ts';
import { eq } from 'drizzle-orm';
import type { Reader, Tx } from '../platform/database/db.ts';
import { instant } from '../platform/database/instants.ts';
import { decisions } from './decisions.tables.ts';

const toDecision = (row: typeof decisions.$inferSelect): Decision => {
  const { inFavour, against, notVoting, total, ...rest } = row;
  const tally = { inFavour, against, notVoting, total };
  return { kind: 'decision', ...rest, tally, takenAt: instant(row.takenAt) };
};

/** What a meeting has decided, in no order. */
export async function decisionsOf(db: Reader, meetingId: string): Promise<Decision[]> {
  return (await db.select().from(decisions).where(eq(decisions.meetingId, meetingId))).map(toDecision);
}

/** Writes what was decided; a decision never changes. */
export async function insertDecisions(tx: Tx, taken: readonly Decision[]): Promise<void> {
  if (taken.length === 0) return;
  await tx.insert(decisions).values(taken.map(({ kind: _, tally, ...row }) => ({ ...row, ...tally })));
}
