import type { Paper, PaperReading } from '@nghisu/shared/papers/papers.records.ts';
import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import type { Db, Reader, Tx } from '../platform/database/db.ts';
import { instant } from '../platform/database/instants.ts';
import { paperReadings, papers, uploads } from './papers.tables.ts';

/** What is known of an uploaded file. */
export type Upload = Pick<typeof uploads.$inferSelect, 'sha256' | 'bytes' | 'pages'>;

const toPaper = (row: typeof papers.$inferSelect): Paper => ({
  kind: 'paper',
  ...row,
  attachedAt: instant(row.attachedAt),
});

const toReading = (row: typeof paperReadings.$inferSelect): PaperReading => ({
  kind: 'paperReading',
  id: row.paperId,
  meetingId: row.meetingId,
  openedAt: instant(row.openedAt),
  lastPage: row.lastPage,
});

/** The paper, or null. */
export async function paperById(db: Reader, id: string): Promise<Paper | null> {
  const rows = await db.select().from(papers).where(eq(papers.id, id));
  return rows[0] ? toPaper(rows[0]) : null;
}

/** All papers of a meeting, those of one item in their order. */
export async function papersOfMeeting(db: Reader, meetingId: string): Promise<Paper[]> {
  const rows = await db
    .select()
    .from(papers)
    .where(eq(papers.meetingId, meetingId))
    .orderBy(asc(papers.agendaItemId), asc(papers.position), asc(papers.id));
  return rows.map(toPaper);
}

export async function insertPaper(tx: Tx, paper: Paper): Promise<void> {
  const { kind: _, ...row } = paper;
  await tx.insert(papers).values(row);
}

/** Gives a paper another title and answers it as it is now. */
export async function renamePaper(tx: Tx, id: string, title: string): Promise<Paper> {
  const rows = await tx.update(papers).set({ title }).where(eq(papers.id, id)).returning();
  return toPaper(rows[0]!);
}

/** Takes a paper off its item. Its file stays in the store: other meetings may hold the same. */
export async function deletePaper(tx: Tx, id: string): Promise<void> {
  await tx.delete(papers).where(eq(papers.id, id));
}

/** Uploads of one content and the removal of its file take turns: the lock of that content, to the transaction's end. */
const lockOfContent = (sha256: SQL | string) => sql`hashtextextended(${sha256}, 0)`;

/**
 * Remembers that a person uploads a file; once more changes nothing but the time. To be called before the file is kept,
 * so that no removal of the same content that is under way takes it away.
 */
export async function saveUpload(db: Db, upload: Upload, uploadedBy: string): Promise<void> {
  const uploadedAt = sql<string>`now()`;
  await db.transaction(async tx => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lockOfContent(upload.sha256)})`);
    await tx
      .insert(uploads)
      .values({ ...upload, uploadedBy, uploadedAt })
      .onConflictDoUpdate({ target: [uploads.sha256, uploads.uploadedBy], set: { uploadedAt } });
  });
}

/** The file of this hash, if this person uploaded it; from now on it is one that was attached. */
export async function attachUpload(tx: Tx, personId: string, sha256: string): Promise<Upload | null> {
  const rows = await tx
    .update(uploads)
    .set({ attachedAt: sql`coalesce(${uploads.attachedAt}, now())` })
    .where(and(eq(uploads.sha256, sha256), eq(uploads.uploadedBy, personId)))
    .returning({ sha256: uploads.sha256, bytes: uploads.bytes, pages: uploads.pages });
  return rows[0] ?? null;
}

/**
 * Forgets uploads that nobody attached within a day, the oldest first, at most so many; answers the content that nothing
 * names any more. What another transaction is uploading or attaching now is passed over, so that nobody waits.
 */
export async function forgetAbandonedUploads(tx: Tx, most: number): Promise<string[]> {
  const forgotten = await tx.execute<{ sha256: string }>(sql`
    with abandoned as materialized (
      select sha256, uploaded_by from ${uploads}
      where attached_at is null and uploaded_at < now() - interval '1 day'
      order by uploaded_at limit ${most} for update skip locked
    ), locked as materialized (
      select * from abandoned where pg_try_advisory_xact_lock(${lockOfContent(sql`sha256`)})
    )
    delete from ${uploads} using locked
    where ${uploads.sha256} = locked.sha256 and ${uploads.uploadedBy} = locked.uploaded_by
    returning locked.sha256`);
  const content = [...new Set(forgotten.rows.map(row => row.sha256))];
  if (content.length === 0) return [];
  const named = await tx
    .select({ sha256: papers.sha256 })
    .from(papers)
    .where(inArray(papers.sha256, content))
    .union(tx.select({ sha256: uploads.sha256 }).from(uploads).where(inArray(uploads.sha256, content)));
  const kept = new Set(named.map(row => row.sha256));
  return content.filter(sha256 => !kept.has(sha256));
}

/** How a person has read a paper, or null. */
export async function readingOf(db: Reader, personId: string, paperId: string): Promise<PaperReading | null> {
  const rows = await db
    .select()
    .from(paperReadings)
    .where(and(eq(paperReadings.personId, personId), eq(paperReadings.paperId, paperId)));
  return rows[0] ? toReading(rows[0]) : null;
}

/** Writes where a person stopped in a paper; when it was first opened stays. `now` is an ISO instant. */
export async function saveReading(
  tx: Tx,
  personId: string,
  reading: PaperReading,
  now: string,
): Promise<void> {
  const { id: paperId, meetingId, openedAt, lastPage } = reading;
  await tx
    .insert(paperReadings)
    .values({ personId, paperId, meetingId, openedAt, readAt: now, lastPage })
    .onConflictDoUpdate({
      target: [paperReadings.personId, paperReadings.paperId],
      set: { lastPage, readAt: now },
    });
}

/** What a person has read in the last 60 days, papers that are gone by now included. */
export async function readingsOfPerson(db: Reader, personId: string): Promise<PaperReading[]> {
  const since = sql`now() - interval '60 days'`;
  const rows = await db
    .select()
    .from(paperReadings)
    .where(and(eq(paperReadings.personId, personId), gt(paperReadings.readAt, since)))
    .orderBy(asc(paperReadings.readAt));
  return rows.map(toReading);
}

/** A file that rows name. One that is not attached to anything may have been removed meanwhile. */
export type NamedFile = {
  readonly sha256: string;
  readonly bytes: number;
  /** The title of a paper that has it; null where it was only uploaded. */
  readonly title: string | null;
};

/** Every file that a paper or an upload names, once each. */
export async function namedFiles(db: Reader): Promise<NamedFile[]> {
  const { rows } = await db.execute<{ sha256: string; bytes: string; title: string | null }>(sql`
    select sha256, max(bytes) as bytes, min(title) as title
    from (select sha256, bytes, title from papers union all select sha256, bytes, null from uploads) as named
    group by sha256 order by sha256`);
  return rows.map(row => ({ ...row, bytes: Number(row.bytes) }));
}

/** Forgets uploads whose files are not among these: nobody may attach what is not there. */
export async function forgetUploadsWithout(tx: Tx, files: readonly string[]): Promise<void> {
  await tx.delete(uploads).where(sql`${uploads.sha256} <> all(${sql.param([...files])}::text[])`);
}
