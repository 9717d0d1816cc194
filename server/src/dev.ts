import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const CLIENT = join(ROOT, 'client');
const PAGES_PORT = '5173';

const port = process.env.PORT || '8080';
const pages = ['127.0.0.1', 'localhost'].flatMap(host =>
  [PAGES_PORT, port].map(at => `http://${host}:${at}`),
);
const env = {
  ...process.env,
  ALLOWED_ORIGINS: process.env.ALLOWED_ORIGINS || pages.join(','),
  VITE_SERVER: `http://127.0.0.1:${port}`,
};

const server = run(ROOT, '--watch', '--watch-preserve-output', 'server/src/start.ts', '--without-pages');
const vite = join(
  createRequire(join(CLIENT, 'package.json')).resolve('vite/package.json'),
  '..',
  'bin',
  'vite.js',
);
const client = run(CLIENT, vite, '--port', PAGES_PORT, '--strictPort');

process.on('SIGINT', stopBoth);
process.on('SIGTERM', stopBoth);
process.stdout.write(`Pages with hot reload: http://127.0.0.1:${PAGES_PORT}\n`);

// One without the other is of no use.
await Promise.race([once(server, 'exit'), once(client, 'exit')]);
stopBoth();

function run(cwd: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, args, { cwd, env, stdio: 'inherit' });
}

function stopBoth(): void {
  for (const child of [server, client]) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  }
}
