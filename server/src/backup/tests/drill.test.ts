import { readdirSync, statSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnyRecord } from '@nghisu/shared/platform/feed.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServerProcess } from '../../../test/programs/serverProcess.ts';
import { papers } from '../../papers/papers.tables.ts';
import { openDatabase } from '../../platform/database/db.ts';
import { diskFiles } from '../../platform/files/files.disk.ts';
import { createLog } from '../../platform/log.ts';
import { startEmbeddedPostgres } from '../../platform/postgres/embeddedPostgres.ts';
import { events, streams } from '../../platform/streams/streams.tables.ts';
import { verifyChain } from '../../platform/streams/streams.verify.ts';
import type { Manifest } from '../archive/manifest.ts';
import { measure } from '../archive/measure.ts';
import { readArchive } from '../archive/readArchive.ts';
import { fail, passphrase, succeed } from './commands.ts';
import { Follower, until, Visitor, Writer } from './stockClients.ts';

const password = 'NghiSu@2026';

let folder: string;
let archive: string;
let server: ServerProcess;
const place = (name = 'data') => ({ DATA_DIR: join(folder, name) });
const closing: (() => void)[] = [];

beforeAll(async () => {
  folder = await mkdtemp('/tmp/nghisu-drill-');
  archive = join(folder, 'archive.age');
  // PostgreSQL's own account passes through.
  await chmod(folder, 0o755);
  server = await ServerProcess.start(place());
});
afterAll(async () => {
  for (const close of closing) close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const logIn = (username: string): Promise<Visitor> => Visitor.logIn(server.origin, username, password);

function follow(visitor: Visitor, stream: string): Follower {
  const follower = new Follower(visitor, stream);
  closing.push(() => follower.close());
  return follower;
}

function open(...given: ConstructorParameters<typeof Writer>): Writer {
  const writer = new Writer(...given);
  closing.push(() => writer.close());
  return writer;
}

/** The size of the archive that is being written: the tables come first, and are less than a megabyte. */
function sizeOfUnfinished(): number {
  const name = readdirSync(folder).find(one => one.endsWith('.unfinished'));
  return name === undefined ? 0 : (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0);
}

/** The one meeting that is still to come and has an agenda, papers, and a secretary `thuky`. */
async function comingMeeting(secretary: Visitor): Promise<string> {
  const mine = [...(await secretary.snapshot(`user:${secretary.personId}`)).values()];
  const found = mine.find(record => {
    const { kind, type, state } = record as AnyRecord & { type?: string; state?: string };
    return kind === 'myMeeting' && type === 'regularSession' && state === 'published';
  });
  return found!.id;
}

const generationIn = (records: ReadonlyMap<string, AnyRecord>): number =>
  [...records.values()].flatMap(record => ('generation' in record ? [Number(record.generation)] : []))[0]!;

/** One acknowledged change: an item that came, or went. */
type Change = { readonly itemId: string; readonly adds: boolean; readonly seq: number };

/** Adds items and takes most of them away again, without a pause, until told to stop. */
async function writeOn(secretary: Visitor, stream: string, changes: Change[], isOver: () => boolean) {
  const more = {
    parentId: null,
    beforeId: null,
    unitId: null,
    presenterId: null,
    minutesPlanned: 5,
    note: '',
  };
  while (!isOver()) {
    const itemId = newId();
    const input = { itemId, title: itemId, ...more };
    changes.push({ itemId, adds: true, seq: await secretary.run(stream, 'agenda.addItem', input) });
    if (changes.length % 50 === 0) continue;
    changes.push({ itemId, adds: false, seq: await secretary.run(stream, 'agenda.removeItem', { itemId }) });
  }
}

/** Which of the items that came and went are there after `seq`. */
function itemsAfter(seq: number, changes: readonly Change[]): string[] {
  const standing = new Set<string>();
  for (const { itemId, adds } of changes.filter(change => change.seq <= seq)) {
    if (adds) standing.add(itemId);
    else standing.delete(itemId);
  }
  return [...standing].sort();
}

/** Which of them a snapshot shows. */
const itemsIn = (records: ReadonlyMap<string, AnyRecord>, changes: readonly Change[]): string[] =>
  [...new Set(changes.map(({ itemId }) => itemId))].filter(id => records.has(`agendaItem ${id}`)).sort();

/** Looks at a restored place while no server runs: everything that the archive promises. */
async function inspect(name: string, manifest: Manifest): Promise<void> {
  const postgres = await startEmbeddedPostgres({ dataDir: place(name).DATA_DIR, log: createLog('error') });
  const database = openDatabase(postgres.connectionString, createLog('error'), 2);
  try {
    const { db } = database;
    const [last] = await db.select().from(events).where(eq(events.stream, 'org')).orderBy(desc(events.seq));
    const { id, madeAt, epoch: ofEpoch } = manifest;
    const trace = { kind: 'restoredBackup', id, madeAt, ofEpoch };
    expect(last).toMatchObject({ type: 'backup.restored', by: null, changes: [{ record: trace }] });
    for (const { id } of await db.select().from(streams))
      expect([id, (await verifyChain(db, id)).brokenAt]).toEqual([id, null]);
    const files = await diskFiles(join(place(name).DATA_DIR, 'papers'));
    const rows = await db.select().from(papers);
    expect(rows.length).toBeGreaterThan(30);
    for (const { sha256, bytes } of rows)
      expect(await measure(files.read(sha256))).toMatchObject({ sha256, bytes });
  } finally {
    await database.close();
    await postgres.stop();
  }
}

describe('the restore drill', { timeout: 240_000 }, () => {
  const changes: Change[] = [];
  let [secretary, chair]: Visitor[] = [];
  let meetingId: string;
  let stream: string;
  let client: Follower;
  let author: Writer;
  /** How many changes were there for certain when the backup began. */
  let before: number;
  /** What the client held when the server was stopped. */
  let newer: Pick<Follower, 'seq' | 'epoch' | 'asked' | 'wipes'> & { generation: number };

  it('takes a backup while people go on working, who then go on', async () => {
    [secretary, chair] = [await logIn('thuky'), await logIn('chutich')];
    meetingId = await comingMeeting(secretary);
    stream = `meeting:${meetingId}`;
    await secretary.run(stream, 'minutes.start', {});
    client = follow(chair, stream);
    await until(() => client.seq > 0);
    author = open(secretary, meetingId, generationIn(client.records));
    const reader = open(chair, meetingId, generationIn(client.records));
    await author.synced();
    author.write('Trước bản lưu.');
    // What others see is stored.
    await until(() => reader.text.includes('Trước bản lưu.'));

    const writing = writeOn(secretary, stream, changes, () => sizeOfUnfinished() > 1_000_000);
    await until(() => changes.length > 5);
    before = changes.length;
    await succeed(place(), 'backup', '--out', archive);
    await writing;
    expect(changes.length).toBeGreaterThan(before);

    const { length } = changes;
    await writeOn(secretary, stream, changes, () => changes.length >= length + 20);
    author.write('Sau bản lưu.');
    await until(() => reader.text.includes('Sau bản lưu.') && client.seq === changes.at(-1)!.seq);
    const { seq, epoch, asked, wipes } = client;
    newer = { seq, epoch, asked, wipes, generation: generationIn(client.records) };
  });

  it('restores beside no server, into an empty folder, or over what is there when told to', async () => {
    const complaint = await fail(place(), 'restore', '--from', archive, '--replace');
    expect(complaint).toContain('already using the data folder');
    await server.stop();
    await succeed(place('empty'), 'restore', '--from', archive);
    expect(await fail(place(), 'restore', '--from', archive)).toContain('--replace');
    const said = await succeed(place(), 'restore', '--from', archive, '--replace');
    expect(said).toMatch(/new epoch .* logs in again/s);
    server = await ServerProcess.start({ ...place(), PORT: server.port });
  });

  it('F17: ends every session', async () => {
    expect([await secretary!.status(), await chair!.status()]).toEqual([401, 401]);
    await until(() => client.refusals.includes('unauthenticated') && author.closings.length > 0);
    author.close();
    [secretary, chair] = [await logIn('thuky'), await logIn('chutich')];
  });

  it('F17 R34: gives a client that holds more everything anew, once, and it shows what was restored', async () => {
    client.comeBackAs(chair!);
    await until(() => client.epoch !== newer.epoch);
    expect(client.records).toEqual(await chair!.snapshot(stream));
    expect(client.seq).toBeLessThan(newer.seq);
    // The database was caught between two commands: what the log counts is what the tables hold.
    expect(itemsIn(client.records, changes)).toEqual(itemsAfter(client.seq, changes));
    expect(client.seq).toBeGreaterThanOrEqual(changes[before - 1]!.seq);
    // No loop: after a beat it has not asked again.
    const { heads } = client;
    await until(() => client.heads > heads);
    expect([client.asked, client.wipes]).toEqual([newer.asked + 1, newer.wipes + 1]);
  });

  it('F17: refuses a newer copy of the minutes, and merges nothing of it', async () => {
    const generation = generationIn(client.records);
    const stale = open(secretary!, meetingId, newer.generation, author.doc);
    await until(() => stale.closings.length > 0);
    const fresh = open(secretary!, meetingId, generation);
    await fresh.synced();
    expect(fresh.text).toContain('Trước bản lưu.');
    fresh.write('Sau khi khôi phục.');
    const reader = open(chair!, meetingId, generation);
    await until(() => reader.text.includes('Sau khi khôi phục.'));
    expect(reader.text).not.toContain('Sau bản lưu.');
    expect(stale.closings).toEqual([4409]);
  });

  it('R59: leaves whole chains, every file under its hash, and its own trace, in both places', async () => {
    await server.stop();
    const { manifest } = await readArchive(archive, passphrase, { tablesOnly: true });
    await inspect('data', manifest);
    await inspect('empty', manifest);
  });
});
