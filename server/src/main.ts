import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type App, createApp } from './app.ts';
import { demoLogins, seedDemo } from './demo/seed.ts';
import { hasNoAccounts } from './organisation/accounts.store.ts';
import { abandonedUploads } from './papers/transfer/abandonedUploads.ts';
import { redisBus } from './platform/bus/bus.redis.ts';
import { memoryBus } from './platform/bus/bus.ts';
import type { Config } from './platform/config.ts';
import { type Database, openDatabase } from './platform/database/db.ts';
import { holdMigrations, migrate } from './platform/database/migrate.ts';
import type { FileStore } from './platform/files/fileStore.ts';
import { openFiles } from './platform/files/openFiles.ts';
import { startJobs } from './platform/jobs/jobs.ts';
import { createLog, type Log } from './platform/log.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/postgres/embeddedPostgres.ts';
import { currentEpoch } from './platform/streams/epochs.ts';
import { version } from './version.ts';

const clientFolder = fileURLToPath(new URL('../../client/dist', import.meta.url));

/** The accept queue of a hall that comes back at once; Node's own 511 overflows. */
const backlog = 4096;

/** Runs a server until it is told to stop (SIGTERM, SIGINT). Answers once it listens. */
export async function runServer(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const postgres = config.databaseUrl === null ? await startBuiltInDatabase(config, log) : null;
  const connectionString = postgres?.connectionString ?? config.databaseUrl!;
  await migrate(connectionString);
  const database = openDatabase(connectionString, log);
  const files = await openFiles(config, log);
  const origins = new Set(config.allowedOrigins);
  if (config.isDemo) await prepareDemo(config, connectionString, { database, files, log });
  const bus = config.redisUrl === null ? memoryBus() : await redisBus(config.redisUrl, log);
  const app = createApp({
    database,
    epoch: await currentEpoch(database.db),
    bus,
    files,
    log,
    allowedOrigins: origins,
    secure: config.isSecure,
    trustProxy: config.trustProxy,
    sessionHours: config.sessionHours,
    maxUploadBytes: config.maxUploadBytes,
    metricsToken: config.metricsToken,
    demo: config.isDemo,
    version,
    clientFolder,
    beatMs: 5000,
  });
  const address = await listen(app, config);
  // With PORT=0 the port is known only now.
  origins.add(`http://${config.host}:${address.port}`);
  greet(config, address);
  const jobs = startJobs({ db: database.db, log, jobs: [abandonedUploads(files)], lookMs: 60_000 });
  stopOnSignal(log, async () => {
    await jobs.close();
    await app.close();
    await bus.close();
    await database.close();
    await postgres?.stop();
  });
}

/** Makes the data folder too, with the rights that PostgreSQL's account needs. */
function startBuiltInDatabase({ dataDir }: Config, log: Log): Promise<EmbeddedPostgres> {
  const onLost = () => {
    log.fatal('the built-in PostgreSQL ended by itself; the next start recovers everything committed');
    process.exit(1);
  };
  return startEmbeddedPostgres({ dataDir, log, onLost });
}

/** Servers that start together take turns: the first writes, the others find it written. */
async function prepareDemo(
  config: Config,
  connectionString: string,
  parts: { database: Database; files: FileStore; log: Log },
): Promise<void> {
  const turn = new pg.Client({ connectionString });
  await turn.connect();
  try {
    await holdMigrations(turn);
    if (!(await hasNoAccounts(parts.database.db))) return;
    const started = performance.now();
    await seedDemo({ ...parts, password: config.demoPassword, now: new Date() });
    parts.log.info({ milliseconds: Math.round(performance.now() - started) }, 'demo data written');
  } finally {
    await turn.end();
  }
}

function listen(app: App, { port, host }: Config): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    app.http.once('error', reject);
    app.http.listen(port, host, backlog, () => resolve(app.http.address() as AddressInfo));
  });
}

/** The few lines that a person who starts the server needs. */
function greet(config: Config, { port }: AddressInfo): void {
  const lines = ['', `  Nghị Sự: ${config.publicUrl ?? `http://${config.host}:${port}`}`, ''];
  if (config.isDemo) {
    lines.push('  Tài khoản thử nghiệm / demo logins', '');
    for (const { username, description } of demoLogins)
      lines.push(`    ${username.padEnd(16)} ${description}`);
    lines.push('', `    Mật khẩu / password: ${config.demoPassword}`, '');
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

function stopOnSignal(log: Log, stop: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      log.info({ signal }, 'stopping');
      stop().then(
        () => process.exit(0),
        error => {
          log.error({ err: error }, 'stopping failed');
          process.exit(1);
        },
      );
    });
  }
}
