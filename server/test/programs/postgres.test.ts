import pg from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './postgres.ts';

async function query(database: TestDatabase, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('every test database is migrated and sees nothing of the others', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await query(one, 'create table mine ()');
  expect(await query(other, `select to_regclass('mine') as mine`)).toEqual([{ mine: null }]);
  expect(await query(other, 'select count(*) > 0 as migrated from drizzle.__drizzle_migrations')).toEqual([
    { migrated: true },
  ]);
  await Promise.all([one.drop(), other.drop()]);
  await expect(query(one, 'select 1')).rejects.toThrow('does not exist');
});
