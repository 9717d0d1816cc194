import { type ChildProcess, execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findNginx } from '../../test/programs/programs.ts';
import { endChild, hasEnded, startSupervised } from './supervised.ts';

/** What stands before the servers: one address for all of them. */
export type Balancer = { readonly pid: number | null; readonly title: string; close(): Promise<void> };

const TEMPLATE = fileURLToPath(new URL('../../../docker/nginx.conf.template', import.meta.url));

/** Everything in one process that stays in front, so that it ends with us. */
const inFront = 'daemon off; master_process off;';

export type ProxySettings = Readonly<
  Record<'PROXY_LISTEN' | 'PROXY_SERVERS' | 'PROXY_TLS' | 'PROXY_TEMP', string>
>;

/** The configuration that an installation uses, with its variables filled in as the image of nginx does it. */
export function renderNginx(settings: ProxySettings): string {
  return readFileSync(TEMPLATE, 'utf8').replaceAll(/\$\{(\w+)\}/g, (whole, name: string) =>
    name in settings ? settings[name as keyof ProxySettings] : whole,
  );
}

/** One line of the upstream for each server. One failed request is enough to leave a server alone for two seconds. */
export const upstreamOf = (addresses: readonly string[]): string =>
  addresses.map(address => `server ${address} max_fails=1 fail_timeout=2s;`).join(' ');

/** Starts nginx on the port before servers on these ports; done once it takes connections. */
export async function startNginx(
  folder: string,
  port: number,
  serverPorts: readonly number[],
): Promise<Balancer> {
  const program = await findNginx();
  const temp = join(folder, 'nginx');
  mkdirSync(join(temp, 'tls'), { recursive: true });
  const file = join(temp, 'nginx.conf');
  const settings: ProxySettings = {
    PROXY_LISTEN: `127.0.0.1:${port} backlog=4096`,
    PROXY_SERVERS: upstreamOf(serverPorts.map(each => `127.0.0.1:${each}`)),
    PROXY_TLS: join(temp, 'tls'),
    PROXY_TEMP: temp,
  };
  writeFileSync(file, renderNginx(settings));
  const args = ['-p', temp, '-c', file, '-g', `${inFront} pid ${join(temp, 'nginx.pid')};`];
  const child = startSupervised(program, args, {});
  let said = '';
  child.stdout?.resume();
  child.stderr?.on('data', chunk => {
    said = (said + chunk).slice(-20_000);
  });
  while (!(await takesConnections(port))) {
    if (hasEnded(child)) throw new Error(`nginx ended before it listened:\n${said}`);
    await delay(10);
  }
  return balancerOf(child);
}

function balancerOf(child: ChildProcess): Balancer {
  return { pid: child.pid ?? null, title: 'nginx', close: () => endChild(child, 'SIGTERM') };
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.on('error', () => resolve(false)).on('connect', () => socket.destroy());
  });
}

/** Asks nginx what it thinks of a configuration; throws its answer where it refuses. */
export async function checkNginx(file: string, folder: string): Promise<void> {
  const args = ['-t', '-q', '-p', folder, '-c', file, '-g', `pid ${join(folder, 'nginx.pid')};`];
  execFileSync(await findNginx(), args, { stdio: 'pipe', encoding: 'utf8' });
}
