import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { addressOf } from '../../src/platform/postgres/postmaster.ts';
import type {} from '../globalSetup.ts';

/** An empty, migrated database of one test's own. */
export type TestDatabase = {
  connectionString: string;
  /** Removes it, and ends every connection that is still open to it. */
  drop(): Promise<void>;
};

/** Makes a database as a copy of the migrated template, on the PostgreSQL that the run shares. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { socketFolder, template } = inject('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(socketFolder, `create database ${name} template ${template}`);
  return {
    connectionString: addressOf(socketFolder, name),
    drop: () => administer(socketFolder, `drop database if exists ${name} with (force)`),
  };
}

async function administer(socketFolder: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(socketFolder, 'postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
