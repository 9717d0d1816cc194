import { put } from '@nghisu/shared/platform/feed.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { beginGenerations } from '../minutes/minutes.store.ts';
import { deleteAllSessions } from '../organisation/sessions.store.ts';
import { forgetUploadsWithout } from '../papers/papers.store.ts';
import { serverConnections, type Tx } from '../platform/database/db.ts';
import { holdMigrations, migrateWithin, migrationTags } from '../platform/database/migrate.ts';
import type { FileStore } from '../platform/files/fileStore.ts';
import { beginEpoch } from '../platform/streams/epochs.ts';
import { appendEvents, lockStreams } from '../platform/streams/streams.ts';
import type { ArchivedPaper, Manifest } from './archive/manifest.ts';
import { type ArchiveContent, readArchive } from './archive/readArchive.ts';
import { connect, copyIn, dropTables, holdsRows } from './tables.ts';

export type RestoreParts = {
  readonly connectionString: string;
  readonly files: FileStore;
  readonly from: string;
  readonly passphrase: string;
  readonly version: string;
  /** Throws away what the database holds. */
  readonly replace: boolean;
};

export type Restored = ArchiveContent & { readonly epoch: string; readonly sessionsEnded: number };

/** What a server writes by itself into a database that nobody has used yet. */
const writtenByItself = ['epochs', 'jobs'];

/**
 * Puts an archive in the place of a database. The archive is read whole before anything changes, papers go into the
 * store first, and the database changes in one transaction: all of it, or nothing. No server may be connected; one that
 * starts meanwhile waits. What was restored is a history of its own (R34): another epoch, other generations of all
 * minutes, and nobody is logged in.
 */
export async function restoreBackup(parts: RestoreParts): Promise<Restored> {
  const client = await connect(parts.connectionString, 'nghisu restore');
  try {
    await holdMigrations(client);
    const content = await readArchive(parts.from, parts.passphrase, {
      onManifest: async manifest => {
        mustBeKnown(manifest, parts.version);
        await mustBeAlone(client);
        await mustBeFree(client, parts.replace);
      },
      onPaper: (paper, bytes) => keepPaper(parts.files, paper, bytes),
    });
    return await replaceDatabase(client, parts, content);
  } finally {
    await client.end();
  }
}

async function replaceDatabase(
  client: pg.Client,
  { from, passphrase }: RestoreParts,
  content: ArchiveContent,
): Promise<Restored> {
  const { manifest, papers } = content;
  return drizzle(client, { casing: 'snake_case' }).transaction(async tx => {
    await dropTables(client);
    await migrateWithin(tx, manifest.migration);
    await readArchive(from, passphrase, {
      tablesOnly: true,
      onTable: (table, text) => copyIn(client, table, text),
    });
    await migrateWithin(tx);
    const kept = papers.map(({ sha256 }) => sha256);
    await forgetUploadsWithout(tx, kept);
    const sessionsEnded = await deleteAllSessions(tx);
    await beginGenerations(tx);
    const epoch = await beginEpoch(tx);
    await leaveTrace(tx, manifest, epoch);
    // Whoever was starting when this began has read what is gone now.
    await mustBeAlone(client);
    return { manifest, papers, epoch, sessionsEnded };
  });
}

/**
 * The restore as an event of the directory, so that the log itself says where it was turned back (R54). Its record is of
 * a kind that no viewer may see.
 */
async function leaveTrace(
  tx: Tx,
  { id, madeAt, version, epoch: of }: Manifest,
  epoch: string,
): Promise<void> {
  const { locked, now } = await lockStreams(tx, ['org']);
  const record = { kind: 'restoredBackup', id, madeAt, version, ofEpoch: of, epoch };
  await appendEvents(tx, locked, [{ type: 'backup.restored', stream: 'org', changes: [put(record)] }], {
    ...{ commandId: newId(), by: null, at: now },
  });
}

function mustBeKnown({ version, migration }: Manifest, ours: string): void {
  if (!migrationTags.includes(migration) || isNewer(version, ours))
    throw new Error(
      `The archive was made by version ${version} of Nghị Sự, this is ${ours}. Use that version or a newer one.`,
    );
}

function isNewer(version: string, than: string): boolean {
  const [a, b] = [version, than].map(text => text.split('.').map(Number));
  const at = a!.findIndex((part, index) => part !== (b![index] ?? 0));
  return at >= 0 && a![at]! > (b![at] ?? 0);
}

async function mustBeAlone(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int from pg_stat_activity where datname = current_database() and application_name = $1`,
    [serverConnections],
  );
  if (rows[0]!.count > 0) throw new Error('A server is connected to this database. Stop every server first.');
}

async function mustBeFree(client: pg.Client, replace: boolean): Promise<void> {
  if (!replace && (await holdsRows(client, writtenByItself)))
    throw new Error('The database is not empty. To throw away what it holds, say --replace.');
}

/** Takes a paper into the store, where it does no harm even if the restore fails later. */
async function keepPaper(files: FileStore, { bytes }: ArchivedPaper, content: AsyncIterable<Uint8Array>) {
  // Its hash is compared by whoever reads the archive; the store names it by what has arrived.
  await files.put(content, { maxBytes: bytes });
}
