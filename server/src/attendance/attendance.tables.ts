import type {
  Attendance,
  Interval,
  QuorumCheck,
  SeatMap,
  Substitution,
} from '@nghisu/shared/attendance/attendance.records.ts';
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

const instant = () => timestamp({ withTimezone: true, mode: 'string', precision: 3 });

export const attendances = pgTable(
  'attendances',
  {
    meetingId: uuid().notNull(),
    personId: uuid().notNull(),
    state: text().$type<Attendance['state']>().notNull(),
    since: instant().notNull(),
    checkedInBy: text().$type<Attendance['checkedInBy']>(),
    intervals: jsonb().$type<Interval[]>().notNull(),
  },
  table => [primaryKey({ columns: [table.meetingId, table.personId] })],
);

export const absenceNotices = pgTable(
  'absence_notices',
  {
    meetingId: uuid().notNull(),
    personId: uuid().notNull(),
    reason: text().notNull(),
    givenAt: instant().notNull(),
    givenById: uuid().notNull(),
  },
  table => [primaryKey({ columns: [table.meetingId, table.personId] })],
);

export const substitutions = pgTable(
  'substitutions',
  {
    meetingId: uuid().notNull(),
    personId: uuid().notNull(),
    substituteId: uuid().notNull(),
    state: text().$type<Substitution['state']>().notNull(),
    proposedAt: instant().notNull(),
    proposedById: uuid().notNull(),
    decidedAt: instant(),
    decidedById: uuid(),
  },
  table => [primaryKey({ columns: [table.meetingId, table.personId] })],
);

export const quorumChecks = pgTable(
  'quorum_checks',
  {
    id: uuid().primaryKey(),
    meetingId: uuid().notNull(),
    at: instant().notNull(),
    occasion: text().$type<QuorumCheck['occasion']>().notNull(),
    present: integer().notNull(),
    total: integer().notNull(),
    needed: integer().notNull(),
    met: boolean().notNull(),
  },
  table => [index('quorum_checks_meeting').on(table.meetingId)],
);

export const seatMaps = pgTable('seat_maps', {
  meetingId: uuid().primaryKey(),
  rows: integer().notNull(),
  columns: integer().notNull(),
  seats: jsonb().$type<SeatMap['seats']>().notNull(),
});

/** The secret behind the codes at the door. It stands in no record and leaves the server in no answer. */
export const doorKeys = pgTable('door_keys', { meetingId: uuid().primaryKey(), key: text().notNull() });
