import type { Place } from '@nghisu/shared/presentation/presentation.records.ts';
import { bigint, jsonb, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core';

/** What is shown in a meeting now. The place is told beside the log and stands here for those who come later. */
export const presentations = pgTable('presentations', {
  meetingId: uuid().primaryKey(),
  agendaItemId: uuid().notNull(),
  paperId: uuid().notNull(),
  presenterId: uuid().notNull(),
  startedAt: timestamp({ withTimezone: true, mode: 'string', precision: 3 }).notNull(),
  place: jsonb().$type<Place>(),
  placeOrder: bigint({ mode: 'number' }),
});
