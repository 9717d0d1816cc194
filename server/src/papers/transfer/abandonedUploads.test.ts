import { newId } from '@nghisu/shared/platform/ids.ts';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MadeMeeting } from '../../../test/worlds/world.ts';
import { type Database, openDatabase } from '../../platform/database/db.ts';
import type { FileStore } from '../../platform/files/fileStore.ts';
import { diskFiles } from '../../platform/files/files.disk.ts';
import { jobs } from '../../platform/jobs/jobs.tables.ts';
import { startJobs } from '../../platform/jobs/jobs.ts';
import { soundPdf } from '../inspection/pdfSamples.ts';
import { attachUpload } from '../papers.store.ts';
import { uploads } from '../papers.tables.ts';
import { abandonedUploads } from './abandonedUploads.ts';
import { type Hall, openHall, type Uploaded } from './testHall.ts';

let hall: Hall;
let meeting: MadeMeeting;
let item: string;
let files: FileStore;
beforeAll(async () => {
  hall = await openHall();
  meeting = await hall.world.meeting();
  item = await hall.world.agendaItem(meeting);
  files = await diskFiles(hall.filesFolder);
});
afterAll(() => hall.close());

/** No two of these are the same. */
let kind = 0;
const anyPdf = () => {
  kind += 1;
  return soundPdf(1, 1000 + kind);
};

async function upload(personId: string, pdf: Uint8Array): Promise<string> {
  const answer = await hall.upload(personId, meeting, pdf);
  expect(answer.status).toBe(201);
  return ((await answer.json()) as Uploaded).sha256;
}

async function attach(personId: string, sha256: string): Promise<string> {
  const paperId = newId();
  const input = { paperId, agendaItemId: item, sha256, title: 'Tờ trình', fileName: 'a.pdf' };
  await hall.world.run(personId, meeting.stream, 'papers.attach', input);
  return paperId;
}

/** Lets the uploads of this content be older by some hours. */
const age = (sha256: string, hours: number) =>
  hall.world.db
    .update(uploads)
    .set({ uploadedAt: sql`${uploads.uploadedAt} - make_interval(hours => ${hours})` })
    .where(eq(uploads.sha256, sha256));

const uploadersOf = async (sha256: string): Promise<string[]> =>
  (await hall.world.db.select().from(uploads).where(eq(uploads.sha256, sha256))).map(row => row.uploadedBy);

/** What one process that looks after the jobs does now. */
async function sweepAs({ db }: Database, store: FileStore): Promise<string[]> {
  const parts = { db, log: hall.world.log, jobs: [abandonedUploads(store)], lookMs: 3_600_000 };
  const running = startJobs(parts);
  const ran = await running.runDue();
  await running.close();
  return ran;
}

/** The same, whenever it was done last. */
async function sweep(store: FileStore = files): Promise<string[]> {
  await hall.world.db.delete(jobs);
  return sweepAs(hall.world.database, store);
}

describe('uploads that nobody attached', () => {
  it('are kept for a day, then forgotten with their files', async () => {
    const sha256 = await upload(meeting.secretary, await anyPdf());
    await age(sha256, 23);
    await sweep();
    expect(await files.size(sha256)).not.toBeNull();
    await age(sha256, 2);
    expect(await sweep()).toEqual(['papers.abandonedUploads']);
    expect(await files.size(sha256)).toBeNull();
    const late = attach(meeting.secretary, sha256);
    await expect(late).rejects.toMatchObject({ code: 'not_found', reason: 'papers.notUploaded' });
  });

  it('are kept for another day by whoever uploads the same again', async () => {
    const pdf = await anyPdf();
    const sha256 = await upload(meeting.secretary, pdf);
    await age(sha256, 25);
    await upload(meeting.secretary, pdf);
    await sweep();
    expect(await files.size(sha256)).toBe(pdf.length);
    await attach(meeting.secretary, sha256);
  });

  it('leave the file where somebody else attached the same content, or may still do so', async () => {
    const [attached, fresh] = [await anyPdf(), await anyPdf()];
    const first = await upload(meeting.secretary, attached);
    await attach(meeting.secretary, first);
    const second = await upload(meeting.secretary, fresh);
    for (const sha256 of [first, second]) await age(sha256, 25);
    await upload(meeting.chair, attached);
    await age(first, 25);
    await upload(meeting.chair, fresh);
    await sweep();
    expect(await uploadersOf(first)).toEqual([meeting.secretary]);
    expect(await uploadersOf(second)).toEqual([meeting.chair]);
    for (const sha256 of [first, second]) expect(await files.size(sha256)).not.toBeNull();
  });

  it('are not those that were attached once, also after the paper was removed', async () => {
    const sha256 = await upload(meeting.secretary, await anyPdf());
    const paperId = await attach(meeting.secretary, sha256);
    await age(sha256, 1000);
    await hall.world.run(meeting.secretary, meeting.stream, 'papers.remove', { paperId });
    await sweep();
    expect(await files.size(sha256)).not.toBeNull();
    await attach(meeting.secretary, sha256);
  });
});

