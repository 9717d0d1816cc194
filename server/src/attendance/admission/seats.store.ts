import { isAdmittedByItem } from '@nghisu/shared/attendance/admission.policy.ts';
import type { Seat } from '@nghisu/shared/platform/viewer.ts';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { attendees } from '../../meetings/attendees.tables.ts';
import type { Reader } from '../../platform/database/db.ts';
import { admissions, recusals } from './admission.tables.ts';

/** What people are in a meeting now, in one question; absent who is not invited. */
export async function seatsIn(
  db: Reader,
  meetingId: string,
  personIds: readonly string[],
): Promise<Map<string, Seat>> {
  const recused = db
    .select({
      ids: sql`coalesce(array_agg(${recusals.agendaItemId} order by ${recusals.agendaItemId}), '{}')`,
    })
    .from(recusals)
    .where(
      and(
        eq(recusals.meetingId, attendees.meetingId),
        eq(recusals.personId, attendees.personId),
        isNull(recusals.endedAt),
      ),
    );
  const rows = await db
    .select({
      personId: attendees.personId,
      meetingRole: attendees.role,
      recusedItemIds: sql<string[]>`(${recused})`,
      admittedItemIds: admissions.agendaItemIds,
    })
    .from(attendees)
    .leftJoin(
      admissions,
      and(eq(admissions.meetingId, attendees.meetingId), eq(admissions.personId, attendees.personId)),
    )
    .where(and(eq(attendees.meetingId, meetingId), inArray(attendees.personId, [...personIds])));
  return new Map(
    rows.map(({ personId, ...seat }) => [
      personId,
      { ...seat, admittedItemIds: isAdmittedByItem(seat.meetingRole) ? seat.admittedItemIds : null },
    ]),
  );
}
