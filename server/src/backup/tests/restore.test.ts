import { readFileSync, writeFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestDatabase } from '../../../test/programs/postgres.ts';
import { wholeDocument } from '../../minutes/minutes.store.ts';
import { abandonedUploads } from '../../papers/transfer/abandonedUploads.ts';
import { type Database, openDatabase } from '../../platform/database/db.ts';
import { migrate, migrateWithin, migrationOf, migrationTags } from '../../platform/database/migrate.ts';
import { startJobs } from '../../platform/jobs/jobs.ts';
import { createLog } from '../../platform/log.ts';
import { currentEpoch } from '../../platform/streams/epochs.ts';
import { streams } from '../../platform/streams/streams.tables.ts';
import { verifyChain } from '../../platform/streams/streams.verify.ts';
import { measure } from '../archive/measure.ts';
import { connect, dropTables, tablesOf } from '../tables.ts';
import { type Bed, createBed, createTarget, type Target, tablesIn } from './bed.testing.ts';

let bed: Bed;
let archive: string;
let target: Target;
const open: Database[] = [];
beforeAll(async () => {
  bed = await createBed();
  archive = bed.path('archive.age');
  await bed.backUp('archive.age');
});
beforeEach(async () => {
  target = await createTarget(bed);
});
afterEach(async () => {
  for (const database of open.splice(0)) await database.close();
  await target.close();
});
afterAll(() => bed.close());

/** A pool as a server has it; ended with the test. */
function serverOn(connectionString: string): Database {
  const database = openDatabase(connectionString, createLog('silent'), 2);
  open.push(database);
  return database;
}

/** What a restore changes on purpose. */
const ownHistory = ['epochs', 'events', 'minutes', 'minutes_updates', 'sessions', 'streams'];

describe('a restore', () => {
  it('R59: brings back every table and every file as it was', async () => {
    const { epoch, sessionsEnded } = await target.restore(archive);
    const before = await tablesIn(bed.world.connectionString);
    const after = await target.tables();
    expect([...after.keys()]).toEqual([...before.keys()]);
    const differing = [...before.keys()].filter(name => before.get(name) !== after.get(name));
    expect(differing).toEqual(ownHistory);
    for (const sha256 of [bed.paper, bed.upload])
      expect(await measure(target.files.read(sha256))).toMatchObject({ sha256 });

    const { db } = serverOn(target.connectionString);
    expect(await currentEpoch(db)).toBe(epoch);
    expect(epoch).not.toBe(await currentEpoch(bed.world.db));
    expect(sessionsEnded).toBe(1);
    for (const { id } of await db.select().from(streams))
      expect([id, (await verifyChain(db, id)).brokenAt]).toEqual([id, null]);
  });

  it('F17: gives the minutes a generation that no restore gave before, and the text stays', async () => {
    await target.restore(archive);
    const other = await createTarget(bed);
    const { db } = serverOn(target.connectionString);
    const first = await wholeDocument(db, bed.meetingId);
    // The clock has to move on, as it does in life.
    await vi.waitUntil(async () => {
      const generation = sql`select extract(epoch from now() - timestamptz '2026-01-01 00:00:00Z')::int as now`;
      return Number((await db.execute(generation)).rows[0]!.now) > first.generation;
    });
    await other.restore(archive);
    const second = await wholeDocument(serverOn(other.connectionString).db, bed.meetingId);
    const made = await wholeDocument(bed.world.db, bed.meetingId);
    expect(second.generation).toBeGreaterThan(first.generation);
    expect(first.generation).toBeGreaterThan(made.generation);
    for (const { updates, seq } of [first, second])
      expect({ updates, seq }).toEqual({ updates: made.updates, seq: made.seq });
    for (const database of open.splice(0)) await database.close();
    await other.close();
  });

  it('forgets an upload whose file the archive lacks: nobody can attach it', async () => {
    const files = {
      ...bed.files,
      size: async (hash: string) => (hash === bed.upload ? null : bed.files.size(hash)),
    };
    await bed.backUp('without upload.age', { files });
    await target.restore(bed.path('without upload.age'));
    const { rows } = await serverOn(target.connectionString).db.execute(sql`select sha256 from uploads`);
    expect(rows).toEqual([{ sha256: bed.paper }]);
  });

  it('throws nothing away unless told to', async () => {
    await target.restore(archive);
    const before = await target.tables();
    await expect(target.restore(archive)).rejects.toThrow('not empty');
    expect(await target.tables()).toEqual(before);
    const { epoch } = await target.restore(archive, { replace: true });
    expect(await currentEpoch(serverOn(target.connectionString).db)).toBe(epoch);
  });

  it('takes a database on which a server was only started for empty', async () => {
    const { db } = serverOn(target.connectionString);
    const jobs = startJobs({
      db,
      log: createLog('silent'),
      lookMs: 60_000,
      jobs: [abandonedUploads(target.files)],
    });
    await jobs.runDue();
    await jobs.close();
    await currentEpoch(db);
    for (const database of open.splice(0)) await database.close();
    await target.restore(archive);
  });

  it('changes all or nothing: an archive that goes bad between two readings leaves everything as it was', async () => {
    await target.restore(archive);
    const before = await target.tables();
    const bad = bed.path('bad.age');
    writeFileSync(bad, readFileSync(archive));
    const spoil = () => {
      const bytes = readFileSync(bad);
      // Behind the manifest, among the tables.
      bytes[20_000]! ^= 1;
      writeFileSync(bad, bytes);
    };
    const files = {
      ...target.files,
      put: async (...given: Parameters<typeof target.files.put>) => {
        const stored = await target.files.put(...given);
        if (stored.sha256 === [bed.paper, bed.upload].sort()[1]) spoil();
        return stored;
      },
    };
    await expect(target.restore(bad, { replace: true, files })).rejects.toThrow('damaged');
    expect(await target.tables()).toEqual(before);
  });

  it('refuses an archive of a newer product before anything changes', async () => {
    const before = await target.tables();
    await expect(target.restore(archive, { version: '1.2.2' })).rejects.toThrow('made by version 1.2.3');
    await expect(target.restore(archive, { version: '0.9.9' })).rejects.toThrow('made by version 1.2.3');
    expect(await target.tables()).toEqual(before);
    await target.restore(archive, { version: '1.10.0' });
  });
});

