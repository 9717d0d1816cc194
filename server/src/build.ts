import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const CLIENT = join(ROOT, 'client');
const SOURCES = [
  'client/index.html',
  'client/vite.config.ts',
  'client/tsconfig.json',
  'client/public',
  'client/src',
  'shared/src',
  'package-lock.json',
];

const CLIENT_FOLDER = join(CLIENT, 'dist');

const STAMP = join(CLIENT_FOLDER, '.stamp');

/**
 * Builds the pages when the built ones are not of the present source, which their content decides, not their age.
 * Pages that were built elsewhere, as in an image without development packages, are used as they are.
 */
export async function buildClientIfStale(): Promise<void> {
  const hash = hashOfSources();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
  const vite = findVite();
  if (!vite) {
    if (existsSync(join(CLIENT_FOLDER, 'index.html'))) return;
    throw new Error(
      'The pages are not built and Vite is not installed. Run npm ci with development packages.',
    );
  }
  process.stdout.write('Building the pages, some 20 seconds ...\n');
  rmSync(STAMP, { force: true });
  await build(vite);
  writeFileSync(STAMP, hash);
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesIn(source))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(ROOT, file)))
        .update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path: string): string[] {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return path.endsWith('.test.ts') ? [] : [path];
  return readdirSync(full)
    .sort()
    .flatMap(name => filesIn(`${path}/${name}`));
}

function findVite(): string | undefined {
  try {
    const manifest = createRequire(join(CLIENT, 'package.json')).resolve('vite/package.json');
    return join(manifest, '..', 'bin', 'vite.js');
  } catch {
    return undefined;
  }
}

async function build(vite: string): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'production', FORCE_COLOR: '0', NO_COLOR: '1' };
  const child = spawn(process.execPath, [vite, 'build'], {
    cwd: CLIENT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0)
    throw new Error(`The pages could not be built.\n${Buffer.concat(output).toString().trimEnd()}`);
}
