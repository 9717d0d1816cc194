import { searchWords } from '@nghisu/shared/assignments/assignments.filter.ts';
import type { Assignment, AssignmentEntry } from '@nghisu/shared/assignments/assignments.records.ts';
import { and, arrayContains, asc, desc, eq, isNotNull, ne, or, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../platform/database/db.ts';
import { instant } from '../platform/database/instants.ts';
import { assignmentHistory, assignments } from './assignments.tables.ts';

/** A confirmed assignment stays in the streams of its units for this long. */
const daysAfterConfirmation = 30;

/** The assignment of a row, without what only the table knows. */
export function toAssignment(row: typeof assignments.$inferSelect): Assignment {
  const { folded: _, confirmedAt: __, ...known } = row;
  return {
    kind: 'assignment',
    ...known,
    assignedAt: instant(row.assignedAt),
    acceptedAt: instant(row.acceptedAt),
    lastReportAt: instant(row.lastReportAt),
  };
}

const foldedOf = ({ content, quote }: Pick<Assignment, 'content' | 'quote'>): string =>
  searchWords(`${content} ${quote}`).join(' ');

/** The assignment, or null. */
export async function assignmentById(db: Reader, id: string): Promise<Assignment | null> {
  const rows = await db.select().from(assignments).where(eq(assignments.id, id));
  return rows[0] ? toAssignment(rows[0]) : null;
}

/** The assignment if the unit leads it, or null: an assignment is at home in the stream of its lead unit. */
export async function assignmentOfLeadUnit(
  db: Reader,
  unitId: string,
  id: string,
): Promise<Assignment | null> {
  const assignment = await assignmentById(db, id);
  return assignment?.leadUnitId === unitId ? assignment : null;
}

/** All that was assigned in a meeting. */
export async function assignmentsOfMeeting(db: Reader, meetingId: string): Promise<Assignment[]> {
  return (await db.select().from(assignments).where(eq(assignments.meetingId, meetingId))).map(toAssignment);
}

/** What a unit leads or helps with: the open ones, and those confirmed in the last 30 days. */
export async function assignmentsOfUnit(db: Reader, unitId: string): Promise<Assignment[]> {
  const isRecent = sql`${assignments.confirmedAt} > now() - make_interval(days => ${daysAfterConfirmation})`;
  const rows = await db
    .select()
    .from(assignments)
    .where(
      and(
        or(eq(assignments.leadUnitId, unitId), arrayContains(assignments.coordinatingUnitIds, [unitId])),
        or(ne(assignments.progress, 'completed'), isRecent),
      ),
    );
  return rows.map(toAssignment);
}

/** Stores a new assignment; `confirmedAt` (ISO instant) belongs to one that is completed already. */
export async function insertAssignment(
  tx: Tx,
  assignment: Assignment,
  confirmedAt: string | null = null,
): Promise<void> {
  const { kind: _, ...row } = assignment;
  await tx.insert(assignments).values({ ...row, confirmedAt, folded: foldedOf(assignment) });
}

/** Writes the fields that changed, with the next revision, and answers the assignment as it is now. */
export async function changeAssignment(
  tx: Tx,
  before: Assignment,
  changed: Partial<Omit<Assignment, 'kind' | 'id' | 'revision'>>,
  confirmedAt: string | null = null,
): Promise<Assignment> {
  const rows = await tx
    .update(assignments)
    .set({
      ...changed,
      revision: before.revision + 1,
      confirmedAt,
      folded: foldedOf({ ...before, ...changed }),
    })
    .where(eq(assignments.id, before.id))
    .returning();
  return toAssignment(rows[0]!);
}

/** A step as the history keeps it: `revision` is the one that it made of the assignment. */
export type HistoryEntry = AssignmentEntry & { readonly assignmentId: string; readonly revision: number };

/** Adds steps to histories. */
export async function insertEntries(tx: Tx, entries: readonly HistoryEntry[]): Promise<void> {
  if (entries.length > 0) await tx.insert(assignmentHistory).values([...entries]);
}

/** The history of an assignment, oldest step first. */
export async function historyOf(db: Reader, assignmentId: string): Promise<AssignmentEntry[]> {
  const rows = await db
    .select()
    .from(assignmentHistory)
    .where(eq(assignmentHistory.assignmentId, assignmentId))
    .orderBy(asc(assignmentHistory.revision));
  return rows.map(({ assignmentId: _, revision: __, ...entry }) => ({ ...entry, at: instant(entry.at) }));
}

/** The percentage that was last reported, or 0. */
export async function lastReportedPercent(db: Reader, assignmentId: string): Promise<number> {
  const rows = await db
    .select({ percent: assignmentHistory.percent })
    .from(assignmentHistory)
    .where(and(eq(assignmentHistory.assignmentId, assignmentId), isNotNull(assignmentHistory.percent)))
    .orderBy(desc(assignmentHistory.revision))
    .limit(1);
  return rows[0]?.percent ?? 0;
}
