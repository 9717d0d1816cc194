import type { Paper, PaperReading } from '@nghisu/shared/papers/papers.records.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type MadeMeeting, type World } from '../../test/worlds/world.ts';
import { papersOfMeeting, readingsOfPerson, saveUpload } from './papers.store.ts';
import { paperReadings } from './papers.tables.ts';

const someHash = (): string => (newId() + newId()).replaceAll('-', '');

describe('papers of a meeting', () => {
  let world: World;
  let meeting: MadeMeeting;
  let item: string;
  let member: string;
  let stranger: string;

  beforeAll(async () => {
    world = await createWorld();
    member = await world.person();
    stranger = await world.person();
    meeting = await world.meeting({ members: [member] });
    item = await world.agendaItem(meeting);
  });
  afterAll(() => world.close());

  async function uploaded(personId: string, pages = 12): Promise<string> {
    const sha256 = someHash();
    await saveUpload(world.db, { sha256, bytes: 4096, pages }, personId);
    return sha256;
  }

  async function attached(
    given: { to?: MadeMeeting; at?: string; title?: string; pages?: number } = {},
  ): Promise<string> {
    const { to = meeting, at = item, title = 'Tờ trình' } = given;
    const paperId = newId();
    const sha256 = await uploaded(to.secretary, given.pages);
    await world.run(to.secretary, to.stream, 'papers.attach', {
      paperId,
      agendaItemId: at,
      sha256,
      title,
      fileName: 'to-trinh.pdf',
    });
    return paperId;
  }

  const paper = async (id: string): Promise<Paper | undefined> =>
    (await papersOfMeeting(world.db, meeting.id)).find(one => one.id === id);

  it('are attached to an item in the order in which they come, with the figures of the file', async () => {
    const at = await world.agendaItem(meeting);
    const first = await attached({ at, title: 'Tờ trình', pages: 7 });
    const second = await attached({ at, title: 'Dự thảo quyết định' });
    const papers = (await papersOfMeeting(world.db, meeting.id)).filter(one => one.agendaItemId === at);
    expect(papers.map(one => one.id)).toEqual([first, second]);
    expect(papers[0]).toMatchObject({
      title: 'Tờ trình',
      pages: 7,
      bytes: 4096,
      attachedById: meeting.secretary,
    });
  });

  it('cannot be attached by whoever did not upload the file, though the hash is known', async () => {
    const sha256 = await uploaded(meeting.secretary);
    const input = { paperId: newId(), agendaItemId: item, sha256, title: 'x', fileName: 'x.pdf' };
    const refusal = world.run(meeting.chair, meeting.stream, 'papers.attach', input);
    await expect(refusal).rejects.toMatchObject({ code: 'not_found', reason: 'papers.notUploaded' });
  });

  it('cannot be attached, renamed or removed by a member or a stranger', async () => {
    const id = await attached();
    for (const person of [member, stranger]) {
      const sha256 = await uploaded(person);
      const input = { paperId: newId(), agendaItemId: item, sha256, title: 'x', fileName: 'x.pdf' };
      const refused = { code: 'not_found', reason: null };
      await expect(world.run(person, meeting.stream, 'papers.attach', input)).rejects.toMatchObject(refused);
      await expect(
        world.run(person, meeting.stream, 'papers.rename', { paperId: id, title: 'y' }),
      ).rejects.toMatchObject(refused);
      await expect(world.run(person, meeting.stream, 'papers.remove', { paperId: id })).rejects.toMatchObject(
        refused,
      );
    }
    expect((await paper(id))?.title).toBe('Tờ trình');
  });

  it('cannot be attached to the item of another meeting, nor touched from there', async () => {
    const other = await world.meeting();
    const foreignItem = await world.agendaItem(other);
    await expect(attached({ at: foreignItem })).rejects.toMatchObject({ code: 'not_found' });
    const id = await attached();
    await expect(
      world.run(other.secretary, other.stream, 'papers.remove', { paperId: id }),
    ).rejects.toMatchObject({ code: 'not_found' });
    expect(await paper(id)).toBeDefined();
  });

  it('are one file only once in an item', async () => {
    const sha256 = await uploaded(meeting.secretary);
    const input = { agendaItemId: item, sha256, title: 'x', fileName: 'x.pdf' };
    await world.run(meeting.secretary, meeting.stream, 'papers.attach', { paperId: newId(), ...input });
    await expect(
      world.run(meeting.secretary, meeting.stream, 'papers.attach', { paperId: newId(), ...input }),
    ).rejects.toMatchObject({ code: 'conflict', reason: 'papers.alreadyThere' });
  });

  it('never take the id of another paper', async () => {
    const paperId = await attached();
    const sha256 = await uploaded(meeting.secretary);
    const input = { paperId, agendaItemId: item, sha256, title: 'x', fileName: 'x.pdf' };
    await expect(world.run(meeting.secretary, meeting.stream, 'papers.attach', input)).rejects.toMatchObject({
      code: 'conflict',
      reason: 'papers.exists',
    });
  });

  it('are renamed, and removed for good', async () => {
    const id = await attached();
    await world.run(meeting.chair, meeting.stream, 'papers.rename', {
      paperId: id,
      title: '  Báo cáo số 5 ',
    });
    expect((await paper(id))?.title).toBe('Báo cáo số 5');
    await world.run(meeting.chair, meeting.stream, 'papers.remove', { paperId: id });
    expect(await paper(id)).toBeUndefined();
  });

  it('stay as they are once the meeting is closed or cancelled', async () => {
    const done = await world.meeting();
    const at = await world.agendaItem(done);
    const id = await attached({ to: done, at });
    await world.run(done.chair, done.stream, 'meetings.cancel', {});
    const refused = { code: 'conflict', reason: 'meetings.notEditable' };
    await expect(attached({ to: done, at })).rejects.toMatchObject(refused);
    await expect(
      world.run(done.chair, done.stream, 'papers.rename', { paperId: id, title: 'y' }),
    ).rejects.toMatchObject(refused);
    await expect(world.run(done.chair, done.stream, 'papers.remove', { paperId: id })).rejects.toMatchObject(
      refused,
    );
  });
});

