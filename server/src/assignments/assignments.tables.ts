import type {
  Assignment,
  AssignmentEntry,
  ProgressState,
} from '@nghisu/shared/assignments/assignments.records.ts';
import { sql } from 'drizzle-orm';
import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

const instant = () => timestamp({ withTimezone: true, mode: 'string', precision: 3 });

export const assignments = pgTable(
  'assignments',
  {
    id: uuid().primaryKey(),
    content: text().notNull(),
    leadUnitId: uuid().notNull(),
    coordinatingUnitIds: uuid().array().notNull(),
    dueDate: date(),
    recurrence: jsonb().$type<Assignment['recurrence']>(),
    assignedAt: instant().notNull(),
    assignedById: uuid().notNull(),
    meetingId: uuid().notNull(),
    agendaItemId: uuid(),
    quote: text().notNull(),
    responsibleId: uuid(),
    progress: text().$type<ProgressState>().notNull(),
    percent: integer().notNull(),
    acceptedAt: instant(),
    lastReport: text().notNull(),
    lastReportAt: instant(),
    completedOn: date(),
    revision: integer().notNull(),
    /** When the result was confirmed; decides how long a unit's stream still holds the assignment. */
    confirmedAt: instant(),
    /** Content and quote folded for a search blind to diacritics. */
    folded: text().notNull(),
  },
  table => [
    // The order of the list: by due date, those without one last.
    index('assignments_due').on(sql`coalesce(${table.dueDate}, 'infinity'::date)`, table.id),
    index('assignments_lead_unit').on(table.leadUnitId),
    index('assignments_coordinating_units').using('gin', table.coordinatingUnitIds),
    index('assignments_meeting').on(table.meetingId),
    index('assignments_assigned_by').on(table.assignedById),
    index('assignments_responsible').on(table.responsibleId),
    index('assignments_folded').using('gin', sql`to_tsvector('simple', ${table.folded})`),
  ],
);

/** One row for every step, never changed; `revision` is the one that the step made. */
export const assignmentHistory = pgTable(
  'assignment_history',
  {
    id: uuid().primaryKey(),
    assignmentId: uuid().notNull(),
    revision: integer().notNull(),
    at: instant().notNull(),
    byId: uuid().notNull(),
    type: text().$type<AssignmentEntry['type']>().notNull(),
    note: text().notNull(),
    percent: integer(),
    changed: jsonb().$type<AssignmentEntry['changed']>().notNull(),
  },
  table => [uniqueIndex('assignment_history_revision').on(table.assignmentId, table.revision)],
);
