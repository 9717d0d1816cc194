import type { AgendaItemState } from '@nghisu/shared/agenda/agenda.records.ts';
import { doublePrecision, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const agendaItems = pgTable(
  'agenda_items',
  {
    id: uuid().primaryKey(),
    meetingId: uuid().notNull(),
    parentId: uuid(),
    position: doublePrecision().notNull(),
    title: text().notNull(),
    unitId: uuid(),
    presenterId: uuid(),
    minutesPlanned: integer().notNull(),
    note: text().notNull(),
    state: text().$type<AgendaItemState>().notNull(),
    secondsUsed: integer().notNull(),
    startedAt: timestamp({ withTimezone: true, mode: 'string', precision: 3 }),
    pausedBefore: integer().notNull(),
    carriedToMeetingId: uuid(),
  },
  table => [index('agenda_items_meeting').on(table.meetingId)],
);
