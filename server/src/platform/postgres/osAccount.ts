import { execFileSync, spawnSync } from 'node:child_process';

/** The account of the operating system that PostgreSQL runs as. */
export type OsAccount = { uid: number; gid: number };

const CANDIDATES = ['postgres', '_postgres', 'nobody'];

/**
 * PostgreSQL refuses to run as root. For root this gives the account to drop to: the owner of an existing
 * cluster, else the first known unprivileged account. Undefined for everybody else: PostgreSQL runs as they do.
 */
export function accountToDropTo(clusterOwner: OsAccount | undefined): OsAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (clusterOwner && clusterOwner.uid !== 0) return clusterOwner;
  for (const name of CANDIDATES) {
    const account = lookUp(name);
    if (account) return account;
  }
  throw new Error(
    'PostgreSQL does not run as root and no unprivileged account was found. ' +
      'Start the server as an ordinary user, or set DATABASE_URL.',
  );
}

function lookUp(name: string): OsAccount | undefined {
  try {
    const uid = Number(execFileSync('id', ['-u', name], { encoding: 'utf8', stdio: 'pipe' }));
    const gid = Number(execFileSync('id', ['-g', name], { encoding: 'utf8', stdio: 'pipe' }));
    return uid > 0 ? { uid, gid } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the account may pass through every folder on the way into this one. */
export function canEnter(account: OsAccount | undefined, folder: string): boolean {
  // Asked of the system itself, so that access lists and mount options count too.
  const answer = spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/', stdio: 'ignore' });
  return answer.status === 0;
}
