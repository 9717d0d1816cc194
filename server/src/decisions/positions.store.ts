import type { ConsentItem, Position } from '@nghisu/shared/decisions/decisions.records.ts';
import { and, eq, inArray } from 'drizzle-orm';
import type { Reader, Tx } from '../platform/database/db.ts';
import { instant } from '../platform/database/instants.ts';
import { consentItems, positions } from './decisions.tables.ts';

const toPosition = (row: typeof positions.$inferSelect): Position => ({
  kind: 'position',
  ...row,
  takenAt: instant(row.takenAt),
});

const toConsentItem = (row: typeof consentItems.$inferSelect): ConsentItem => ({
  kind: 'consentItem',
  ...row,
  proposedAt: instant(row.proposedAt),
  pulledOutAt: instant(row.pulledOutAt),
});

/** Every position taken on the items of a meeting, in no order. */
export async function positionsOf(db: Reader, meetingId: string): Promise<Position[]> {
  return (await db.select().from(positions).where(eq(positions.meetingId, meetingId))).map(toPosition);
}

/** The position of a person on an item, or null. */
export async function positionOn(
  db: Reader,
  agendaItemId: string,
  personId: string,
): Promise<Position | null> {
  const rows = await db
    .select()
    .from(positions)
    .where(and(eq(positions.agendaItemId, agendaItemId), eq(positions.personId, personId)));
  return rows[0] ? toPosition(rows[0]) : null;
}

/** Writes a position; one that the person took on the item before is replaced. */
export async function savePosition(tx: Tx, position: Position): Promise<void> {
  const { kind: _, ...row } = position;
  const { stance, remark, takenAt } = row;
  await tx
    .insert(positions)
    .values(row)
    .onConflictDoUpdate({
      target: [positions.agendaItemId, positions.personId],
      set: { stance, remark, takenAt },
    });
}

/** Takes away all positions on an item; answers their ids. */
export async function deletePositionsOn(tx: Tx, agendaItemId: string): Promise<string[]> {
  const rows = await tx
    .delete(positions)
    .where(eq(positions.agendaItemId, agendaItemId))
    .returning({ id: positions.id });
  return rows.map(row => row.id);
}

/** The consent block of a meeting, with what was pulled out of it. */
export async function consentItemsOf(db: Reader, meetingId: string): Promise<ConsentItem[]> {
  const rows = await db.select().from(consentItems).where(eq(consentItems.meetingId, meetingId));
  return rows.map(toConsentItem);
}

/** The item's place in the block, or null. */
export async function consentItemOf(db: Reader, itemId: string): Promise<ConsentItem | null> {
  const rows = await db.select().from(consentItems).where(eq(consentItems.id, itemId));
  return rows[0] ? toConsentItem(rows[0]) : null;
}

export async function insertConsentItems(tx: Tx, proposed: readonly ConsentItem[]): Promise<void> {
  if (proposed.length === 0) return;
  await tx.insert(consentItems).values(proposed.map(({ kind: _, ...row }) => row));
}

/** Writes who pulled an item out, or that nobody does any more. */
export async function changeConsentItem(
  tx: Tx,
  itemId: string,
  changed: Pick<ConsentItem, 'pulledOutById' | 'pulledOutAt'>,
): Promise<ConsentItem> {
  const rows = await tx.update(consentItems).set(changed).where(eq(consentItems.id, itemId)).returning();
  return toConsentItem(rows[0]!);
}

/** Takes items out of the block for good; answers those that were in it. */
export async function deleteConsentItems(tx: Tx, itemIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .delete(consentItems)
    .where(inArray(consentItems.id, [...itemIds]))
    .returning({ id: consentItems.id });
  return rows.map(row => row.id);
}
