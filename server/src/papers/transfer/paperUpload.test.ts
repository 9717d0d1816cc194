import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MadeMeeting } from '../../../test/worlds/world.ts';
import { hostileNames } from '../../platform/files/hostileNames.ts';
import { hostilePdfs, soundPdf } from '../inspection/pdfSamples.ts';
import { attachUpload } from '../papers.store.ts';
import { suggestedTitle } from './paperUpload.ts';
import { type Hall, maxUploadBytes, openHall, type Uploaded } from './testHall.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A body of unknown length; the types of the browser's fetch do not know what Node wants for it. */
const streamed = (body: ReadableStream<Uint8Array>) => ({ body, duplex: 'half' }) as RequestInit;

describe('uploading a paper', () => {
  let hall: Hall;
  let meeting: MadeMeeting;
  let member: string;
  let sound: Buffer;

  beforeAll(async () => {
    hall = await openHall();
    member = await hall.world.person();
    meeting = await hall.world.meeting({ members: [member] });
    sound = await soundPdf(5);
  });
  afterAll(() => hall.close());

  async function storedFiles(): Promise<string[]> {
    const entries = await readdir(hall.filesFolder, { recursive: true, withFileTypes: true });
    return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  }

  async function refused(
    answer: Response,
  ): Promise<{ status: number; reason: string | null; title: string }> {
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    return (await answer.json()) as { status: number; reason: string | null; title: string };
  }

  it('answers what the file is, with a title to begin with, and remembers who uploaded it', async () => {
    const answer = await hall.upload(meeting.secretary, meeting, sound);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({
      sha256: sha256(sound),
      bytes: sound.length,
      pages: 5,
      suggestedTitle: 'Tờ trình số 5',
    } satisfies Uploaded);
    const uploadBy = (personId: string) =>
      hall.world.db.transaction(tx => attachUpload(tx, personId, sha256(sound)));
    expect(await uploadBy(meeting.secretary)).toMatchObject({ pages: 5 });
    expect(await uploadBy(meeting.chair)).toBeNull();
  });

  it('takes a body of unknown length, in small pieces', async () => {
    const file = await soundPdf(3, 1000);
    const stream = new ReadableStream<Uint8Array>({
      async start(controller) {
        for (let at = 0; at < file.length; at += 3) controller.enqueue(file.subarray(at, at + 3));
        controller.close();
      },
    });
    const query = new URLSearchParams({ meetingId: meeting.id, fileName: 'a.pdf' });
    const answer = await hall.ask(meeting.secretary, `/api/uploads?${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/pdf' },
      ...streamed(stream),
    });
    expect(((await answer.json()) as Uploaded).sha256).toBe(sha256(file));
  });

  it('stores a file once that eight people send at the same time', async () => {
    const file = await soundPdf(2, 200_000);
    const before = (await storedFiles()).length;
    const people = [meeting.secretary, meeting.chair];
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => hall.upload(people[index % 2]!, meeting, file)),
    );
    expect(answers.map(answer => answer.status)).toEqual(Array(8).fill(201));
    expect((await storedFiles()).length).toBe(before + 1);
  });

  it('is refused to nobody, a member, the organiser of another meeting, and for an unknown meeting', async () => {
    const other = await hall.world.meeting();
    const before = (await storedFiles()).length;
    const file = await soundPdf(1, 100);
    expect((await refused(await hall.upload(null, meeting, file))).status).toBe(401);
    const answers = [
      await refused(await hall.upload(member, meeting, file)),
      await refused(await hall.upload(other.secretary, meeting, file)),
      await refused(await hall.upload(meeting.secretary, { ...meeting, id: newId() }, file)),
    ];
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    expect((await storedFiles()).length).toBe(before);
  });

  it('is refused to a page of another site', async () => {
    const query = new URLSearchParams({ meetingId: meeting.id, fileName: 'a.pdf' });
    const answer = await hall.ask(meeting.secretary, `/api/uploads?${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/pdf', Origin: 'https://evil.example' },
      body: sound as BodyInit,
    });
    expect((await refused(answer)).reason).toBe('platform.foreignOrigin');
  });

  it('is over once the meeting is', async () => {
    const over = await hall.world.meeting();
    await hall.world.run(over.chair, over.stream, 'meetings.cancel', {});
    const answer = await hall.upload(over.secretary, over, sound);
    expect(await refused(answer)).toMatchObject({ status: 409, reason: 'meetings.notEditable' });
  });

  it('refuses what only calls itself PDF, with a sentence that says so', async () => {
    const zip = Buffer.concat([Buffer.from('PK\u0003\u0004'), deflateRawSync(randomBytes(5000))]);
    const cases: [string, Buffer, string][] = [
      ['a zip', zip, 'papers.notPdf'],
      ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>%PDF-1.7'), 'papers.notPdf'],
      ['an image', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'papers.notPdf'],
      ['nothing', Buffer.alloc(0), 'papers.empty'],
      ['three letters', Buffer.from('%PD'), 'papers.notPdf'],
      ['a file that broke off', sound.subarray(0, sound.length - 400), 'papers.cutOff'],
      ['a hollow file', hostilePdfs['nothing but a beginning and an end']!(), 'papers.broken'],
    ];
    const before = (await storedFiles()).length;
    for (const [what, body, reason] of cases) {
      const problem = await refused(await hall.upload(meeting.secretary, meeting, body));
      expect(problem, what).toMatchObject({ status: 415, reason });
      expect(problem.title).toMatch(/PDF|Tệp/);
    }
    expect((await storedFiles()).length).toBe(before);
  });

  it('takes a file with a mark or line ends before its beginning', async () => {
    const marked = Buffer.concat([Buffer.from('\ufeff\r\n'), sound]);
    expect((await hall.upload(meeting.secretary, meeting, marked)).status).toBe(201);
  });

  it('refuses another kind of body and a packed one', async () => {
    const query = new URLSearchParams({ meetingId: meeting.id, fileName: 'a.pdf' });
    for (const headers of [
      { 'Content-Type': 'application/json' },
      { 'Content-Type': 'application/pdf', 'Content-Encoding': 'gzip' },
    ]) {
      const init = { method: 'POST', headers, body: sound as BodyInit };
      const answer = await hall.ask(meeting.secretary, `/api/uploads?${query}`, init);
      expect(await refused(answer)).toMatchObject({ status: 415 });
    }
  });

  it('takes a file of exactly the limit, and refuses one more byte with the limit in the sentence', async () => {
    const exact = await soundPdf(1, maxUploadBytes - (await soundPdf(1, 1)).length + 1);
    expect(exact.length).toBe(maxUploadBytes);
    expect((await hall.upload(meeting.secretary, meeting, exact)).status).toBe(201);
    const longer = Buffer.concat([exact, Buffer.from('\n')]);
    const problem = await refused(await hall.upload(meeting.secretary, meeting, longer));
    expect(problem).toMatchObject({ status: 413, reason: 'papers.tooLarge' });
    expect(problem.title).toContain('3 MB');
  });

  it('R44: stops at the limit when the sender does not say how much comes, and still answers', async () => {
    let sent = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(sent === 0 ? sound : randomBytes(65_536));
        sent += 65_536;
        if (sent > 4 * maxUploadBytes) controller.close();
      },
    });
    const query = new URLSearchParams({ meetingId: meeting.id, fileName: 'a.pdf' });
    const answer = await hall.ask(meeting.secretary, `/api/uploads?${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/pdf' },
      ...streamed(stream),
    });
    expect(await refused(answer)).toMatchObject({ status: 413, reason: 'papers.tooLarge' });
  });

  it('leaves nothing of an upload that is cancelled, and goes on serving', async () => {
    const before = await storedFiles();
    const upload = httpRequest(
      `${hall.address}/api/uploads?${new URLSearchParams({ meetingId: meeting.id, fileName: 'a.pdf' })}`,
      {
        method: 'POST',
        headers: {
          'Content-Type': 'application/pdf',
          'Content-Length': 1_000_000,
          Cookie: await hall.cookieOf(meeting.secretary),
        },
      },
    );
    upload.on('error', () => {});
    upload.write(sound);
    await expect.poll(async () => (await storedFiles()).length).toBe(before.length + 1);
    upload.destroy();
    await expect.poll(async () => (await storedFiles()).length).toBe(before.length);
    expect((await hall.upload(meeting.secretary, meeting, sound)).status).toBe(201);
  });

  it(`R45: ${hostileNames.length} hostile names store the file under its hash and touch nothing else`, async () => {
    await hall.upload(meeting.secretary, meeting, sound);
    const before = (await storedFiles()).sort();
    // The file is the same each time, and looking into it 300 times would prove nothing more: a cut-off one will do.
    const cutOff = sound.subarray(0, 200);
    for (const name of hostileNames) {
      const answer = await hall.upload(meeting.secretary, meeting, cutOff, name);
      expect([400, 415], JSON.stringify(name)).toContain(answer.status);
      await answer.arrayBuffer();
    }
    expect((await storedFiles()).sort()).toEqual(before);
  });

  it('suggests a title that people would write', () => {
    expect(suggestedTitle('To_trinh+so 5.PDF.pdf')).toBe('To trinh so 5');
    expect(suggestedTitle('Báo cáo quý III.pdf'.normalize('NFD'))).toBe('Báo cáo quý III'.normalize('NFC'));
    expect(suggestedTitle('.pdf')).toBe('.pdf');
  });
});