describe('the removal beside other work', () => {
  it('runs once where two processes begin it at the same moment', async () => {
    const hashes = [];
    for (let count = 0; count < 3; count += 1) hashes.push(await upload(meeting.secretary, await anyPdf()));
    for (const sha256 of hashes) await age(sha256, 25);
    const removed: string[] = [];
    const counting: FileStore = {
      ...files,
      remove: async sha256 => {
        removed.push(sha256);
        await files.remove(sha256);
      },
    };
    const other = openDatabase(hall.world.connectionString, hall.world.log);
    await hall.world.db.delete(jobs);
    const ran = await Promise.all([sweepAs(hall.world.database, counting), sweepAs(other, counting)]);
    await other.close();
    expect(ran.flat()).toEqual(['papers.abandonedUploads']);
    expect(removed.sort()).toEqual(hashes.sort());
    for (const sha256 of hashes) expect(await files.size(sha256)).toBeNull();
  });

  it('never takes the file of an upload that arrives meanwhile', async () => {
    const pdf = await anyPdf();
    const sha256 = await upload(meeting.secretary, pdf);
    await age(sha256, 25);
    const reached = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const slow: FileStore = {
      ...files,
      remove: async name => {
        reached.resolve();
        await go.promise;
        await files.remove(name);
      },
    };
    const sweeping = sweep(slow);
    await reached.promise;
    const again = upload(meeting.chair, pdf);
    await waitingForContent();
    go.resolve();
    await Promise.all([sweeping, again]);
    expect(await files.size(sha256)).toBe(pdf.length);
    expect(await uploadersOf(sha256)).toEqual([meeting.chair]);
  });

  it('passes over what is being attached in this moment', async () => {
    const sha256 = await upload(meeting.secretary, await anyPdf());
    await age(sha256, 25);
    await hall.world.db.transaction(async tx => {
      await attachUpload(tx, meeting.secretary, sha256);
      expect(await sweep()).toEqual(['papers.abandonedUploads']);
    });
    expect(await uploadersOf(sha256)).toEqual([meeting.secretary]);
    expect(await files.size(sha256)).not.toBeNull();
  });

  it('is done by the next run where one broke in the middle', async () => {
    const sha256 = await upload(meeting.secretary, await anyPdf());
    await age(sha256, 25);
    const broken: FileStore = { ...files, remove: () => Promise.reject(new Error('the disk is gone')) };
    expect(await sweep(broken)).toEqual([]);
    expect(await uploadersOf(sha256)).toEqual([meeting.secretary]);
    await sweep();
    expect(await uploadersOf(sha256)).toEqual([]);
    expect(await files.size(sha256)).toBeNull();
  });
});

/** Until somebody waits for the lock of a content. */
async function waitingForContent(): Promise<void> {
  for (;;) {
    const { rows } = await hall.world.db.execute(
      sql`select 1 from pg_locks where locktype = 'advisory' and not granted
            and database = (select oid from pg_database where datname = current_database())`,
    );
    if (rows.length > 0) return;
  }
}
