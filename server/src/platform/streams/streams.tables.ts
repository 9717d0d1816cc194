import type { Change } from '@nghisu/shared/platform/feed.ts';
import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/** One row a stream. Its lock gives `seq` (S1); `hash` is the head of the stream's chain. */
export const streams = pgTable('streams', {
  id: text().primaryKey(),
  seq: bigint({ mode: 'number' }).notNull().default(0),
  hash: text().notNull().default(''),
});

/**
 * One row: the history that all numbers of this database count in. A restored backup gets another, so that whoever
 * holds what the backup does not have starts anew instead of mixing both.
 */
export const epochs = pgTable('epochs', {
  id: integer().primaryKey().default(1),
  epoch: uuid().notNull().defaultRandom(),
});

/** The log: feed and audit in one, append only. `rights` names the people whose rights the event changed. */
export const events = pgTable(
  'events',
  {
    stream: text().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    type: text().notNull(),
    by: uuid(),
    at: timestamp({ withTimezone: true, mode: 'string', precision: 3 }).notNull(),
    changes: jsonb().$type<Change[]>().notNull(),
    rights: jsonb().$type<string[]>().notNull(),
    commandId: uuid().notNull(),
    hash: text().notNull(),
  },
  table => [
    primaryKey({ columns: [table.stream, table.seq] }),
    index('events_rights').on(table.stream, table.seq).where(sql`jsonb_array_length(rights) > 0`),
  ],
);

/** Every command that was accepted, for ever (S7): the same id gets the same answer, another body a refusal. */
export const acceptedCommands = pgTable(
  'accepted_commands',
  {
    stream: text().notNull(),
    id: uuid().notNull(),
    by: uuid().notNull(),
    inputHash: text().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
  },
  table => [primaryKey({ columns: [table.stream, table.id] })],
);
