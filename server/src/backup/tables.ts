import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';

/** A table and those of its columns that hold something of their own. */
export type Table = { readonly name: string; readonly columns: readonly string[] };

/** Whatever the server and the role say: the same value gives the same text, and no limit ends a long reading. */
const settings = `
  set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set extra_float_digits = 1;
  set bytea_output = 'hex'; set client_encoding = 'UTF8'; set standard_conforming_strings = on;
  set synchronize_seqscans = off; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0;
  set lock_timeout = '10s'`;

/** A connection for reading whole tables and writing them. */
export async function connect(connectionString: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: name, connectionTimeoutMillis: 10_000 });
  // A connection that breaks fails the statement under way, or the next one.
  client.on('error', () => {});
  await client.connect();
  await client.query(settings);
  return client;
}

/** Every table of ours by name, as the catalogue has them: a list would miss the next one. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select relname as name, array_agg(attname::text order by attnum) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0
      and not attisdropped and attgenerated = ''
      and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
    group by relname order by relname`);
  return rows;
}

/** The rows as the text of COPY. The same snapshot gives the same text again, as no other scan is joined. */
export function copyOut(client: pg.Client, table: Table): AsyncIterable<Uint8Array> {
  return client.query(to(`copy ${nameOf(table)} to stdout`));
}

/** Fills a table from the text of COPY, to its end. */
export async function copyIn(
  client: pg.Client,
  table: Table,
  content: AsyncIterable<Uint8Array>,
): Promise<void> {
  await pipeline(Readable.from(content), client.query(from(`copy ${nameOf(table)} from stdin`)));
}

/** True where a table other than those named has a row. */
export async function holdsRows(client: pg.Client, except: readonly string[]): Promise<boolean> {
  for (const { name } of await tablesOf(client)) {
    if (except.includes(name)) continue;
    const found = await client.query(`select from public.${pg.escapeIdentifier(name)} limit 1`);
    if (found.rows.length > 0) return true;
  }
  return false;
}

/** Takes every table of ours away, and the book of migrations with them. */
export async function dropTables(client: pg.Client): Promise<void> {
  const names = (await tablesOf(client)).map(({ name }) => `public.${pg.escapeIdentifier(name)}`);
  if (names.length > 0) await client.query(`drop table ${names.join(', ')}`);
  await client.query('drop schema if exists drizzle cascade');
}

function nameOf({ name, columns }: Table): string {
  return `public.${pg.escapeIdentifier(name)} (${columns.map(pg.escapeIdentifier).join(', ')})`;
}
