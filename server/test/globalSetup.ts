import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { endingWithUs } from '../cluster/parts/supervised.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { createLog } from '../src/platform/log.ts';
import { clusterIn, createClusterOnce, prepareSocketFolder } from '../src/platform/postgres/cluster.ts';
import { SETTINGS } from '../src/platform/postgres/embeddedPostgres.ts';
import { accountToDropTo } from '../src/platform/postgres/osAccount.ts';
import { addressOf, startPostmaster } from '../src/platform/postgres/postmaster.ts';
import { identityOf } from '../src/platform/postgres/processes.ts';
import { findPostgresPrograms } from '../src/platform/postgres/programs.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL that all tests of the run share, and the migrated database that theirs are copies of. */
    postgres: { socketFolder: string; template: string };
  }
}

const TEMPLATE = 'nghisu_template';

const FOLDERS = '/tmp';
const NAME = /^nghisu-tests-(\d+)-/;

/** Nothing here outlives the run, so nothing needs to reach the disk. */
const FAST = {
  ...SETTINGS,
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  shared_buffers: '128MB',
};

/** Starts one PostgreSQL for the whole run and migrates the template; ends with the run, also when that is killed. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  removeFoldersOfKilledRuns();
  const folder = mkdtempSync(join(FOLDERS, `nghisu-tests-${process.pid}-`));
  chmodSync(folder, 0o711);
  const account = accountToDropTo(undefined);
  const home = { folder, isElsewhere: false, account };
  const programs = findPostgresPrograms({ account, copyTo: join(folder, 'programs') });
  await createClusterOnce(programs, home, ['--no-sync']);
  const socket = prepareSocketFolder(home);
  const postmaster = await startPostmaster({
    command: [...endingWithUs(), programs.postgres],
    account,
    cluster: clusterIn(folder),
    socketFolder: socket.folder,
    settings: FAST,
    log: createLog('warn'),
  });
  const removeAll = async () => {
    await postmaster.stop();
    socket.remove();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await makeTemplate(socket.folder);
  } catch (error) {
    await removeAll();
    throw error;
  }
  project.provide('postgres', { socketFolder: socket.folder, template: TEMPLATE });
  return removeAll;
}

async function makeTemplate(socketFolder: string): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(socketFolder, 'postgres') });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  await migrate(addressOf(socketFolder, TEMPLATE));
}

function removeFoldersOfKilledRuns(): void {
  for (const name of readdirSync(FOLDERS)) {
    const pid = NAME.exec(name)?.[1];
    if (pid !== undefined && identityOf(Number(pid)).born === '') {
      rmSync(join(FOLDERS, name), { recursive: true, force: true });
    }
  }
}
