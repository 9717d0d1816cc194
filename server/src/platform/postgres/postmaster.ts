import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../log.ts';
import { ROLE } from './cluster.ts';
import type { OsAccount } from './osAccount.ts';

/** A running PostgreSQL server process. */
type Postmaster = {
  connectionString: string;
  /** Fulfilled when the process has ended, for whatever reason. */
  ended: Promise<void>;
  stop(): Promise<void>;
};

type Start = {
  /** Program and first arguments, so that a wrapper may stand before it. */
  command: readonly [string, ...string[]];
  account: OsAccount | undefined;
  cluster: string;
  socketFolder: string;
  settings: Readonly<Record<string, string>>;
  log: Log;
};

/** The database that the server works in. */
export const DATABASE = 'nghisu';
const PATIENCE = 30_000;
const NOT_YET = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03']);
const UNDEFINED_DATABASE = '3D000';

/** Starts PostgreSQL on a cluster and waits until its database can be used, however long a recovery takes. */
export async function startPostmaster(start: Start): Promise<Postmaster> {
  const child = spawnPostgres(start);
  const ended = new Promise<void>(resolve => {
    child.once('exit', () => resolve());
    child.once('error', error => {
      lastLines.push(error.message);
      resolve();
    });
  });
  const lastLines = followLog(child, start.log);
  // A server that ends without stopping us, as on a failed start, still leaves no PostgreSQL behind.
  const stopAtExit = () => child.kill('SIGINT');
  process.once('exit', stopAtExit);
  void ended.then(() => process.off('exit', stopAtExit));
  const stop = () => stopChild(child, ended);
  try {
    await untilUsable(start.socketFolder, ended);
  } catch (error) {
    await stop();
    // The reason may still be on its way through the pipe.
    await settlesWithin(once(child, 'close'), 1000);
    throw new Error(`PostgreSQL did not start: ${lastLines.join(' ')}`, { cause: error });
  }
  return { connectionString: addressOf(start.socketFolder, DATABASE), ended, stop };
}

function spawnPostgres(start: Start): ChildProcess {
  const [program, ...first] = start.command;
  const settings = {
    ...start.settings,
    unix_socket_directories: `"${start.socketFolder.replaceAll('"', '""')}"`,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return spawn(program, [...first, '-D', start.cluster, ...args], {
    ...start.account,
    cwd: '/',
    env: {},
    stdio: ['ignore', 'ignore', 'pipe'],
    // A session of its own: Ctrl-C in the terminal must reach the server only, which stops PostgreSQL last.
    detached: true,
  });
}

/**
 * The address of a database behind a socket folder, in the form that `DATABASE_URL` takes; everything is spelled out, as
 * PG* variables fill every gap.
 */
export function addressOf(socketFolder: string, database: string): string {
  return `postgres:///${database}?user=${ROLE}&host=${encodeURIComponent(socketFolder)}&port=5432&sslmode=disable`;
}

async function untilUsable(socketFolder: string, ended: Promise<void>): Promise<void> {
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  while (!hasEnded) {
    try {
      await runOn(addressOf(socketFolder, DATABASE), 'select 1');
      return;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === UNDEFINED_DATABASE) {
        await runOn(addressOf(socketFolder, 'postgres'), `create database ${DATABASE}`);
      } else if (code === undefined || !NOT_YET.has(code)) {
        throw error;
      }
    }
    await delay(10);
  }
  throw new Error('PostgreSQL ended while it was starting.');
}

async function runOn(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  // A connection that breaks while idle reports here; the next query reports it to the caller.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Passes PostgreSQL's own messages to the log and keeps the last few for the error of a failed start. */
function followLog(child: ChildProcess, log: Log): string[] {
  const lastLines: string[] = [];
  if (!child.stderr) return lastLines;
  createInterface({ input: child.stderr }).on('line', line => {
    lastLines.push(line.trim());
    if (lastLines.length > 4) lastLines.shift();
    if (/^PANIC:/.test(line)) log.error({ postgres: line }, 'PostgreSQL reports');
    else if (/^WARNING:/.test(line)) log.warn({ postgres: line }, 'PostgreSQL reports');
    else log.debug({ postgres: line }, 'PostgreSQL reports');
  });
  return lastLines;
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  // SIGINT is PostgreSQL's fast shutdown: clients are cut off, everything is written. SIGQUIT, when that hangs,
  // leaves the writing to the recovery of the next start; it loses nothing either.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    child.kill(signal);
    if (await settlesWithin(ended, PATIENCE)) return;
  }
  throw new Error('PostgreSQL does not stop.');
}

async function settlesWithin(wanted: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const giveUp = new AbortController();
  const patience = delay(milliseconds, false, { signal: giveUp.signal }).catch(() => false);
  const hasSettled = await Promise.race([wanted.then(() => true), patience]);
  giveUp.abort();
  return hasSettled;
}
