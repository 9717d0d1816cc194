import type { AgendaItem } from '@nghisu/shared/agenda/agenda.records.ts';
import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Reader, Tx } from '../platform/database/db.ts';
import { instant } from '../platform/database/instants.ts';
import { agendaItems } from './agenda.tables.ts';

const toRecord = (row: typeof agendaItems.$inferSelect): AgendaItem => ({
  kind: 'agendaItem',
  ...row,
  startedAt: instant(row.startedAt),
});

/** The agenda of a meeting, in no order. */
export async function agendaOf(db: Reader, meetingId: string): Promise<AgendaItem[]> {
  return (await db.select().from(agendaItems).where(eq(agendaItems.meetingId, meetingId))).map(toRecord);
}

/** One item of the meeting's agenda, or null. */
export async function agendaItemOf(
  db: Reader,
  meetingId: string,
  itemId: string,
): Promise<AgendaItem | null> {
  const rows = await db
    .select()
    .from(agendaItems)
    .where(and(eq(agendaItems.id, itemId), eq(agendaItems.meetingId, meetingId)));
  return rows[0] ? toRecord(rows[0]) : null;
}

/** The other items under the same parent. */
export async function siblingsOf(
  db: Reader,
  item: Pick<AgendaItem, 'id' | 'meetingId' | 'parentId'>,
): Promise<AgendaItem[]> {
  const rows = await db
    .select()
    .from(agendaItems)
    .where(and(eq(agendaItems.meetingId, item.meetingId), ne(agendaItems.id, item.id)));
  return rows.filter(row => row.parentId === item.parentId).map(toRecord);
}

export async function insertItem(tx: Tx, item: AgendaItem): Promise<void> {
  const { kind: _, ...row } = item;
  await tx.insert(agendaItems).values(row);
}

/** Writes the fields that changed and answers the item as it is now. */
export async function changeItem(
  tx: Tx,
  id: string,
  changed: Partial<Omit<AgendaItem, 'kind' | 'id'>>,
): Promise<AgendaItem> {
  const rows = await tx.update(agendaItems).set(changed).where(eq(agendaItems.id, id)).returning();
  return toRecord(rows[0]!);
}

/** Writes the same into several items and answers them as they are now, in no order. */
export async function changeItems(
  tx: Tx,
  ids: readonly string[],
  changed: Partial<Omit<AgendaItem, 'kind' | 'id'>>,
): Promise<AgendaItem[]> {
  const rows = await tx
    .update(agendaItems)
    .set(changed)
    .where(inArray(agendaItems.id, [...ids]))
    .returning();
  return rows.map(toRecord);
}

export async function deleteItem(tx: Tx, id: string): Promise<void> {
  await tx.delete(agendaItems).where(eq(agendaItems.id, id));
}
