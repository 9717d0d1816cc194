import type { Decision, Stance } from '@nghisu/shared/decisions/decisions.records.ts';
import { boolean, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

const instant = () => timestamp({ withTimezone: true, mode: 'string', precision: 3 });

export const positions = pgTable(
  'positions',
  {
    id: uuid().primaryKey(),
    meetingId: uuid().notNull(),
    agendaItemId: uuid().notNull(),
    personId: uuid().notNull(),
    stance: text().$type<Stance>().notNull(),
    remark: text().notNull(),
    takenAt: instant().notNull(),
  },
  table => [
    index('positions_meeting').on(table.meetingId),
    uniqueIndex('positions_once').on(table.agendaItemId, table.personId),
  ],
);

/** Keyed by the item: it stands in the block once. */
export const consentItems = pgTable(
  'consent_items',
  {
    id: uuid().primaryKey(),
    meetingId: uuid().notNull(),
    proposedAt: instant().notNull(),
    pulledOutById: uuid(),
    pulledOutAt: instant(),
  },
  table => [index('consent_items_meeting').on(table.meetingId)],
);

export const decisions = pgTable(
  'decisions',
  {
    id: uuid().primaryKey(),
    meetingId: uuid().notNull(),
    agendaItemId: uuid(),
    text: text().notNull(),
    basis: text().$type<Decision['basis']>().notNull(),
    voteId: uuid(),
    adopted: boolean().notNull(),
    inFavour: integer().notNull(),
    against: integer().notNull(),
    notVoting: integer().notNull(),
    total: integer().notNull(),
    takenAt: instant().notNull(),
  },
  table => [index('decisions_meeting').on(table.meetingId)],
);
