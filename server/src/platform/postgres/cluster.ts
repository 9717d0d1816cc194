import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Log } from '../log.ts';
import { accountToDropTo, canEnter, type OsAccount } from './osAccount.ts';
import type { PostgresPrograms } from './programs.ts';

/** The folder that holds a cluster and its socket, and the account that owns the cluster. */
export type ClusterHome = { folder: string; isElsewhere: boolean; account: OsAccount | undefined };

/** The database role that the server works as; it owns the cluster. */
export const ROLE = 'nghisu';

const UNFINISHED = 'cluster.new-';
const POINTER = 'postgres.location';
const LOCALES = ['C.UTF-8', 'en_US.UTF-8', 'C'];
const SOCKET_BYTES = 100;
const MINUTE = 60_000;

/**
 * Decides where the cluster of a data folder lives: in `postgres` inside it, or, where PostgreSQL's account cannot
 * enter the data folder, in a folder of its own under `outside`, which a small file in the data folder names.
 */
export function locateCluster(dataDir: string, outside: string, log: Log): ClusterHome {
  const pointer = join(dataDir, POINTER);
  const inside = join(dataDir, 'postgres');
  if (existsSync(pointer)) return homeAt(readFileSync(pointer, 'utf8').trim(), true);
  const account = accountToDropTo(undefined);
  if (existsSync(clusterIn(inside)) || !account || canEnter(account, dataDir)) return homeAt(inside, false);
  // Named at random, not after the path: a data folder made anew must not meet the database of the old one.
  const elsewhere = join(outside, randomBytes(4).toString('hex'));
  if (mkdirSync(outside, { recursive: true })) chmodSync(outside, 0o755);
  writeFileSync(pointer, `${elsewhere}\n`, { flush: true });
  log.info(
    { dataDir, database: elsewhere },
    'PostgreSQL cannot enter DATA_DIR; the database is kept elsewhere',
  );
  return homeAt(elsewhere, true);
}

/** The cluster of a data folder where there is one, or null; touches nothing. */
export function existingCluster(dataDir: string): string | null {
  const pointer = join(dataDir, POINTER);
  const home = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(dataDir, 'postgres');
  return existsSync(clusterIn(home)) ? realpathSync(clusterIn(home)) : null;
}

function homeAt(folder: string, isElsewhere: boolean): ClusterHome {
  const cluster = clusterIn(folder);
  const owner = existsSync(cluster) ? statSync(cluster) : undefined;
  const account = accountToDropTo(owner && { uid: owner.uid, gid: owner.gid });
  const uid = process.getuid?.();
  if (owner && !account && owner.uid !== uid) {
    throw new Error(
      `The database in ${folder} belongs to another user (number ${owner.uid}). Start the server as that user or as root.`,
    );
  }
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, account ? 0o711 : 0o700);
  if (!canEnter(account, folder)) {
    throw new Error(
      `PostgreSQL (user number ${account?.uid ?? uid}) may not enter ${folder}. Allow it on every folder on the way (chmod o+x).`,
    );
  }
  if (account && owner?.uid === 0) giveTo(account, cluster);
  if (owner) chmodSync(cluster, 0o700);
  return { folder: realpathSync(folder), isElsewhere, account };
}

/** The cluster's own folder (PostgreSQL's data directory) inside its home. */
export function clusterIn(home: string): string {
  return join(home, 'cluster');
}

/** After a copy or restore by root everything belongs to root, and PostgreSQL would refuse it. */
function giveTo(account: OsAccount, folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    lchownSync(join(entry.parentPath, entry.name), account.uid, account.gid);
  }
  chownSync(folder, account.uid, account.gid);
}

/** Makes the cluster when there is none; one that a kill left half made is made again. */
export async function createClusterOnce(
  programs: PostgresPrograms,
  home: ClusterHome,
  extraArgs: readonly string[] = [],
): Promise<void> {
  const cluster = clusterIn(home.folder);
  if (existsSync(cluster)) return;
  removeUnfinished(home.folder);
  let failure: unknown;
  for (const locale of LOCALES) {
    // A name of its own: the initdb of a killed server may still be writing into an earlier one.
    const unfinished = join(home.folder, `${UNFINISHED}${randomBytes(4).toString('hex')}`);
    makePrivate(unfinished, home.account);
    try {
      await initialise(programs.initdb, home.account, ['-D', unfinished, `--locale=${locale}`, ...extraArgs]);
      // Connections come through the private socket folder only; no address is ever trusted.
      writeFileSync(join(unfinished, 'pg_hba.conf'), 'local all all trust\n', { flush: true });
      renameSync(unfinished, cluster);
      syncFolder(home.folder);
      return;
    } catch (error) {
      failure = error;
      removeUnfinished(home.folder);
      if (!String((error as { stderr?: string }).stderr).includes('locale')) break;
    }
  }
  throw new Error(`PostgreSQL could not create its cluster in ${home.folder}: ${reasonOf(failure)}`);
}

function removeUnfinished(home: string): void {
  for (const name of readdirSync(home)) {
    if (name.startsWith(UNFINISHED))
      rmSync(join(home, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

async function initialise(initdb: string, account: OsAccount | undefined, given: string[]): Promise<void> {
  // The built-in collation sorts the same on every system and survives its updates; the locale given is still read
  // by the text search parser and pg_trgm, which must know letters beyond ASCII.
  const locales = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const args = ['-U', ROLE, '-A', 'trust', '-E', 'UTF8', '--data-checksums', '--no-instructions'];
  const surroundings = { ...account, cwd: '/', env: {}, timeout: 5 * MINUTE };
  await promisify(execFile)(initdb, [...args, ...locales, ...given], surroundings);
}

/** Makes a rename survive a power cut. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function reasonOf(failure: unknown): string {
  const { stderr, message } = failure as Error & { stderr?: string };
  return (stderr || message).trim().split('\n').slice(-3).join(' ');
}

/**
 * An empty folder for the socket that nobody else can enter: beside the cluster, or in the folder for temporary files
 * where the path would be too long for a socket (108 bytes with the file name).
 */
export function prepareSocketFolder(home: ClusterHome): { folder: string; remove(): void } {
  const beside = join(home.folder, 'socket');
  const fits = Buffer.byteLength(join(beside, '.s.PGSQL.5432')) <= SOCKET_BYTES;
  // A killed PostgreSQL leaves its socket's lock file, whose process number may be somebody else's by now.
  rmSync(beside, { recursive: true, force: true });
  const folder = fits ? beside : mkdtempSync('/tmp/nghisu-');
  makePrivate(folder, home.account);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function makePrivate(folder: string, account: OsAccount | undefined): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  if (account) chownSync(folder, account.uid, account.gid);
}
