import type { SpeakerRequest, SpeechType } from '@nghisu/shared/speakers/speakers.records.ts';
import { doublePrecision, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = () => timestamp({ withTimezone: true, mode: 'string', precision: 3 });

export const speakerRequests = pgTable(
  'speaker_requests',
  {
    id: uuid().primaryKey(),
    meetingId: uuid().notNull(),
    agendaItemId: uuid().notNull(),
    personId: uuid().notNull(),
    type: text().$type<SpeechType>().notNull(),
    state: text().$type<SpeakerRequest['state']>().notNull(),
    position: doublePrecision().notNull(),
    requestedAt: instant().notNull(),
    requestedById: uuid().notNull(),
    spokeAt: instant(),
    startedAt: instant(),
    secondsAllowed: integer().notNull(),
    secondsUsed: integer().notNull(),
    pausedBefore: integer().notNull(),
    text: text(),
  },
  table => [index('speaker_requests_meeting').on(table.meetingId)],
);
