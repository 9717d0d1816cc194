import type { MeetingState, MeetingType } from '@nghisu/shared/meetings/meetings.records.ts';
import { index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = () => timestamp({ withTimezone: true, mode: 'string', precision: 3 });

export const meetings = pgTable(
  'meetings',
  {
    id: uuid().primaryKey(),
    type: text().$type<MeetingType>().notNull(),
    title: text().notNull(),
    startsAt: instant().notNull(),
    minutesPlanned: integer().notNull(),
    roomId: uuid(),
    chairId: uuid().notNull(),
    state: text().$type<MeetingState>().notNull(),
    openedAt: instant(),
    pausedAt: instant(),
    pausedSeconds: integer().notNull(),
    closedAt: instant(),
    createdById: uuid().notNull(),
  },
  table => [index('meetings_starts_at').on(table.startsAt)],
);
