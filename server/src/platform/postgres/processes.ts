import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { platform } from 'node:os';
import type { OsAccount } from './osAccount.ts';

/** A process as it can be recognised later: a pid alone is given to somebody else after a while. */
export type ProcessIdentity = { pid: number; born: string };

const UNKNOWN = '';

/** The identity of a running process, for keeping in a file. */
export function identityOf(pid: number): ProcessIdentity {
  return { pid, born: birthOf(pid) ?? UNKNOWN };
}

/** Whether this very process still runs; in doubt (the system does not tell) it does. */
export function isRunning(identity: ProcessIdentity): boolean {
  const born = birthOf(identity.pid);
  if (born === undefined) return false;
  return born === UNKNOWN || identity.born === UNKNOWN || born === identity.born;
}

/** When a process was born, in a form that never repeats on one machine; undefined when there is none. */
function birthOf(pid: number): string | undefined {
  if (!isTaken(pid)) return undefined;
  if (platform() === 'linux') return birthFromProc(pid);
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return UNKNOWN;
  }
}

function birthFromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program name stands in brackets and may hold spaces; the state is field 3, the start tick field 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const isDead = fields[0] === 'Z' || fields[0] === 'X';
    return isDead ? undefined : `${bootId()}/${fields[19]}`;
  } catch {
    // Hidden from us (hidepid), or it ended just now.
    return isTaken(pid) ? UNKNOWN : undefined;
  }
}

function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return UNKNOWN;
  }
}

/**
 * The processes of a database cluster: its postmaster and backends, which work inside the cluster's folder.
 * Asked as the account that owns them, since even root may not look at others' processes in a container.
 */
export function processesIn(cluster: string, account: OsAccount | undefined): number[] {
  const isLinux = platform() === 'linux';
  // Elsewhere only the postmaster can be told, by the folder on its command line.
  const script = isLinux ? 'ls -l /proc/[0-9]*/cwd' : 'ps -axww -o pid=,command=';
  const pattern = isLinux ? /\/proc\/(\d+)\/cwd -> (.*)$/ : /^\s*(\d+) (.*)$/;
  const { stdout } = spawnSync('/bin/sh', ['-c', script], {
    ...account,
    cwd: '/',
    env: {},
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const processes = (stdout ?? '').split('\n').flatMap(line => {
    const [, pid, place] = pattern.exec(line) ?? [];
    return place === undefined ? [] : [{ pid: Number(pid), place }];
  });
  // The shell itself is always among them. "None" must never be the answer of a failed question.
  if (processes.length === 0)
    throw new Error('The running processes cannot be listed, so a PostgreSQL left behind cannot be told.');
  return processes
    .filter(({ pid, place }) =>
      isLinux ? place === cluster && isPostgres(pid) : place.includes(` -D ${cluster} `),
    )
    .map(({ pid }) => pid);
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
  } catch {
    return false;
  }
}
