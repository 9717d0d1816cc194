import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** A program that tests need and npm does not bring. */
type Program = { title: string; variable: string; names: readonly string[]; debianPackage: string };

const CHROMIUM: Program = {
  title: 'Chromium',
  variable: 'CHROMIUM_PATH',
  names: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    '/usr/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  debianPackage: 'chromium',
};

const REDIS: Program = {
  title: 'Redis',
  variable: 'REDIS_PATH',
  names: ['redis-server', 'valkey-server', '/usr/bin/redis-server'],
  debianPackage: 'redis-server',
};

const NGINX: Program = {
  title: 'nginx',
  variable: 'NGINX_PATH',
  names: ['nginx', '/usr/sbin/nginx', '/usr/local/sbin/nginx'],
  debianPackage: 'nginx-light',
};

/** How tests start Chromium, also as root and in a container; it contacts nobody by itself. */
export const CHROMIUM_ARGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const MINUTE = 60_000;
const installations = new Map<string, Promise<string>>();

/** The path of Chromium; installed first where we may, else an error that says what to install. */
export function findChromium(): Promise<string> {
  return find(CHROMIUM);
}

/** The path of a Redis server; installed first where we may, else an error that says what to install. */
export function findRedis(): Promise<string> {
  return find(REDIS);
}

/** The path of nginx; installed first where we may, else an error that says what to install. */
export function findNginx(): Promise<string> {
  return find(NGINX);
}

/** The path of an executable on PATH, or the given absolute path when it is one. */
export function findInPath(name: string): string | undefined {
  const places = (process.env.PATH ?? '').split(delimiter);
  return places.map(place => (name.startsWith('/') ? name : join(place, name))).find(isExecutable);
}

async function find(program: Program): Promise<string> {
  const given = process.env[program.variable];
  if (given) {
    if (isExecutable(given)) return given;
    throw new Error(`${program.variable} is ${given}, which is not a program that can be started.`);
  }
  const found = lookFor(program);
  if (found) return found;
  const running = installations.get(program.variable) ?? install(program);
  installations.set(program.variable, running);
  return running;
}

function lookFor(program: Program): string | undefined {
  return program.names.map(findInPath).find(path => path !== undefined);
}

async function install(program: Program): Promise<string> {
  const advice = `Install it (Debian: apt-get install ${program.debianPackage}) or set ${program.variable} to its path.`;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    throw new Error(`These tests need ${program.title}. ${advice}`);
  }
  const report = join(tmpdir(), `nghisu-install-${program.debianPackage}.log`);
  try {
    await aptGet(report, 'update');
    await aptGet(report, 'install', '--yes', '--no-install-recommends', program.debianPackage);
  } catch (cause) {
    throw new Error(`${program.title} could not be installed, see ${report}. ${advice}`, { cause });
  }
  const path = lookFor(program);
  if (!path) throw new Error(`${program.title} was installed and is still not found. ${advice}`);
  return path;
}

async function aptGet(report: string, ...args: string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const command = ['-o', 'DPkg::Lock::Timeout=300', ...args];
  const options = { env, timeout: 10 * MINUTE, maxBuffer: 64 * 1024 * 1024 };
  const run = promisify(execFile)('apt-get', command, options);
  run.child.stdin?.end();
  const output = await run.catch(error => {
    writeFileSync(report, `${error.stdout}\n${error.stderr}\n`, { flag: 'a' });
    throw error;
  });
  writeFileSync(report, `${output.stdout}\n${output.stderr}\n`, { flag: 'a' });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
