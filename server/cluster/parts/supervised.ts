import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { identityOf } from '../../src/platform/postgres/processes.ts';
import { findInPath } from '../../test/programs/programs.ts';

/** Short, because the path of a socket is limited to 108 bytes. */
const FOLDERS = '/tmp';
const NAME = /^nghisu-cluster-(\d+)-/;

/** Asks the kernel to end the program when we end, however we end; nothing where that cannot be asked. */
export function endingWithUs(): [string, ...string[]] | [] {
  const setpriv = process.platform === 'linux' ? findInPath('setpriv') : undefined;
  return setpriv ? [setpriv, '--pdeathsig', 'KILL', '--'] : [];
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a program that does not outlive this process. */
export function startSupervised(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): ChildProcess {
  const [first, ...rest] = [...endingWithUs(), program, ...args];
  const child = spawn(first!, rest, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Sends the signal and waits for the end; the stopped are woken, so that they can obey. */
export async function endChild(child: ChildProcess | null, signal: NodeJS.Signals): Promise<void> {
  if (!child || hasEnded(child)) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  if (signal !== 'SIGKILL') child.kill('SIGCONT');
  await exited;
}

export const hasEnded = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null;

/** A folder of this process; those of processes that were killed are removed first. */
export function makeClusterFolder(): string {
  for (const name of readdirSync(FOLDERS)) {
    const pid = NAME.exec(name)?.[1];
    if (pid !== undefined && identityOf(Number(pid)).born === '') {
      rmSync(join(FOLDERS, name), { recursive: true, force: true });
    }
  }
  return mkdtempSync(join(FOLDERS, `nghisu-cluster-${process.pid}-`));
}

/** A port of loopback that was free just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
