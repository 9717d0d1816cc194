import type { Attendee } from '@nghisu/shared/meetings/attendees.records.ts';
import type { MeetingRole } from '@nghisu/shared/platform/viewer.ts';
import { and, eq, inArray } from 'drizzle-orm';
import type { Reader, Tx } from '../platform/database/db.ts';
import { attendees } from './attendees.tables.ts';

const toRecord = ({ personId, ...row }: typeof attendees.$inferSelect): Attendee => ({
  kind: 'attendee',
  id: personId,
  ...row,
});

/** The attendee list of a meeting. */
export async function attendeesOf(db: Reader, meetingId: string): Promise<Attendee[]> {
  return (await db.select().from(attendees).where(eq(attendees.meetingId, meetingId))).map(toRecord);
}

/** The role of a person in a meeting, or null. */
export async function roleIn(db: Reader, meetingId: string, personId: string): Promise<MeetingRole | null> {
  const rows = await db
    .select({ role: attendees.role })
    .from(attendees)
    .where(and(eq(attendees.meetingId, meetingId), eq(attendees.personId, personId)));
  return rows[0]?.role ?? null;
}

/** The meetings to which a person is invited, with the role in each. */
export async function meetingsOf(
  db: Reader,
  personId: string,
): Promise<{ meetingId: string; role: MeetingRole }[]> {
  return db
    .select({ meetingId: attendees.meetingId, role: attendees.role })
    .from(attendees)
    .where(eq(attendees.personId, personId));
}

/** Invites people, or changes the role of those who are invited already. */
export async function saveAttendees(
  tx: Tx,
  meetingId: string,
  list: readonly Omit<Attendee, 'kind' | 'meetingId'>[],
): Promise<Attendee[]> {
  const saved: Attendee[] = [];
  for (const { id, role, unitId } of list) {
    const row = { meetingId, personId: id, role, unitId };
    await tx
      .insert(attendees)
      .values(row)
      .onConflictDoUpdate({ target: [attendees.meetingId, attendees.personId], set: { role, unitId } });
    saved.push(toRecord(row));
  }
  return saved;
}

/** Takes people off the list; answers those who were on it. */
export async function removeAttendees(
  tx: Tx,
  meetingId: string,
  personIds: readonly string[],
): Promise<string[]> {
  if (personIds.length === 0) return [];
  const rows = await tx
    .delete(attendees)
    .where(and(eq(attendees.meetingId, meetingId), inArray(attendees.personId, [...personIds])))
    .returning({ personId: attendees.personId });
  return rows.map(row => row.personId);
}
