import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { Reader, Tx } from './db.ts';

const migrationsFolder = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** Any number that no other advisory lock of this database uses. */
const migrationLock = 7_301_994;

/** Where drizzle keeps the book of what was applied. */
const book = 'drizzle.__drizzle_migrations';

type Journal = { entries: { tag: string; when: number }[] };

const journal = JSON.parse(readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8')) as Journal;

/** Every version of the schema that this product knows, oldest first. */
export const migrationTags: readonly string[] = journal.entries.map(({ tag }) => tag);

/**
 * Brings the database to the newest schema. Forward only; processes that start together take turns under an advisory
 * lock, and the later ones find nothing left to do.
 */
export async function migrate(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await holdMigrations(client);
    await applyMigrations(drizzle(client), { migrationsFolder });
  } finally {
    await client.end();
  }
}

/** Servers that start from now on wait until this connection ends. */
export async function holdMigrations(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [migrationLock]);
}

/**
 * Which version of the schema the database has; null where it has none. Throws where that is newer than this product.
 */
export async function migrationOf(db: Reader): Promise<string | null> {
  const [found] = (await db.execute<{ name: string | null }>(sql`select to_regclass(${book}) as name`)).rows;
  if (found!.name === null) return null;
  const applied = sql`select max(created_at) as "when" from drizzle.__drizzle_migrations`;
  const [newest] = (await db.execute<{ when: string | null }>(applied)).rows;
  if (newest!.when === null) return null;
  const entry = journal.entries.find(({ when }) => when === Number(newest!.when));
  if (!entry)
    throw new Error('The database has a newer schema than this program knows. Use the newer program.');
  return entry.tag;
}

/**
 * Brings the database from where it stands to the version named, inside a transaction of the caller's: all of it comes
 * or nothing. Keeps the same book as `migrate`.
 */
export async function migrateWithin(tx: Tx, through: string = migrationTags.at(-1)!): Promise<void> {
  await tx.execute(sql`create schema if not exists drizzle`);
  await tx.execute(
    sql`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
  );
  const from = await migrationOf(tx);
  const files = readMigrationFiles({ migrationsFolder });
  const first = from === null ? 0 : migrationTags.indexOf(from) + 1;
  const wanted = files.slice(first, migrationTags.indexOf(through) + 1);
  for (const { sql: statements, hash, folderMillis } of wanted) {
    for (const statement of statements) await tx.execute(sql.raw(statement));
    await tx.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`,
    );
  }
}
