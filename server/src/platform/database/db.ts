import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Log } from '../log.ts';
import { PreparedClient } from './preparedClient.ts';

/** The database as stores see it outside a command. Handlers never get it: they get a `Tx`. */
export type Db = NodePgDatabase;

/** One open transaction. Stores take it as their first argument. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

/** What a store needs to read: the database or a transaction. */
export type Reader = Db | Tx;

export type Database = { readonly db: Db; readonly pool: pg.Pool; close(): Promise<void> };

/** Under this name the connections of servers stand in `pg_stat_activity`. */
export const serverConnections = 'nghisu';

/**
 * Opens a pool of connections. Statements are limited to 5 s and waits for locks to 2 s, so that one slow query never
 * piles up the hall (fault F8).
 */
export function openDatabase(connectionString: string, log: Log, connections = 12): Database {
  const pool = new pg.Pool({
    Client: PreparedClient,
    connectionString,
    application_name: serverConnections,
    max: connections,
    statement_timeout: 5000,
    lock_timeout: 2000,
    idle_in_transaction_session_timeout: 10_000,
    connectionTimeoutMillis: 5000,
  });
  // Without listeners a connection that breaks would end the process: one while it is idle, and one between two
  // statements of a transaction, whose next statement then fails.
  pool.on('error', error => log.warn({ err: error }, 'an idle database connection broke'));
  pool.on('connect', client =>
    client.on('error', error => log.warn({ err: error }, 'a database connection broke')),
  );
  return { db: drizzle(pool, { casing: 'snake_case' }), pool, close: () => pool.end() };
}

/** The SQLSTATE of a database error, through the driver's wrapping, or null. */
export function sqlState(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && /^[0-9A-Z]{5}$/.test(at.code)) return at.code;
  }
  return null;
}
