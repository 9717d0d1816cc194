import type { Choice, Vote, VoteResult } from '@nghisu/shared/votes/votes.records.ts';
import {
  boolean,
  customType,
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
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const votes = pgTable(
  'votes',
  {
    id: uuid().primaryKey(),
    meetingId: uuid().notNull(),
    agendaItemId: uuid(),
    question: text().notNull(),
    secret: boolean().notNull(),
    options: jsonb().$type<Vote['options']>().notNull(),
    mostChoices: integer().notNull(),
    mayChange: boolean().notNull(),
    takesOpinions: boolean().notNull(),
    state: text().$type<Vote['state']>().notNull(),
    openedAt: instant(),
    closedAt: instant(),
    electorate: integer().notNull(),
    turnout: integer().notNull(),
    result: jsonb().$type<VoteResult>(),
    rollCall: jsonb().$type<NonNullable<Vote['rollCall']>>(),
  },
  table => [index('votes_meeting').on(table.meetingId)],
);

/**
 * Who may vote, as it stood at the opening, and which ballot of theirs is in the box: this is the list of those who voted, and
 * it says nothing of how.
 */
export const electors = pgTable(
  'electors',
  { voteId: uuid().notNull(), personId: uuid().notNull(), ballotId: uuid(), turn: integer().notNull() },
  table => [primaryKey({ columns: [table.voteId, table.personId] })],
);

/** Ballots of open votes, one a voter. */
export const openBallots = pgTable(
  'open_ballots',
  {
    voteId: uuid().notNull(),
    personId: uuid().notNull(),
    choices: jsonb().$type<Choice[]>().notNull(),
    opinion: text().notNull(),
  },
  table => [primaryKey({ columns: [table.voteId, table.personId] })],
);

/** Ballots of secret votes that are under way: what was chosen is sealed to a key that is destroyed with the count. */
export const sealedBallots = pgTable(
  'sealed_ballots',
  { voteId: uuid().notNull(), personId: uuid().notNull(), sealed: bytes().notNull() },
  table => [primaryKey({ columns: [table.voteId, table.personId] })],
);

/** Half of the key of a secret vote under way; the other half is the object `otherHalf` of the file store. */
export const ballotKeys = pgTable('ballot_keys', {
  voteId: uuid().primaryKey(),
  publicKey: bytes().notNull(),
  half: bytes().notNull(),
  otherHalf: text().notNull(),
});
