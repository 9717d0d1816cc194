import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/programs/postgres.ts';
import { createLog } from '../log.ts';
import { type Database, openDatabase } from './db.ts';

let testDatabase: TestDatabase;
let database: Database;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase(testDatabase.connectionString, createLog('silent'), 3);
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

describe('connections that break', () => {
  it('S9: one cut in the middle of a transaction ends that transaction, not the process', async () => {
    const { db } = database;
    await db.execute(sql`create table line (number int)`);
    const broken = db.transaction(async tx => {
      await tx.execute(sql`insert into line values (1)`);
      const [self] = (await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)).rows;
      await db.execute(sql`select pg_terminate_backend(${self!.pid}, 5000)`);
      // The farewell of the connection arrives while nothing waits for an answer on it.
      await db.execute(sql`select pg_sleep(0.05)`);
      await tx.execute(sql`insert into line values (2)`);
    });
    await expect(broken).rejects.toThrow();
    expect((await db.execute(sql`select number from line`)).rows).toEqual([]);
  });

  it('S9: new connections take the place of all that a restarted database cut', async () => {
    const { db } = database;
    await Promise.all([1, 2, 3].map(() => db.execute(sql`select pg_sleep(0.05)`)));
    await db.execute(
      sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    // A connection whose end has not been noticed yet fails once more, then it is gone.
    await vi.waitFor(async () => {
      const answers = await Promise.all([1, 2, 3, 4].map(n => db.execute(sql`select ${n}::int as n`)));
      expect(answers.map(({ rows }) => rows[0]!.n)).toEqual([1, 2, 3, 4]);
    });
  });
});
