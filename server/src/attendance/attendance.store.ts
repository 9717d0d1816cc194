import type {
  AbsenceNotice,
  Attendance,
  QuorumCheck,
  SeatMap,
  Substitution,
} from '@nghisu/shared/attendance/attendance.records.ts';
import type { AnyRecord } from '@nghisu/shared/platform/feed.ts';
import { and, eq } from 'drizzle-orm';
import type { Reader, Tx } from '../platform/database/db.ts';
import { instant } from '../platform/database/instants.ts';
import { absenceNotices, attendances, quorumChecks, seatMaps, substitutions } from './attendance.tables.ts';

const toAttendance = ({ personId, ...row }: typeof attendances.$inferSelect): Attendance => ({
  kind: 'attendance',
  id: personId,
  ...row,
  since: instant(row.since),
});

const toNotice = ({ personId, ...row }: typeof absenceNotices.$inferSelect): AbsenceNotice => ({
  kind: 'absenceNotice',
  id: personId,
  ...row,
  givenAt: instant(row.givenAt),
});

const toSubstitution = ({ personId, ...row }: typeof substitutions.$inferSelect): Substitution => ({
  kind: 'substitution',
  id: personId,
  ...row,
  proposedAt: instant(row.proposedAt),
  decidedAt: instant(row.decidedAt),
});

/** The presence of everybody who came or said that they would not, in no order. */
export async function attendancesOf(db: Reader, meetingId: string): Promise<Attendance[]> {
  return (await db.select().from(attendances).where(eq(attendances.meetingId, meetingId))).map(toAttendance);
}

/** The presence of one person, or null where that person is still expected. */
export async function attendanceOf(
  db: Reader,
  meetingId: string,
  personId: string,
): Promise<Attendance | null> {
  const rows = await db
    .select()
    .from(attendances)
    .where(and(eq(attendances.meetingId, meetingId), eq(attendances.personId, personId)));
  return rows[0] ? toAttendance(rows[0]) : null;
}

export async function saveAttendance(tx: Tx, attendance: Attendance): Promise<void> {
  const { kind: _, id: personId, meetingId, ...row } = attendance;
  await tx
    .insert(attendances)
    .values({ meetingId, personId, ...row })
    .onConflictDoUpdate({ target: [attendances.meetingId, attendances.personId], set: row });
}

/** Makes a person an expected one again. */
export async function deleteAttendance(tx: Tx, meetingId: string, personId: string): Promise<void> {
  await tx
    .delete(attendances)
    .where(and(eq(attendances.meetingId, meetingId), eq(attendances.personId, personId)));
}

export async function saveNotice(tx: Tx, notice: AbsenceNotice): Promise<void> {
  const { kind: _, id: personId, meetingId, ...row } = notice;
  await tx
    .insert(absenceNotices)
    .values({ meetingId, personId, ...row })
    .onConflictDoUpdate({ target: [absenceNotices.meetingId, absenceNotices.personId], set: row });
}

/** Takes a notice back; false where there is none. */
export async function deleteNotice(tx: Tx, meetingId: string, personId: string): Promise<boolean> {
  const rows = await tx
    .delete(absenceNotices)
    .where(and(eq(absenceNotices.meetingId, meetingId), eq(absenceNotices.personId, personId)))
    .returning();
  return rows.length > 0;
}

/** Who comes instead of whom, with what the chair said. */
export async function substitutionsOf(db: Reader, meetingId: string): Promise<Substitution[]> {
  const rows = await db.select().from(substitutions).where(eq(substitutions.meetingId, meetingId));
  return rows.map(toSubstitution);
}

export async function saveSubstitution(tx: Tx, substitution: Substitution): Promise<void> {
  const { kind: _, id: personId, meetingId, ...row } = substitution;
  await tx
    .insert(substitutions)
    .values({ meetingId, personId, ...row })
    .onConflictDoUpdate({ target: [substitutions.meetingId, substitutions.personId], set: row });
}

export async function insertQuorumCheck(tx: Tx, check: QuorumCheck): Promise<void> {
  const { kind: _, ...row } = check;
  await tx.insert(quorumChecks).values(row);
}

export async function saveSeatMap(tx: Tx, { id: meetingId, rows, columns, seats }: SeatMap): Promise<void> {
  const row = { rows, columns, seats };
  await tx
    .insert(seatMaps)
    .values({ meetingId, ...row })
    .onConflictDoUpdate({ target: seatMaps.meetingId, set: row });
}

/** Every record of presence that a meeting's stream holds. */
export async function attendanceRecordsOf(db: Reader, meetingId: string): Promise<AnyRecord[]> {
  const notices = await db.select().from(absenceNotices).where(eq(absenceNotices.meetingId, meetingId));
  const checks = await db.select().from(quorumChecks).where(eq(quorumChecks.meetingId, meetingId));
  const maps = await db.select().from(seatMaps).where(eq(seatMaps.meetingId, meetingId));
  return [
    ...(await attendancesOf(db, meetingId)),
    ...notices.map(toNotice),
    ...(await substitutionsOf(db, meetingId)),
    ...checks.map((row): QuorumCheck => ({ kind: 'quorumCheck', ...row, at: instant(row.at) })),
    ...maps.map(({ meetingId: id, ...row }): SeatMap => ({ kind: 'seatMap', id, ...row })),
  ];
}
