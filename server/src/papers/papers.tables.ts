import {
  bigint,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

const instant = () => timestamp({ withTimezone: true, mode: 'string', precision: 3 });

export const papers = pgTable(
  'papers',
  {
    id: uuid().primaryKey(),
    meetingId: uuid().notNull(),
    agendaItemId: uuid().notNull(),
    position: doublePrecision().notNull(),
    title: text().notNull(),
    fileName: text().notNull(),
    sha256: text().notNull(),
    bytes: bigint({ mode: 'number' }).notNull(),
    pages: integer().notNull(),
    attachedById: uuid().notNull(),
    attachedAt: instant().notNull(),
  },
  table => [index('papers_meeting').on(table.meetingId)],
);

/** Who uploaded which file: only that person may attach it, so that knowing a hash opens nothing. */
export const uploads = pgTable(
  'uploads',
  {
    sha256: text().notNull(),
    bytes: bigint({ mode: 'number' }).notNull(),
    pages: integer().notNull(),
    uploadedBy: uuid().notNull(),
    uploadedAt: instant().notNull(),
    /** When that person first made a paper of it; without one the file is kept for a day. */
    attachedAt: instant(),
  },
  table => [primaryKey({ columns: [table.sha256, table.uploadedBy] })],
);

/** Who has opened which paper. Outlives the paper: what was read was read. */
export const paperReadings = pgTable(
  'paper_readings',
  {
    personId: uuid().notNull(),
    paperId: uuid().notNull(),
    meetingId: uuid().notNull(),
    openedAt: instant().notNull(),
    /** When the paper was last open; the reader's own stream holds the recent ones only. */
    readAt: instant().notNull(),
    lastPage: integer().notNull(),
  },
  table => [
    primaryKey({ columns: [table.personId, table.paperId] }),
    index('paper_readings_recent').on(table.personId, table.readAt),
  ],
);
