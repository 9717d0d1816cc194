import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { DataFolderWorld, prepareDataFolder, query } from '../../../test/worlds/dataFolderWorld.ts';
import { createLog } from '../log.ts';
import { joinEmbeddedPostgres } from './embeddedPostgres.ts';
import { accountToDropTo } from './osAccount.ts';
import { identityOf, isRunning } from './processes.ts';

let prepared: Awaited<ReturnType<typeof prepareDataFolder>>;
let world: DataFolderWorld;

beforeAll(async () => {
  prepared = await prepareDataFolder();
});

afterAll(() => prepared.remove());

beforeEach(() => {
  world = new DataFolderWorld();
});

afterEach(() => world.end());

test('what was written is there after a stop and a new start', async () => {
  const first = await world.start();
  await query(first, `create table paper (title text); insert into paper values ('Tờ trình')`);
  await first.stop();
  expect(await query(await world.start(), 'select title from paper')).toEqual([{ title: 'Tờ trình' }]);
});

test('every commit reaches the disk, no network address is opened, and only we may enter', async () => {
  prepared.copyTo(world);
  const server = await world.start();
  const settings = await query(
    server,
    `select name, setting from pg_settings where name in
       ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'listen_addresses',
        'server_encoding', 'unix_socket_permissions') order by name`,
  );
  expect(Object.fromEntries(settings.map(each => [each.name, each.setting]))).toEqual({
    data_checksums: 'on',
    fsync: 'on',
    full_page_writes: 'on',
    listen_addresses: '',
    server_encoding: 'UTF8',
    synchronous_commit: 'on',
    unix_socket_permissions: '0700',
  });
  expect(await query(server, 'select type, database, user_name, auth_method from pg_hba_file_rules')).toEqual(
    [{ type: 'local', database: ['all'], user_name: ['all'], auth_method: 'trust' }],
  );
});

test('Vietnamese is lowered, sorted, stripped of marks and searched', async () => {
  prepared.copyTo(world);
  const server = await world.start();
  await query(server, 'create extension unaccent; create extension pg_trgm');
  const [row] = await query(
    server,
    `select lower('ĐÁNH GIÁ') as lowered, unaccent('Đánh giá') as bare,
       array(select x from unnest(array['đ', 'e', 'd', 'ă', 'â', 'a']) x order by x collate "vi-x-icu") as sorted,
       array_length(show_trgm('quyết'), 1) as trigrams, to_tsvector('simple', 'quyết định')::text as words`,
  );
  expect(row).toEqual({
    lowered: 'đánh giá',
    bare: 'Danh gia',
    sorted: ['a', 'ă', 'â', 'd', 'đ', 'e'],
    trigrams: 6,
    words: `'quyết':1 'định':2`,
  });
});

