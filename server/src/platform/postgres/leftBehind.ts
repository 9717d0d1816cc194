import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../log.ts';
import type { OsAccount } from './osAccount.ts';
import { identityOf, isRunning, processesIn } from './processes.ts';

const POLL = 20;
const PATIENCE = 30_000;

/**
 * Stops a PostgreSQL that a killed server left running on the cluster and waits until the last of its processes
 * has gone. To be called only by the holder of the data folder's lock. Nothing that was committed is lost.
 */
export async function stopLeftBehind(
  folder: string,
  account: OsAccount | undefined,
  log: Log,
): Promise<void> {
  const pidFile = join(folder, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const cluster = realpathSync(folder);
  const postmaster = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  const running = processesIn(cluster, account);
  if (running.includes(postmaster)) {
    log.info({ pid: postmaster }, 'stopping the PostgreSQL that a killed server left running');
    await end([postmaster], 'SIGINT');
  }
  // Backends that outlive their postmaster, or a shutdown that hangs: an immediate stop, which loses nothing.
  await end(processesIn(cluster, account), 'SIGQUIT');
  const left = processesIn(cluster, account);
  if (left.length > 0) {
    throw new Error(`PostgreSQL processes ${left.join(', ')} still use ${cluster} and do not stop.`);
  }
  // PostgreSQL would not start while the recorded number belongs to any process of the same user, which after a
  // restart of the machine may be anything. Nothing works in the cluster, so the record is out of date. (Elsewhere
  // than on Linux not every backend can be seen: there PostgreSQL decides.)
  if (platform() === 'linux') rmSync(pidFile, { force: true });
}

/** Signals the processes and waits for their end, for a limited time. */
async function end(pids: number[], signal: NodeJS.Signals): Promise<void> {
  const identities = pids.map(identityOf);
  for (const { pid } of identities) send(pid, signal);
  for (let waited = 0; waited < PATIENCE && identities.some(isRunning); waited += POLL) await delay(POLL);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
