import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MadeMeeting } from '../../../test/worlds/world.ts';
import { hostileNames } from '../../platform/files/hostileNames.ts';
import { soundPdf } from '../inspection/pdfSamples.ts';
import { papers } from '../papers.tables.ts';
import { type Hall, openHall } from './testHall.ts';

describe('fetching a paper', () => {
  let hall: Hall;
  let meeting: MadeMeeting;
  let member: string;
  let file: Buffer;
  let paperId: string;
  let path: string;

  beforeAll(async () => {
    hall = await openHall();
    member = await hall.world.person();
    meeting = await hall.world.meeting({ members: [member] });
    file = await soundPdf(10, 500_000);
    paperId = await hall.paper(meeting, file, 'Tờ trình số 12.pdf');
    path = `/api/papers/${paperId}/file/bat-ky-ten-nao.pdf`;
  });
  afterAll(() => hall.close());

  const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());
  const ranged = (range: string, more: Record<string, string> = {}) =>
    hall.ask(member, path, { headers: { Range: range, ...more } });

  it('gives the whole file with its name, its ETag and headers that keep it what it is', async () => {
    const answer = await hall.ask(member, path);
    expect(answer.status).toBe(200);
    expect((await bytesOf(answer)).equals(file)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(file.length),
      'content-disposition': `inline; filename="to trinh so 12.pdf"; filename*=UTF-8''T%E1%BB%9D%20tr%C3%ACnh%20s%E1%BB%91%2012.pdf`,
      'accept-ranges': 'bytes',
      etag: `"${createHash('sha256').update(file).digest('hex')}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache, no-transform',
    });
    expect(answer.headers.has('content-encoding')).toBe(false);
  });

  it('gives it to be saved where that is asked for', async () => {
    const answer = await hall.ask(member, `${path}?download`);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
    await answer.arrayBuffer();
  });

  it.each([
    ['bytes=0-0', 0, 0],
    ['bytes=0-65535', 0, 65_535],
    ['bytes=100000-100009', 100_000, 100_009],
    ['bytes=-100', -100, -1],
    ['bytes=500000-', 500_000, -1],
    ['bytes=400000-99999999', 400_000, -1],
  ])('gives the range %s', async (range, start, end) => {
    const from = start < 0 ? file.length + start : start;
    const to = end < 0 ? file.length + end : end;
    const answer = await ranged(range);
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe(`bytes ${from}-${to}/${file.length}`);
    expect(answer.headers.get('content-length')).toBe(String(to - from + 1));
    expect((await bytesOf(answer)).equals(file.subarray(from, to + 1))).toBe(true);
  });

  it.each(['bytes=99999999-', 'bytes=-0', 'bytes=5-4', 'bytes=99999999-999999999'])(
    'answers 416 to the impossible range %s, with the true length',
    async range => {
      const answer = await ranged(range);
      expect(answer.status).toBe(416);
      expect(answer.headers.get('content-range')).toBe(`bytes */${file.length}`);
      expect(await answer.text()).toBe('');
    },
  );

  it.each([
    'bytes=0-1,5-6',
    `bytes=${Array.from({ length: 500 }, (_, index) => `${index}-${index + 1}`).join(',')}`,
    'pages=1-2',
    'bytes=',
    'bytes=a-b',
    'bytes=1',
    'bytes',
    '../../etc/passwd',
    'bytes=0-9999999999999999999999',
    'bytes=0x0-0x9',
  ])('R45: the odd range %s gets the file, and nothing that is not the file', async range => {
    const answer = await ranged(range);
    expect([200, 206]).toContain(answer.status);
    expect((await bytesOf(answer)).equals(file)).toBe(true);
  });

  it('answers 304 while the reader has the file, also to a part of it', async () => {
    const etag = (await hall.ask(member, path, { method: 'HEAD' })).headers.get('etag')!;
    for (const known of [etag, `"other", W/${etag}`, '*']) {
      const answer = await ranged('bytes=0-9', { 'If-None-Match': known });
      expect(answer.status).toBe(304);
      expect(answer.headers.get('etag')).toBe(etag);
    }
    const changed = await hall.ask(member, path, { headers: { 'If-None-Match': '"other"' } });
    expect(changed.status).toBe(200);
    await changed.arrayBuffer();
  });

  it('gives a range only of the file that the reader knows', async () => {
    const etag = (await hall.ask(member, path, { method: 'HEAD' })).headers.get('etag')!;
    const same = await ranged('bytes=0-9', { 'If-Range': etag });
    expect([same.status, (await bytesOf(same)).length]).toEqual([206, 10]);
    for (const known of ['"other"', `W/${etag}`, 'Mon, 23 Nov 2026 08:00:00 GMT']) {
      const other = await ranged('bytes=0-9', { 'If-Range': known });
      expect([other.status, (await bytesOf(other)).length]).toEqual([200, file.length]);
    }
  });

  it('answers HEAD with the same headers, of the whole, and no byte', async () => {
    const answer = await hall.ask(member, path, { method: 'HEAD', headers: { Range: 'bytes=0-9' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-length')).toBe(String(file.length));
    expect((await bytesOf(answer)).length).toBe(0);
  });

  it('is never packed, whatever the reader accepts', async () => {
    const answer = await hall.ask(member, path, { headers: { 'Accept-Encoding': 'gzip, br' } });
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect((await bytesOf(answer)).length).toBe(file.length);
  });

  it('A11: nobody, a stranger, the guest of another meeting and an unknown id get the same that tells nothing', async () => {
    const stranger = await hall.world.person();
    const guest = await hall.world.person();
    await hall.world.meeting({ members: [guest] });
    const admin = await hall.world.person({ roles: ['administrator', 'monitor', 'officeStaff'] });
    expect((await hall.ask(null, path)).status).toBe(401);
    const answers = [];
    for (const person of [stranger, guest, admin]) {
      for (const init of [{}, { method: 'HEAD' }, { headers: { Range: 'bytes=0-9' } }]) {
        const [theirs, unknown] = await Promise.all([
          hall.ask(person, path, init),
          hall.ask(person, `/api/papers/${newId()}/file/x.pdf`, init),
        ]);
        answers.push([theirs.status, unknown.status]);
        expect(await theirs.text()).toBe(await unknown.text());
        const named = (answer: Response) => [...answer.headers.keys()].sort();
        expect(named(theirs)).toEqual(named(unknown));
        expect(theirs.headers.get('cache-control')).toBe('no-store');
      }
    }
    expect(answers).toEqual(Array(9).fill([404, 404]));
  });

  it('R55: judges every range anew, so that reading ends with the invitation, in the middle of the file', async () => {
    const leaving = await hall.world.person();
    const staying = await hall.world.meeting({ members: [leaving] });
    const id = await hall.paper(staying, await soundPdf(2, 300_000));
    const range = (start: number) =>
      hall.ask(leaving, `/api/papers/${id}/file`, { headers: { Range: `bytes=${start}-${start + 99}` } });
    expect((await range(0)).status).toBe(206);
    await hall.world.run(staying.secretary, staying.stream, 'meetings.withdrawInvitation', {
      personId: leaving,
    });
    expect((await range(100)).status).toBe(404);
  });

  it('keeps the papers of a draft from its guests until it is published', async () => {
    const guest = await hall.world.person();
    const draft = await hall.world.meeting({ members: [guest], state: 'draft' });
    const id = await hall.paper(draft, file);
    expect((await hall.ask(guest, `/api/papers/${id}/file`, { method: 'HEAD' })).status).toBe(404);
    expect((await hall.ask(draft.chair, `/api/papers/${id}/file`, { method: 'HEAD' })).status).toBe(200);
    await hall.world.run(draft.secretary, draft.stream, 'meetings.publish', {});
    expect((await hall.ask(guest, `/api/papers/${id}/file`, { method: 'HEAD' })).status).toBe(200);
  });

  it('R45: hostile ids and names in the path reach no other file', async () => {
    for (const name of hostileNames) {
      // A lone half of a character cannot stand in an address at all.
      const encoded = encodeURIComponent(name.toWellFormed());
      const asName = await hall.ask(member, `/api/papers/${paperId}/file/${encoded}`, { method: 'HEAD' });
      expect([200, 404], JSON.stringify(name)).toContain(asName.status);
      const asId = await hall.ask(member, `/api/papers/${encoded}/file`, { method: 'HEAD' });
      expect([400, 404]).toContain(asId.status);
    }
  });

  it('R45: hostile file names make one header each and never another one', async () => {
    const id = await hall.paper(meeting, await soundPdf(1, 10));
    const usual = await hall.ask(member, `/api/papers/${id}/file`, { method: 'HEAD' });
    const headers = [...usual.headers.keys()].sort();
    // PostgreSQL itself refuses the character 0.
    for (const name of hostileNames.filter(one => !one.includes('\0'))) {
      await hall.world.db.update(papers).set({ fileName: name.toWellFormed() }).where(eq(papers.id, id));
      const answer = await hall.ask(member, `/api/papers/${id}/file`, { method: 'HEAD' });
      expect([...answer.headers.keys()].sort(), JSON.stringify(name)).toEqual(headers);
      expect(answer.headers.get('content-disposition')).toMatch(
        /^inline; filename="[a-z0-9 ._()-]+\.pdf"; filename\*=UTF-8''[A-Za-z0-9%._~!-]+\.pdf$/,
      );
    }
    await hall.world.db.update(papers).set({ fileName: 'Tờ trình.pdf' }).where(eq(papers.id, id));
  });

  it('says that the file cannot be fetched where the store has lost it, and tells nothing else', async () => {
    const lost = await soundPdf(1, 20);
    const id = await hall.paper(meeting, lost);
    const name = createHash('sha256').update(lost).digest('hex');
    await rm(join(hall.filesFolder, name.slice(0, 2), name.slice(2, 4), name));
    const answer = await hall.ask(member, `/api/papers/${id}/file`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ reason: 'papers.fileMissing' });
  });

  it('goes on serving after readers who cancelled in the middle', async () => {
    const large = await hall.paper(meeting, await soundPdf(1, 2_500_000));
    for (let count = 0; count < 20; count += 1) {
      const cancel = new AbortController();
      const answer = await hall.ask(member, `/api/papers/${large}/file`, { signal: cancel.signal });
      const reader = answer.body!.getReader();
      await reader.read();
      cancel.abort();
      await reader.closed.catch(() => {});
    }
    expect((await bytesOf(await hall.ask(member, path))).equals(file)).toBe(true);
  });
});
