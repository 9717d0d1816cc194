import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/programs/postgres.ts';
import { type Database, openDatabase } from '../database/db.ts';
import { createLog } from '../log.ts';
import { jobs } from './jobs.tables.ts';
import { type Job, type Jobs, startJobs } from './jobs.ts';

/** A look that never comes by itself within a test. */
const never = 3_600_000;

let testDatabase: TestDatabase;
/** Two processes, as far as the database can tell. */
let databases: [Database, Database];
const started: Jobs[] = [];

beforeEach(async () => {
  testDatabase = await createTestDatabase();
  const open = () => openDatabase(testDatabase.connectionString, createLog('silent'), 4);
  databases = [open(), open()];
  await databases[0].db.execute(sql`create table line (number serial, backend int)`);
});
afterEach(async () => {
  for (const running of started.splice(0)) await running.close();
  for (const database of databases) await database.close();
  await testDatabase.drop();
});

/** Writes a line, so that runs can be counted. */
const writing: Job = {
  name: 'test.writing',
  everySeconds: 60,
  run: async tx => void (await tx.execute(sql`insert into line (backend) values (pg_backend_pid())`)),
};

function start(database: Database, job: Job, lookMs = never): Jobs {
  const running = startJobs({ db: database.db, log: createLog('silent'), jobs: [job], lookMs });
  started.push(running);
  return running;
}

const lines = async (): Promise<number> =>
  (await databases[0].db.execute(sql`select 1 from line`)).rows.length;

/** Lets so many seconds pass since the last run, as far as the row tells. */
const pass = (seconds: number) =>
  databases[0].db.update(jobs).set({ ranAt: sql`${jobs.ranAt} - make_interval(secs => ${seconds})` });

describe('a job', () => {
  it('runs at the start, and again only when its time has passed on the database clock', async () => {
    const running = start(databases[0], writing);
    expect(await running.runDue()).toEqual(['test.writing']);
    expect(await running.runDue()).toEqual([]);
    await pass(58);
    expect(await running.runDue()).toEqual([]);
    await pass(3);
    expect(await running.runDue()).toEqual(['test.writing']);
    expect(await lines()).toBe(2);
  });

  it('runs once for a long time in which nothing ran', async () => {
    const running = start(databases[0], writing);
    await running.runDue();
    await pass(100_000);
    await running.runDue();
    await running.runDue();
    expect(await lines()).toBe(2);
  });

  it('is not held up by a run that lies in the future', async () => {
    const running = start(databases[0], writing);
    await running.runDue();
    await pass(-100_000);
    expect(await running.runDue()).toEqual(['test.writing']);
  });

  it('runs once, however many processes look at the same moment, and none of them waits', async () => {
    const [first, second] = databases.map(database => start(database, writing)) as [Jobs, Jobs];
    for (let round = 1; round <= 10; round += 1) {
      const ran = await Promise.all([first.runDue(), second.runDue()]);
      // The first look of each began by itself and may have taken the first run.
      if (round > 1) expect(ran.flat()).toEqual(['test.writing']);
      expect(await lines()).toBe(round);
      await pass(61);
    }
  });

  it('is left to the process that is running it', async () => {
    const entered = Promise.withResolvers<void>();
    const leave = Promise.withResolvers<void>();
    const slow: Job = {
      ...writing,
      run: async tx => {
        await writing.run(tx);
        entered.resolve();
        await leave.promise;
      },
    };
    const running = start(databases[0], slow);
    await entered.promise;
    const other = start(databases[1], writing);
    expect(await other.runDue()).toEqual([]);
    leave.resolve();
    await running.runDue();
    expect(await other.runDue()).toEqual([]);
    expect(await lines()).toBe(1);
  });

  it('leaves nothing behind where it fails or its process dies, and is tried again', async () => {
    let failures = 0;
    const failing: Job = {
      ...writing,
      run: async tx => {
        await writing.run(tx);
        failures += 1;
        if (failures === 1) throw new Error('broken');
        // As a killed process: the database ends the connection in the middle.
        if (failures === 2) await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
      },
    };
    const running = start(databases[0], failing);
    expect(await running.runDue()).toEqual([]);
    expect(await running.runDue()).toEqual([]);
    expect(await lines()).toBe(0);
    expect(await running.runDue()).toEqual(['test.writing']);
    expect(await lines()).toBe(1);
  });

  it('looks by itself, and not after it was closed; closing waits for the run under way', async () => {
    const entered = Promise.withResolvers<void>();
    const leave = Promise.withResolvers<void>();
    let runs = 0;
    const counted: Job = {
      ...writing,
      everySeconds: 0,
      run: async tx => {
        runs += 1;
        if (runs < 3) return;
        entered.resolve();
        await leave.promise;
        await writing.run(tx);
      },
    };
    const running = start(databases[0], counted, 5);
    await entered.promise;
    const closed = running.close();
    leave.resolve();
    await closed;
    expect(await lines()).toBe(1);
    expect(await running.runDue()).toEqual([]);
    expect(runs).toBe(3);
  });
});
