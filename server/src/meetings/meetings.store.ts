import type { Meeting, MyMeeting } from '@nghisu/shared/meetings/meetings.records.ts';
import type { MeetingRole } from '@nghisu/shared/platform/viewer.ts';
import { and, eq, gt, inArray } from 'drizzle-orm';
import type { Reader, Tx } from '../platform/database/db.ts';
import { instant } from '../platform/database/instants.ts';
import { meetings } from './meetings.tables.ts';

const toRecord = (row: typeof meetings.$inferSelect): Meeting => ({
  kind: 'meeting',
  ...row,
  startsAt: instant(row.startsAt),
  openedAt: instant(row.openedAt),
  pausedAt: instant(row.pausedAt),
  closedAt: instant(row.closedAt),
});

/** The meeting, or null. */
export async function meetingById(db: Reader, id: string): Promise<Meeting | null> {
  const rows = await db.select().from(meetings).where(eq(meetings.id, id));
  return rows[0] ? toRecord(rows[0]) : null;
}

/** The meetings among the ids that began after `since` (ISO instant). */
export async function meetingsSince(db: Reader, ids: readonly string[], since: string): Promise<Meeting[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select()
    .from(meetings)
    .where(and(inArray(meetings.id, [...ids]), gt(meetings.startsAt, since)));
  return rows.map(toRecord);
}

export async function insertMeeting(tx: Tx, meeting: Meeting): Promise<void> {
  const { kind: _, ...row } = meeting;
  await tx.insert(meetings).values(row);
}

/** Writes the fields that changed and answers the meeting as it is now. */
export async function changeMeeting(
  tx: Tx,
  id: string,
  changed: Partial<Omit<Meeting, 'kind' | 'id'>>,
): Promise<Meeting> {
  const rows = await tx.update(meetings).set(changed).where(eq(meetings.id, id)).returning();
  return toRecord(rows[0]!);
}

/** The meeting as one invited person's calendar shows it. */
export function myMeeting(meeting: Meeting, role: MeetingRole): MyMeeting {
  const { id, type, title, startsAt, minutesPlanned, roomId, chairId, state } = meeting;
  return { kind: 'myMeeting', id, type, title, startsAt, minutesPlanned, roomId, chairId, state, role };
}
