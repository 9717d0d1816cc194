import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/programs/postgres.ts';
import { createLog } from '../log.ts';
import { type Database, openDatabase } from './db.ts';

let testDatabase: TestDatabase;
let database: Database;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase(testDatabase.connectionString, createLog('silent'), 1);
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

/** Statements that the one connection keeps, with how often each was used. */
async function prepared(word: string): Promise<number[]> {
  const { rows } = await database.pool.query(
    `select generic_plans + custom_plans as uses from pg_prepared_statements where statement like '%${word}%'`,
  );
  return rows.map(row => Number(row.uses));
}

describe('a connection', () => {
  it('prepares a statement once and uses it again, in transactions and out of them', async () => {
    const ask = (n: number) => database.db.execute(sql`select ${n}::int + 40 as forty`);
    await ask(1);
    await database.db.transaction(async tx => void (await tx.execute(sql`select ${2}::int + 40 as forty`)));
    expect((await ask(3)).rows).toEqual([{ forty: 43 }]);
    expect(await prepared('forty')).toEqual([3]);
  });

  it('goes on after a statement that failed', async () => {
    const divide = (n: number) => database.db.execute(sql`select 6 / ${n}::int as sixth`);
    await expect(divide(0)).rejects.toThrow();
    expect((await divide(2)).rows).toEqual([{ sixth: 3 }]);
    await expect(database.db.execute(sql`select ${1}::int from nowhere`)).rejects.toThrow();
    await expect(database.db.execute(sql`select ${1}::int from nowhere`)).rejects.toThrow();
  });

  it('keeps no more than it should, and neither what has no parameters nor what is very long', async () => {
    await database.db.execute(sql`select 'bare'`);
    await database.db.execute(sql.raw(`select 'long${' '.repeat(5000)}'`).append(sql` where ${1}::int = 1`));
    expect([await prepared('bare'), await prepared('long')]).toEqual([[], []]);
    for (let n = 0; n < 400; n += 1)
      await database.db.execute(sql.raw(`select ${n} as many`).append(sql`, ${n}::int`));
    const { rows } = await database.pool.query('select count(*)::int from pg_prepared_statements');
    expect(rows[0].count).toBeLessThanOrEqual(300);
    expect(await prepared('many')).not.toEqual([]);
  });
});
