import type { MeetingRole } from '@nghisu/shared/platform/viewer.ts';
import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

export const attendees = pgTable(
  'attendees',
  {
    meetingId: uuid().notNull(),
    personId: uuid().notNull(),
    role: text().$type<MeetingRole>().notNull(),
    unitId: uuid(),
  },
  table => [
    primaryKey({ columns: [table.meetingId, table.personId] }),
    index('attendees_person').on(table.personId),
  ],
);
