import type { AsidePart, AsideReason, Minutes } from '@nghisu/shared/minutes/minutes.records.ts';
import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: bytes => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  // A copy: the driver's buffer is a window on a larger one, which would travel along to other threads.
  fromDriver: buffer => new Uint8Array(buffer),
});

const now = () => timestamp({ withTimezone: true, mode: 'string', precision: 3 }).notNull().defaultNow();

/**
 * One row a document. Its lock orders the updates: `lastSeq` is the `seq` of the newest, `sectionsSeq` of the newest with
 * which the server made or removed sections.
 */
export const minutes = pgTable('minutes', {
  meetingId: uuid().primaryKey(),
  state: text().$type<Minutes['state']>().notNull().default('draft'),
  generation: integer().notNull().default(1),
  lastSeq: bigint({ mode: 'number' }).notNull().default(0),
  sectionsSeq: bigint({ mode: 'number' }).notNull().default(0),
});

/**
 * The text itself, as Yjs updates. `seq` is dense until rows are merged; the merged row keeps the `seq` of the last.
 * `personId` is null where the server wrote: sections, and merged rows.
 */
export const minutesUpdates = pgTable(
  'minutes_updates',
  {
    meetingId: uuid().notNull(),
    generation: integer().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    update: bytea().notNull(),
    personId: uuid(),
    at: now(),
  },
  table => [primaryKey({ columns: [table.meetingId, table.generation, table.seq] })],
);

/** Which person writes under which Yjs client id: nobody else may, for ever. */
export const minutesClients = pgTable(
  'minutes_clients',
  {
    meetingId: uuid().notNull(),
    clientId: bigint({ mode: 'number' }).notNull(),
    personId: uuid().notNull(),
  },
  table => [primaryKey({ columns: [table.meetingId, table.clientId] })],
);

/**
 * What was refused and might be somebody's text: kept aside, once each, to be looked at by people, and never deleted.
 * `whole`: the state of a complete document; else an update to the text of that `generation`. `listed` is false where
 * it holds no text, or none that another part of the same person does not hold.
 */
export const minutesQuarantine = pgTable(
  'minutes_quarantine',
  {
    id: uuid().primaryKey(),
    meetingId: uuid().notNull(),
    personId: uuid().notNull(),
    reason: text().$type<AsideReason>().notNull(),
    update: bytea().notNull(),
    digest: text().notNull(),
    at: now(),
    whole: boolean().notNull().default(false),
    generation: integer().notNull().default(1),
    listed: boolean().notNull().default(true),
    state: text().$type<AsidePart['state']>().notNull().default('waiting'),
    decidedById: uuid(),
    decidedAt: timestamp({ withTimezone: true, mode: 'string', precision: 3 }),
  },
  table => [index('minutes_quarantine_person').on(table.meetingId, table.personId, table.digest)],
);
