import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { vi } from 'vitest';
import { createLog } from '../../src/platform/log.ts';
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from '../../src/platform/postgres/embeddedPostgres.ts';

const MODULE = new URL('../../src/platform/postgres/embeddedPostgres.ts', import.meta.url).href;

/** One data folder in a folder of its own, with every server and process that a test starts on it. */
export class DataFolderWorld {
  readonly folder = temporaryFolder();
  readonly outside = join(this.folder, 'outside');
  dataDir = join(this.folder, 'data');
  readonly #servers: EmbeddedPostgres[] = [];
  readonly #children: ChildProcess[] = [];

  /** Starts the database inside this process. */
  async start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
    const { dataDir, outside } = this;
    const server = await startEmbeddedPostgres({ dataDir, outside, log: createLog('silent'), ...options });
    this.#servers.push(server);
    return server;
  }

  /** The number of the running postmaster. */
  postmasterPid(home = join(this.dataDir, 'postgres')): number {
    return Number.parseInt(readFileSync(join(home, 'cluster', 'postmaster.pid'), 'utf8'), 10);
  }

  /** Another program, ended with the test. */
  spawn(...args: Parameters<typeof spawn>): ChildProcess {
    const child = spawn(...args);
    this.#children.push(child);
    return child;
  }

  /** Another server process on the data folder, which commits row after row and says each committed one. */
  writingServer(module = MODULE): WritingServer {
    const script = `
      const { startEmbeddedPostgres } = await import(${JSON.stringify(module)});
      const { createRequire } = await import('node:module');
      const pg = createRequire(${JSON.stringify(module)})('pg');
      const server = await startEmbeddedPostgres({
        dataDir: ${JSON.stringify(this.dataDir)}, outside: ${JSON.stringify(this.outside)},
        log: { info() {}, debug() {}, warn() {}, error() {} },
      });
      const client = new pg.Client({ connectionString: server.connectionString });
      await client.connect();
      process.on('SIGUSR2', () => process.exit(3));
      await client.query('create table line (number int primary key)');
      for (let number = 1; ; number++) {
        await client.query('insert into line values ($1)', [number]);
        process.stdout.write(number + '\\n');
      }`;
    const args = ['--input-type=module', '-e', script];
    return new WritingServer(
      this.spawn(process.execPath, args, { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] }),
    );
  }

  async end(): Promise<void> {
    for (const child of this.#children) child.kill('SIGKILL');
    for (const server of this.#servers) await server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A server process that writes until it is killed. */
export class WritingServer {
  readonly child: ChildProcess;
  /** The numbers whose commit was acknowledged. */
  readonly committed: number[] = [];
  readonly #complaints: string[] = [];

  constructor(child: ChildProcess) {
    this.child = child;
    createInterface({ input: child.stderr! }).on('line', line => this.#complaints.push(line));
    createInterface({ input: child.stdout! }).on('line', line => this.committed.push(Number(line)));
  }

  async untilCommitted(count: number): Promise<void> {
    const hasEnded = () => this.child.exitCode !== null || this.child.signalCode !== null;
    await vi.waitUntil(() => this.committed.length >= count || hasEnded(), { timeout: 60_000 });
    if (this.committed.length < count) throw new Error(`the server ended: ${this.#complaints.join('\n')}`);
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await once(this.child, 'close');
  }
}

/** A data folder that was started and stopped before: the quick beginning of many tests. */
export async function prepareDataFolder() {
  const folder = temporaryFolder();
  const dataDir = join(folder, 'data');
  await (await startEmbeddedPostgres({ dataDir, log: createLog('silent') })).stop();
  return {
    copyTo: (world: DataFolderWorld) => execFileSync('cp', ['-a', dataDir, world.dataDir]),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The rows of one statement on a connection of its own. */
export async function query(server: EmbeddedPostgres, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A short path that PostgreSQL's account may enter too. */
function temporaryFolder(): string {
  const folder = mkdtempSync('/tmp/nghisu-pg-');
  chmodSync(folder, 0o755);
  return folder;
}
