import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { createLog } from '../../src/platform/log.ts';
import { startEmbeddedPostgres } from '../../src/platform/postgres/embeddedPostgres.ts';

/** A PostgreSQL of the benchmark's own, which syncs every commit, in a temporary folder that goes with it. */
export type BenchDatabase = {
  readonly connectionString: string;
  readonly folder: string;
  /** The process that all others of this PostgreSQL descend from. */
  readonly pid: number;
  stop(): Promise<void>;
};

export async function startDatabase(): Promise<BenchDatabase> {
  const folder = await mkdtemp('/tmp/nghisu-bench-');
  // PostgreSQL's own account passes through.
  await chmod(folder, 0o755);
  const log = createLog('error');
  const outside = join(folder, 'outside');
  const { connectionString, stop } = await startEmbeddedPostgres({
    dataDir: join(folder, 'data'),
    outside,
    log,
  });
  return {
    connectionString,
    folder,
    pid: await pidOf(connectionString),
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function pidOf(connectionString: string): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const status = await readFile(`/proc/${rows[0]!.pid}/status`, 'utf8');
    return Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
  } finally {
    await client.end();
  }
}
