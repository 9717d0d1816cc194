import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** When each job last ran to its end, by the database's clock. The row of a job is its lock. */
export const jobs = pgTable('jobs', {
  name: text().primaryKey(),
  ranAt: timestamp({ withTimezone: true, mode: 'string' }),
});
