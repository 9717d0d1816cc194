import { closingSection, openingSection } from '@nghisu/shared/minutes/document/schema.ts';
import type { Db, Tx } from '../platform/db.ts';
import { appendUpdates, type Head, lockHead, updatesAfter } from './minutes.store.ts';
import type { ThreadPool } from './storing/threadPool.ts';

/** The agenda of a meeting, in its order, as the domain above knows it. */
export type AgendaOf = (
  tx: Tx,
  meetingId: string,
) => Promise<readonly { readonly id: string; readonly title: string }[]>;

/** The sections that minutes have to have. */
export async function wantedSections(tx: Tx, meetingId: string, agendaOf: AgendaOf): Promise<string[]> {
  const items = await agendaOf(tx, meetingId);
  return [openingSection, ...items.map(item => item.id), closingSection];
}

/**
 * Brings the sections of a document in line with the agenda and answers where it stands then, or null where there are
 * no open minutes. Whoever does it at the same time, here or in another process, waits for the lock of the document's
 * row and finds nothing left to do: a section is made exactly once.
 */
export async function keepSections(
  db: Db,
  pool: ThreadPool,
  meetingId: string,
  agendaOf: AgendaOf,
): Promise<Head | null> {
  // Before the transaction: waiting for a thread with the row locked would hold everybody up.
  const thread = await pool.borrow({ yieldThread: () => false });
  try {
    return await db.transaction(async tx => {
      const head = await lockHead(tx, meetingId);
      if (head?.state !== 'draft') return null;
      const stored = await updatesAfter(tx, meetingId, head.generation);
      await thread.load(stored.map(row => row.update));
      const update = await thread.draftSections(await wantedSections(tx, meetingId, agendaOf));
      if (!update) return head;
      const seq = await appendUpdates(tx, meetingId, head.generation, [{ update, personId: null }]);
      return { ...head, seq: seq ?? head.seq };
    });
  } finally {
    pool.giveBack(thread);
  }
}