test('a folder with a long Vietnamese name works, though a socket path may not be that long', async () => {
  world.dataDir = join(
    world.folder,
    `Văn phòng Uỷ ban nhân dân tỉnh, "dữ liệu" ${'phiên họp '.repeat(8)}`.trim(),
  );
  const server = await world.start();
  expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
  expect(await query(await world.start(), 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('S9: after kill -9 of the server every acknowledged row is there and its PostgreSQL is replaced', async () => {
  prepared.copyTo(world);
  const killed = world.writingServer();
  await killed.untilCommitted(50);
  await killed.kill();
  const leftBehind = world.postmasterPid();
  const server = await world.start();
  const rows = await query(server, 'select number from line order by number');
  expect(rows.slice(0, killed.committed.length).map(row => row.number)).toEqual(killed.committed);
  expect(world.postmasterPid()).not.toBe(leftBehind);
});

test('S9: after kill -9 of the server and of PostgreSQL every acknowledged row is there', async () => {
  prepared.copyTo(world);
  const killed = world.writingServer();
  await killed.untilCommitted(50);
  process.kill(world.postmasterPid(), 'SIGKILL');
  await killed.kill();
  const rows = await query(await world.start(), 'select number from line order by number');
  expect(rows.slice(0, killed.committed.length).map(row => row.number)).toEqual(killed.committed);
});

test('a second server on the same folder is refused and the first goes on', async () => {
  prepared.copyTo(world);
  const first = world.writingServer();
  await first.untilCommitted(1);
  await expect(world.start()).rejects.toThrow(
    `Another server (process ${first.child.pid}) is already using the data folder`,
  );
  await first.untilCommitted(first.committed.length + 5);
});

test('a server that simply ends leaves no PostgreSQL running', async () => {
  prepared.copyTo(world);
  const server = world.writingServer();
  await server.untilCommitted(1);
  const postmaster = identityOf(world.postmasterPid());
  server.child.kill('SIGUSR2');
  await vi.waitUntil(() => !isRunning(postmaster), { timeout: 30_000 });
  expect(server.child.exitCode).toBe(3);
});

test('a recorded PostgreSQL number that now belongs to another program does not stop the start', async () => {
  prepared.copyTo(world);
  const first = await world.start();
  await query(first, 'create table kept ()');
  await first.stop();
  const account = accountToDropTo(undefined);
  const stranger = world.spawn('sleep', ['1000'], { ...account, stdio: 'ignore' });
  const cluster = join(world.dataDir, 'postgres', 'cluster');
  writeFileSync(
    join(cluster, 'postmaster.pid'),
    `${stranger.pid}\n${cluster}\n1700000000\n5432\n${cluster}\n\n`,
  );
  expect(await query(await world.start(), 'select count(*)::int as count from kept')).toEqual([{ count: 0 }]);
  expect(stranger.exitCode).toBeNull();
});

test('a cluster that a kill left half made is made again', async () => {
  const home = join(world.dataDir, 'postgres');
  mkdirSync(join(home, 'cluster.new-0123abcd', 'base'), { recursive: true });
  expect(await query(await world.start(), 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(readdirSync(home).sort()).toEqual(['cluster', 'socket']);
});

test('a start that fails says why and leaves the folder free', async () => {
  prepared.copyTo(world);
  const version = join(world.dataDir, 'postgres', 'cluster', 'PG_VERSION');
  writeFileSync(version, '9\n');
  await expect(world.start()).rejects.toThrow(/PostgreSQL did not start: .*version/);
  writeFileSync(version, '18\n');
  expect(await query(await world.start(), 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a program beside the server joins its PostgreSQL and leaves it running', async () => {
  prepared.copyTo(world);
  const server = await world.start();
  const { dataDir, outside } = world;
  const joined = await joinEmbeddedPostgres({ dataDir, outside, log: createLog('silent') });
  expect(joined.connectionString).toBe(server.connectionString);
  await query(joined, 'create table beside ()');
  await joined.stop();
  expect(await query(server, `select to_regclass('beside') is not null as there`)).toEqual([{ there: true }]);
});

test('a program without a server starts PostgreSQL for the time being, where there is a database', async () => {
  const { dataDir, outside } = world;
  const join = () => joinEmbeddedPostgres({ dataDir, outside, log: createLog('silent') });
  await expect(join()).rejects.toThrow(`There is no database in ${dataDir}`);
  expect(existsSync(dataDir)).toBe(false);
  prepared.copyTo(world);
  const joined = await join();
  expect(await query(joined, 'select 1 as one')).toEqual([{ one: 1 }]);
  await expect(world.start()).rejects.toThrow('already using the data folder');
  await joined.stop();
  expect(await query(await world.start(), 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('the end of PostgreSQL by itself is told, its end by a stop is not', async () => {
  prepared.copyTo(world);
  let lost = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  const onLost = () => {
    lost += 1;
    resolve();
  };
  await (await world.start({ onLost })).stop();
  await world.start({ onLost });
  expect(lost).toBe(0);
  process.kill(world.postmasterPid(), 'SIGKILL');
  await promise;
  expect(lost).toBe(1);
});
