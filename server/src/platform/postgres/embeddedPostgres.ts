import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Log } from '../log.ts';
import {
  type ClusterHome,
  clusterIn,
  createClusterOnce,
  existingCluster,
  locateCluster,
  prepareSocketFolder,
} from './cluster.ts';
import { lockDataFolder } from './dataFolderLock.ts';
import { stopLeftBehind } from './leftBehind.ts';
import { accountToDropTo } from './osAccount.ts';
import { addressOf, DATABASE, startPostmaster } from './postmaster.ts';
import { processesIn } from './processes.ts';
import { findPostgresPrograms } from './programs.ts';

/** What the built-in database needs to know. */
export type EmbeddedPostgresOptions = {
  /** The server's data folder; made when missing. */
  dataDir: string;
  log: Log;
  /** Where root keeps what PostgreSQL's account could not reach otherwise. */
  outside?: string;
  /** Called when PostgreSQL ends by itself; the server cannot go on without it. */
  onLost?: () => void;
};

/** The running built-in database. */
export type EmbeddedPostgres = {
  connectionString: string;
  /** Stops PostgreSQL after its last write and gives the data folder free; may be called again. */
  stop(): Promise<void>;
};

const OUTSIDE = '/var/lib/nghisu';

/** Every commit reaches the disk before it is acknowledged; no network address is opened. */
export const SETTINGS = {
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '40',
  shared_buffers: '64MB',
  max_wal_size: '512MB',
  io_method: 'sync',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_line_prefix: '',
  log_min_error_statement: 'panic',
};

/**
 * Starts a real PostgreSQL on the data folder, made on the first start. Refuses with one line when another server
 * uses the folder. A PostgreSQL that a killed server left running is stopped first and nothing committed is lost.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = makeDataFolder(options.dataDir);
  const locks = [lockDataFolder(dataDir)];
  const releaseAll = () => {
    for (const lock of locks.splice(0).reverse()) lock.release();
  };
  try {
    const home = locateCluster(dataDir, options.outside ?? OUTSIDE, options.log);
    // A copied data folder points to the same cluster, so the cluster is locked as well.
    if (home.isElsewhere) locks.push(lockDataFolder(home.folder));
    const server = await startOn(home, options);
    return {
      connectionString: server.connectionString,
      stop: async () => {
        await server.stop();
        releaseAll();
      },
    };
  } catch (error) {
    releaseAll();
    throw error;
  }
}

/**
 * For a program beside the server: the PostgreSQL that the server of this data folder runs, else one that is started
 * until `stop`. Throws where the folder holds no database.
 */
export async function joinEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const cluster = existingCluster(options.dataDir);
  if (cluster === null)
    throw new Error(`There is no database in ${options.dataDir}. Set DATA_DIR to the server's data folder.`);
  const socketFolder = runningIn(cluster);
  if (socketFolder === null) return startEmbeddedPostgres(options);
  return { connectionString: addressOf(socketFolder, DATABASE), stop: async () => {} };
}

/** The socket folder of the postmaster that works in the cluster, once it takes connections; null without one. */
function runningIn(cluster: string): string | null {
  const pidFile = join(cluster, 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  // Its lines are fixed: process, folder, start, port, socket folder, address, memory, state.
  const [pid, , , , socketFolder, , , state] = readFileSync(pidFile, 'utf8').split('\n');
  const owner = statSync(cluster);
  const runs = processesIn(cluster, accountToDropTo({ uid: owner.uid, gid: owner.gid })).includes(
    Number(pid),
  );
  return runs && state?.trim() === 'ready' ? socketFolder! : null;
}

async function startOn(
  home: ClusterHome,
  { dataDir, outside = OUTSIDE, log, onLost }: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const copyTo = home.account ? outside : join(resolve(dataDir), 'programs');
  const programs = findPostgresPrograms({ account: home.account, copyTo });
  const cluster = clusterIn(home.folder);
  await stopLeftBehind(cluster, home.account, log);
  await createClusterOnce(programs, home);
  const socket = prepareSocketFolder(home);
  const postmaster = await startPostmaster({
    command: [programs.postgres],
    account: home.account,
    cluster,
    socketFolder: socket.folder,
    settings: SETTINGS,
    log,
  });
  let isStopping = false;
  void postmaster.ended.then(() => {
    if (!isStopping) onLost?.();
  });
  const stop = async () => {
    isStopping = true;
    await postmaster.stop();
    socket.remove();
  };
  return { connectionString: postmaster.connectionString, stop };
}

function makeDataFolder(dataDir: string): string {
  const folder = resolve(dataDir);
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    // Root's PostgreSQL account passes through to its cluster; nobody but the owner sees what else is there.
    chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
  }
  return realpathSync(folder);
}
