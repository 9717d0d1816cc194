import { newId } from '@nghisu/shared/platform/ids.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type MadeMeeting, type World } from '../../test/worlds/world.ts';
import { papersOfMeeting, saveUpload } from './papers.store.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function attach(meeting: MadeMeeting, agendaItemId: string): Promise<string> {
  const sha256 = 'ab'.repeat(32);
  await saveUpload(world.db, { sha256, bytes: 1000, pages: 3 }, meeting.secretary);
  const paperId = newId();
  const input = { paperId, agendaItemId, sha256, title: 'Tờ trình', fileName: 'to-trinh.pdf' };
  await world.run(meeting.secretary, meeting.stream, 'papers.attach', input);
  return paperId;
}

describe('papers of an item that moves', () => {
  it('S8: leave the meeting with an item that is taken off', async () => {
    const meeting = await world.meeting();
    const [itemId, kept] = [await world.agendaItem(meeting), await world.agendaItem(meeting)];
    await attach(meeting, itemId);
    const stays = await attach(meeting, kept);
    await world.run(meeting.secretary, meeting.stream, 'agenda.removeItem', { itemId });
    expect((await papersOfMeeting(world.db, meeting.id)).map(paper => paper.id)).toEqual([stays]);
  });

  it('S8: wait in the later meeting with an item that is carried over, and stay in the first', async () => {
    const [meeting, later] = [await world.meeting({ state: 'running' }), await world.meeting()];
    await world.agendaItem(later);
    const invitation = { personIds: [meeting.secretary], role: 'secretary' as const };
    await world.run(later.secretary, later.stream, 'meetings.invitePeople', invitation);
    const itemId = await world.agendaItem(meeting);
    const paperId = await attach(meeting, itemId);
    await world.run(meeting.secretary, meeting.stream, 'agenda.carryOver', { itemId, toMeetingId: later.id });
    expect((await papersOfMeeting(world.db, meeting.id)).map(paper => paper.id)).toEqual([paperId]);
    const [copy] = await papersOfMeeting(world.db, later.id);
    expect(copy).toMatchObject({ title: 'Tờ trình', pages: 3, meetingId: later.id });
    expect(copy?.agendaItemId).not.toBe(itemId);
  });
});
