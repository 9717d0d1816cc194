import type { UnitType } from '@nghisu/shared/organisation/organisation.records.ts';
import type { SystemRole } from '@nghisu/shared/platform/viewer.ts';
import { boolean, date, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const units = pgTable('units', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  shortName: text().notNull(),
  type: text().$type<UnitType>().notNull(),
  parentId: uuid(),
  order: integer().notNull(),
  validFrom: date().notNull(),
  validTo: date(),
});

export const people = pgTable('people', {
  id: uuid().primaryKey(),
  fullName: text().notNull(),
  protocolOrder: integer().notNull(),
});

export const posts = pgTable(
  'posts',
  {
    id: uuid().primaryKey(),
    personId: uuid().notNull(),
    unitId: uuid().notNull(),
    title: text().notNull(),
    head: boolean().notNull(),
    validFrom: date().notNull(),
    validTo: date(),
  },
  table => [index('posts_person').on(table.personId), index('posts_unit').on(table.unitId)],
);

export const rooms = pgTable('rooms', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  location: text().notNull(),
  capacity: integer().notNull(),
  equipment: jsonb().$type<string[]>().notNull(),
});

/** Who may log in. Apart from the person, so that a directory entry alone opens nothing. */
export const accounts = pgTable('accounts', {
  id: uuid().primaryKey(),
  username: text().notNull().unique(),
  personId: uuid().notNull().unique(),
  passwordHash: text().notNull(),
  systemRoles: jsonb().$type<SystemRole[]>().notNull(),
  disabledAt: timestamp({ withTimezone: true, mode: 'string' }),
});

/** Sessions by the hash of their token: whoever reads this table cannot use one. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    tokenHash: text().notNull().unique(),
    accountId: uuid().notNull(),
    createdAt: timestamp({ withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  },
  table => [index('sessions_account').on(table.accountId)],
);