describe('reading papers', () => {
  let world: World;
  let meeting: MadeMeeting;
  let draft: MadeMeeting;
  let member: string;
  let stranger: string;
  let paperId: string;
  let draftPaperId: string;

  beforeAll(async () => {
    world = await createWorld();
    member = await world.person();
    stranger = await world.person();
    meeting = await world.meeting({ members: [member] });
    draft = await world.meeting({ members: [member], state: 'draft' });
    paperId = await withPaper(meeting);
    draftPaperId = await withPaper(draft);
  });
  afterAll(() => world.close());

  async function withPaper(at: MadeMeeting): Promise<string> {
    const agendaItemId = await world.agendaItem(at);
    const sha256 = someHash();
    const id = newId();
    await saveUpload(world.db, { sha256, bytes: 10, pages: 20 }, at.secretary);
    const input = { paperId: id, agendaItemId, sha256, title: 'Tờ trình', fileName: 'a.pdf' };
    await world.run(at.secretary, at.stream, 'papers.attach', input);
    return id;
  }

  const markRead = (personId: string, lastPage: number, paper = paperId, stream = `user:${personId}`) =>
    world.run(personId, stream, 'papers.markRead', { paperId: paper, lastPage });
  const readings = (personId: string): Promise<PaperReading[]> => readingsOfPerson(world.db, personId);

  it('remembers in the own stream where the reader stopped, and when the paper was first opened', async () => {
    await markRead(member, 3);
    const [first] = await readings(member);
    await markRead(member, 9);
    expect(await readings(member)).toEqual([{ ...first, lastPage: 9 }]);
    expect(world.published.filter(event => event.type === 'papers.read').map(event => event.stream)).toEqual([
      `user:${member}`,
      `user:${member}`,
    ]);
  });

  it('keeps the last page within the paper', async () => {
    await markRead(member, 999);
    expect((await readings(member))[0]?.lastPage).toBe(20);
  });

  it('answers a stranger, a guest of a meeting that is still a draft, and an unknown paper alike', async () => {
    const refused = { code: 'not_found', reason: null };
    await expect(markRead(stranger, 1)).rejects.toMatchObject(refused);
    await expect(markRead(member, 1, draftPaperId)).rejects.toMatchObject(refused);
    await expect(markRead(member, 1, newId())).rejects.toMatchObject(refused);
  });

  it('cannot be written into the stream of somebody else', async () => {
    await expect(markRead(member, 1, paperId, `user:${meeting.chair}`)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await readings(meeting.chair)).toEqual([]);
  });

  it('outlives the paper, so that the own stream needs no change when a paper is removed', async () => {
    const removed = await withPaper(meeting);
    await markRead(member, 2, removed);
    await world.run(meeting.secretary, meeting.stream, 'papers.remove', { paperId: removed });
    expect((await readings(member)).map(reading => reading.id)).toContain(removed);
  });

  it('leaves the own stream 60 days after the paper was last open', async () => {
    const old = await withPaper(meeting);
    await markRead(member, 2, old);
    const longAgo = sql<string>`now() - interval '61 days'`;
    await world.db.update(paperReadings).set({ readAt: longAgo }).where(eq(paperReadings.paperId, old));
    expect((await readings(member)).map(reading => reading.id)).not.toContain(old);
  });
});