describe('a server beside a restore', () => {
  it('that is connected stands in the way', async () => {
    await serverOn(target.connectionString).db.execute(sql`select 1`);
    await expect(target.restore(archive)).rejects.toThrow('Stop every server first');
  });

  it('that connects in the middle makes it give up, and nothing has changed', async () => {
    const before = await target.tables();
    const files = {
      ...target.files,
      put: async (...given: Parameters<typeof target.files.put>) => {
        await serverOn(target.connectionString).db.execute(sql`select 1`);
        return target.files.put(...given);
      },
    };
    await expect(target.restore(archive, { files })).rejects.toThrow('Stop every server first');
    expect(await target.tables()).toEqual(before);
  });

  it('that starts in the middle waits, and finds what was restored', async () => {
    let starting: Promise<void> | undefined;
    let hasStarted = false;
    const waits = async () => {
      const { db } = bed.world;
      const { rows } = await db.execute(
        sql`select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = ${new URL(target.connectionString).pathname.slice(1)})`,
      );
      return rows.length > 0;
    };
    const files = {
      ...target.files,
      put: async (...given: Parameters<typeof target.files.put>) => {
        starting ??= migrate(target.connectionString).then(() => {
          hasStarted = true;
        });
        await vi.waitUntil(waits);
        expect(hasStarted).toBe(false);
        return target.files.put(...given);
      },
    };
    await target.restore(archive, { files });
    await starting;
    expect(hasStarted).toBe(true);
  });
});

describe('the schema', () => {
  it('of an older archive is brought up to date with everything in it', async () => {
    const old = await createTestDatabase();
    const database = serverOn(old.connectionString);
    const client = await connect(old.connectionString, 'a test');
    await dropTables(client);
    await database.db.transaction(tx => migrateWithin(tx, migrationTags[0]));
    const person = { id: crypto.randomUUID(), name: 'Nguyễn Văn A' };
    await client.query('insert into people values ($1, $2, 1)', [person.id, person.name]);
    await client.end();
    await open.pop()!.close();
    const { manifest } = await bed.backUp('old.age', { connectionString: old.connectionString });
    await old.drop();
    expect(manifest).toMatchObject({ migration: migrationTags[0], epoch: null });

    const { epoch } = await target.restore(bed.path('old.age'));
    const { db } = serverOn(target.connectionString);
    expect(await migrationOf(db)).toBe(migrationTags.at(-1));
    expect((await db.execute(sql`select full_name from people`)).rows).toEqual([{ full_name: person.name }]);
    expect(await currentEpoch(db)).toBe(epoch);
    // The next start finds nothing to do.
    await migrate(target.connectionString);
  });

  it('has the same tables whether it was migrated by the server or by a restore', async () => {
    const client = await connect(target.connectionString, 'a test');
    const migrated = await tablesOf(client);
    await target.restore(archive);
    expect(await tablesOf(client)).toEqual(migrated);
    await client.end();
  });

  it('has nothing that COPY leaves behind or that wants an order of loading', async () => {
    const client = await connect(target.connectionString, 'a test');
    const { rows } = await client.query(`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('S', 'm', 'p', 'v', 'f')
      union all select conname from pg_constraint where contype = 'f'
      union all select tgname from pg_trigger where not tgisinternal
      union all select loid::text from pg_largeobject
      union all select proname from pg_proc where pronamespace = 'public'::regnamespace
      union all select typname from pg_type where typnamespace = 'public'::regnamespace and typtype = 'e'`);
    await client.end();
    expect(rows).toEqual([]);
  });
});
