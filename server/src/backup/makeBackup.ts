import { existsSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { type NamedFile, namedFiles } from '../papers/papers.store.ts';
import { migrationOf } from '../platform/database/migrate.ts';
import type { FileStore } from '../platform/files/fileStore.ts';
import {
  type ArchivedPaper,
  type ArchivedTable,
  archiveFormat,
  type Manifest,
  manifestName,
  paperEntry,
  tableEntry,
} from './archive/manifest.ts';
import { Meter, measure } from './archive/measure.ts';
import { type ArchiveContent, readArchive } from './archive/readArchive.ts';
import { type AddEntry, type Secret, writeArchive } from './archive/writeArchive.ts';
import { connect, copyOut, tablesOf } from './tables.ts';

export type BackupParts = Secret & {
  readonly connectionString: string;
  readonly files: FileStore;
  /** The file to make; must not exist. */
  readonly out: string;
  readonly version: string;
};

/**
 * Writes the database as it is at one instant, and every paper that it names, into one encrypted file. The file gets
 * its name once it has been read back whole; until then it stands beside, and a failure removes it. Servers go on
 * working meanwhile.
 */
export async function makeBackup(parts: BackupParts): Promise<ArchiveContent> {
  const out = resolve(parts.out);
  if (existsSync(out)) throw new Error(`${out} exists already. Choose another name.`);
  const unfinished = `${out}.${process.pid}.unfinished`;
  const clearAway = () => rmSync(unfinished, { force: true });
  process.once('exit', clearAway);
  try {
    await write(parts, unfinished);
    const content = await readArchive(unfinished, parts.passphrase);
    await rename(unfinished, out);
    await syncFolder(dirname(out));
    return content;
  } finally {
    process.off('exit', clearAway);
    clearAway();
  }
}

async function write({ connectionString, files, version, ...secret }: BackupParts, path: string) {
  const client = await connect(connectionString, 'nghisu backup');
  try {
    await client.query('begin isolation level repeatable read, read only');
    const manifest = await describe(client, files, version);
    await writeArchive(path, secret, new Date(manifest.madeAt), async add => {
      const text = Buffer.from(JSON.stringify(manifest));
      await add(manifestName, text.length, once(text));
      for (const table of manifest.tables)
        await add(tableEntry(table.name), table.bytes, copyOut(client, table));
      // The papers never change: the snapshot need not be held while they are copied, however long that takes.
      await client.query('commit');
      for (const paper of manifest.papers) await addPaper(add, files, paper);
    });
  } finally {
    await client.end();
  }
}

/** What the archive will hold. Reads every table once: sizes and hashes stand at the beginning of the archive. */
async function describe(client: pg.Client, files: FileStore, version: string): Promise<Manifest> {
  const db = drizzle(client, { casing: 'snake_case' });
  const migration = await migrationOf(db);
  if (migration === null) throw new Error('The database holds nothing of Nghị Sự yet.');
  const [now] = (await client.query<{ now: Date }>('select now()')).rows;
  const tables: ArchivedTable[] = [];
  for (const table of await tablesOf(client)) {
    const { lines: rows, bytes, sha256 } = await measure(copyOut(client, table));
    tables.push({ name: table.name, columns: [...table.columns], rows, bytes, sha256 });
  }
  return {
    ...{ product: 'nghisu', format: archiveFormat, version, id: newId(), madeAt: now!.now.toISOString() },
    ...{ migration, epoch: await epochOf(client, tables), tables },
    papers: await papersIn(files, await namedFiles(db)),
  };
}

async function epochOf(client: pg.Client, tables: readonly ArchivedTable[]): Promise<string | null> {
  if (!tables.some(({ name }) => name === 'epochs')) return null;
  return (await client.query<{ epoch: string }>('select epoch from epochs')).rows[0]?.epoch ?? null;
}

/** Those files that the store has. One that a paper needs and the store lacks is a loss, to be told at once. */
async function papersIn(files: FileStore, named: readonly NamedFile[]): Promise<ArchivedPaper[]> {
  const papers: ArchivedPaper[] = [];
  const lost: NamedFile[] = [];
  for (const file of named) {
    const bytes = await files.size(file.sha256);
    const attached = file.title !== null;
    if (bytes === file.bytes) papers.push({ sha256: file.sha256, bytes, attached });
    else if (attached) lost.push(file);
  }
  if (lost.length > 0) throw new Error(lost.map(lossOf).join('\n'));
  return papers;
}

const lossOf = ({ title, sha256 }: Pick<NamedFile, 'title' | 'sha256'>): string =>
  `The file of the paper “${title}” (${sha256}) is missing or cut off. Nothing was backed up.`;

/** One file of the store, hashed on its way. An upload that was cleared away meanwhile is left out. */
async function addPaper(add: AddEntry, files: FileStore, { sha256, bytes, attached }: ArchivedPaper) {
  const content = files.read(sha256)[Symbol.asyncIterator]();
  let first: IteratorResult<Uint8Array>;
  try {
    first = await content.next();
  } catch (error) {
    if (!attached && (await files.size(sha256)) === null) return;
    throw new Error(`The file ${sha256} of a paper cannot be read. Nothing was backed up.`, { cause: error });
  }
  const meter = new Meter();
  await add(paperEntry(sha256), bytes, meter.through(resumed(first, content)));
  if (meter.read().sha256 !== sha256)
    throw new Error(`The file ${sha256} of a paper is damaged in the store. Nothing was backed up.`);
}

async function* resumed(
  first: IteratorResult<Uint8Array>,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    for (let next = first; !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

async function* once(chunk: Uint8Array): AsyncGenerator<Uint8Array> {
  yield chunk;
}

/** Makes a new name survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
