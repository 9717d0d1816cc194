import { index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = () => timestamp({ withTimezone: true, mode: 'string', precision: 3 });

export const recusals = pgTable(
  'recusals',
  {
    id: uuid().primaryKey(),
    meetingId: uuid().notNull(),
    agendaItemId: uuid().notNull(),
    personId: uuid().notNull(),
    reason: text().notNull(),
    declaredAt: instant().notNull(),
    declaredById: uuid().notNull(),
    endedAt: instant(),
    endedById: uuid(),
  },
  table => [
    index('recusals_meeting').on(table.meetingId, table.personId),
    index('recusals_person').on(table.personId),
  ],
);

export const admissions = pgTable(
  'admissions',
  {
    meetingId: uuid().notNull(),
    personId: uuid().notNull(),
    agendaItemIds: uuid().array().notNull(),
  },
  table => [primaryKey({ columns: [table.meetingId, table.personId] })],
);
