import type { Place, Presentation } from '@nghisu/shared/presentation/presentation.records.ts';
import { and, eq, inArray, isNull, lt, or } from 'drizzle-orm';
import type { Reader, Tx } from '../platform/database/db.ts';
import { instant } from '../platform/database/instants.ts';
import { presentations } from './presentation.tables.ts';

/** What is shown, and where the presenter was last; null before the first word of it. */
export type Shown = { readonly presentation: Presentation; readonly place: Place | null };

const toShown = ({ place, placeOrder: _, ...row }: typeof presentations.$inferSelect): Shown => ({
  presentation: { kind: 'presentation', id: row.meetingId, ...row, startedAt: instant(row.startedAt) },
  place,
});

/** What is shown in each of the meetings that show something. */
export async function shownIn(db: Reader, meetingIds: readonly string[]): Promise<Shown[]> {
  if (meetingIds.length === 0) return [];
  const rows = await db
    .select()
    .from(presentations)
    .where(inArray(presentations.meetingId, [...meetingIds]));
  return rows.map(toShown);
}

/** The presentation of a meeting, or null. */
export async function presentationOf(db: Reader, meetingId: string): Promise<Presentation | null> {
  return (await shownIn(db, [meetingId]))[0]?.presentation ?? null;
}

/** Puts it in the place of whatever was shown. */
export async function savePresentation(tx: Tx, presentation: Presentation): Promise<void> {
  const { kind: _, id: __, ...row } = presentation;
  const fresh = { ...row, place: null, placeOrder: null };
  await tx
    .insert(presentations)
    .values(fresh)
    .onConflictDoUpdate({ target: presentations.meetingId, set: fresh });
}

export async function deletePresentation(tx: Tx, meetingId: string): Promise<void> {
  await tx.delete(presentations).where(eq(presentations.meetingId, meetingId));
}

/** Keeps the place for those who come later, unless a newer one is kept or somebody else presents by now. */
export async function keepPlace(db: Reader, { presentation }: Shown, place: Place): Promise<void> {
  await db
    .update(presentations)
    .set({ place, placeOrder: place.order })
    .where(
      and(
        eq(presentations.meetingId, presentation.meetingId),
        eq(presentations.presenterId, presentation.presenterId),
        eq(presentations.paperId, place.paperId),
        or(isNull(presentations.placeOrder), lt(presentations.placeOrder, place.order)),
      ),
    );
}
