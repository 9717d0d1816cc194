import type { Admission, Recusal } from '@nghisu/shared/attendance/admission.records.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { Reader, Tx } from '../../platform/database/db.ts';
import { instant } from '../../platform/database/instants.ts';
import { admissions, recusals } from './admission.tables.ts';

const toRecusal = (row: typeof recusals.$inferSelect): Recusal => ({
  kind: 'recusal',
  ...row,
  declaredAt: instant(row.declaredAt),
  endedAt: instant(row.endedAt),
});

const toAdmission = ({ personId, ...row }: typeof admissions.$inferSelect): Admission => ({
  kind: 'admission',
  id: personId,
  ...row,
});

/** Every recusal of a meeting, those that have ended included, in no order. */
export async function recusalsOf(db: Reader, meetingId: string): Promise<Recusal[]> {
  return (await db.select().from(recusals).where(eq(recusals.meetingId, meetingId))).map(toRecusal);
}

/** The recusal with this id, of whatever meeting, or null. */
export async function recusalById(db: Reader, id: string): Promise<Recusal | null> {
  const rows = await db.select().from(recusals).where(eq(recusals.id, id));
  return rows[0] ? toRecusal(rows[0]) : null;
}

/** The recusals that hold on an item now. */
export async function recusalsFrom(db: Reader, agendaItemId: string): Promise<Recusal[]> {
  const rows = await db
    .select()
    .from(recusals)
    .where(and(eq(recusals.agendaItemId, agendaItemId), isNull(recusals.endedAt)));
  return rows.map(toRecusal);
}

/** The items, of any meeting, from which a person is recused now. */
export async function itemsRecusedFrom(db: Reader, personId: string): Promise<string[]> {
  const rows = await db
    .select({ agendaItemId: recusals.agendaItemId })
    .from(recusals)
    .where(and(eq(recusals.personId, personId), isNull(recusals.endedAt)));
  return rows.map(row => row.agendaItemId);
}

export async function insertRecusal(tx: Tx, recusal: Recusal): Promise<void> {
  const { kind: _, ...row } = recusal;
  await tx.insert(recusals).values(row);
}

/** Ends a recusal; it stays on record. */
export async function endRecusal(
  tx: Tx,
  id: string,
  end: Pick<Recusal, 'endedAt' | 'endedById'>,
): Promise<Recusal> {
  const rows = await tx.update(recusals).set(end).where(eq(recusals.id, id)).returning();
  return toRecusal(rows[0]!);
}

/** Takes away every recusal from an item that leaves the agenda; answers them. */
export async function deleteRecusalsFrom(tx: Tx, agendaItemId: string): Promise<Recusal[]> {
  const rows = await tx.delete(recusals).where(eq(recusals.agendaItemId, agendaItemId)).returning();
  return rows.map(toRecusal);
}

/** Who is admitted to some items of a meeting only. */
export async function admissionsOf(db: Reader, meetingId: string): Promise<Admission[]> {
  return (await db.select().from(admissions).where(eq(admissions.meetingId, meetingId))).map(toAdmission);
}

/** Writes the items that a person is admitted to, instead of those before. */
export async function saveAdmission(tx: Tx, admission: Admission): Promise<void> {
  const { id: personId, meetingId, agendaItemIds } = admission;
  await tx
    .insert(admissions)
    .values({ meetingId, personId, agendaItemIds })
    .onConflictDoUpdate({ target: [admissions.meetingId, admissions.personId], set: { agendaItemIds } });
}

/** Opens the whole meeting to a person; false where it was open. */
export async function deleteAdmission(tx: Tx, meetingId: string, personId: string): Promise<boolean> {
  const rows = await tx
    .delete(admissions)
    .where(and(eq(admissions.meetingId, meetingId), eq(admissions.personId, personId)))
    .returning();
  return rows.length > 0;
}
