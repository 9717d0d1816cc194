import type { Attendee } from '@nghisu/shared/meetings/attendees.records.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { MeetingRole } from '@nghisu/shared/platform/viewer.ts';
import type { ProductRecord } from '@nghisu/shared/records.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type MadeMeeting, type World } from '../../test/worlds/world.ts';
import { snapshotOf } from '../snapshots.ts';
import { followersOf } from '../viewers.ts';
import { attendeesOf } from './attendees.store.ts';
import { meetingById } from './meetings.store.ts';

let world: World;
// One each: what a command announced is compared with every stream there is.
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

/** What a person's calendar says of a meeting: its state and the role there, or null. */
async function calendar(personId: string, { id }: MadeMeeting): Promise<[string, string] | null> {
  const records = (await snapshotOf(world.db, `user:${personId}`)) as ProductRecord[];
  const entries = records.filter(record => record.kind === 'myMeeting');
  const found = entries.find(entry => entry.id === id);
  return found ? [found.state, found.role] : null;
}

const seatOf = async (personId: string, { id }: MadeMeeting): Promise<Attendee | undefined> =>
  (await attendeesOf(world.db, id)).find(seat => seat.id === personId);

const isFollower = async (personId: string, { stream }: MadeMeeting): Promise<boolean> =>
  (await followersOf(world.db, [personId], stream)).has(personId);

type Guest = Exclude<MeetingRole, 'chair'>;
const invite = (meeting: MadeMeeting, role: Guest, ...personIds: string[]) =>
  world.run(meeting.secretary, meeting.stream, 'meetings.invitePeople', { personIds, role });
const inviteUnits = (meeting: MadeMeeting, ...unitIds: string[]) =>
  world.run(meeting.secretary, meeting.stream, 'meetings.inviteUnits', { unitIds, role: 'invitee' });
const withdraw = (meeting: MadeMeeting, personId: string) =>
  world.run(meeting.chair, meeting.stream, 'meetings.withdrawInvitation', { personId });

const conflict = (reason: string) => ({ code: 'conflict', reason });

describe('inviting people', () => {
  it('S6: gives seats and rights, and changes the role of whoever sits there already', async () => {
    const [one, two] = [await world.person(), await world.person()];
    const meeting = await world.meeting();
    await invite(meeting, 'observer', one, two, one);
    expect(await seatOf(one, meeting)).toMatchObject({ role: 'observer', unitId: null });
    expect(world.published.find(event => event.rights.includes(two))?.stream).toBe(meeting.stream);
    await invite(meeting, 'member', one);
    expect(await calendar(one, meeting)).toEqual(['published', 'member']);
    expect(await calendar(two, meeting)).toEqual(['published', 'observer']);
  });

  it('tells nothing where nothing changes, and never touches the chair', async () => {
    const person = await world.person();
    const meeting = await world.meeting({ members: [person] });
    const before = world.published.length;
    await invite(meeting, 'member', person, meeting.chair);
    expect(world.published).toHaveLength(before);
    expect(await seatOf(meeting.chair, meeting)).toMatchObject({ role: 'chair' });
  });

  it('takes nobody where one of them does not exist', async () => {
    const person = await world.person();
    const meeting = await world.meeting();
    await expect(invite(meeting, 'member', person, newId())).rejects.toMatchObject({ code: 'not_found' });
    expect(await seatOf(person, meeting)).toBeUndefined();
  });
});

describe('inviting units', () => {
  it('invites who heads each of them today, once, and says through which unit', async () => {
    const [first, second, headless] = [await world.unit(), await world.unit(), await world.unit()];
    const head = await world.person({ heads: [first] });
    const both = await world.person({ heads: [second] });
    await world.person({ worksIn: [headless] });
    const meeting = await world.meeting();
    await inviteUnits(meeting, first, second, headless);
    expect(await seatOf(head, meeting)).toMatchObject({ role: 'invitee', unitId: first });
    expect(await seatOf(both, meeting)).toMatchObject({ role: 'invitee', unitId: second });
    await expect(inviteUnits(meeting, headless)).rejects.toMatchObject(conflict('meetings.unitWithoutHead'));
  });

  it('refuses units that do not exist or have ended, by name', async () => {
    const [unit, ended] = [await world.unit(), await world.unit({ name: 'Sở Cũ', validTo: '2025-07-01' })];
    const head = await world.person({ heads: [unit, ended] });
    const meeting = await world.meeting();
    await expect(inviteUnits(meeting, unit, newId())).rejects.toMatchObject({ code: 'not_found' });
    await expect(inviteUnits(meeting, unit, ended)).rejects.toMatchObject({
      ...conflict('organisation.unitEnded'),
      detail: { units: 'Sở Cũ' },
    });
    expect(await seatOf(head, meeting)).toBeUndefined();
  });
});

describe('withdrawing an invitation', () => {
  it('S6: takes the seat, the rights and the entry in the calendar', async () => {
    const person = await world.person();
    const meeting = await world.meeting({ members: [person] });
    expect(await isFollower(person, meeting)).toBe(true);
    await withdraw(meeting, person);
    expect(await seatOf(person, meeting)).toBeUndefined();
    expect(await calendar(person, meeting)).toBeNull();
    expect(await isFollower(person, meeting)).toBe(false);
    await expect(withdraw(meeting, person)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a meeting keeps its chair and a secretary', () => {
  it('whoever withdraws', async () => {
    const meeting = await world.meeting();
    await expect(withdraw(meeting, meeting.chair)).rejects.toMatchObject(conflict('meetings.needsChair'));
    const last = withdraw(meeting, meeting.secretary);
    await expect(last).rejects.toMatchObject(conflict('meetings.needsSecretary'));
    await invite(meeting, 'secretary', await world.person());
    await withdraw(meeting, meeting.secretary);
  });

  it('however many secretaries get another role at once', async () => {
    const [second, third] = [await world.person(), await world.person()];
    const meeting = await world.meeting();
    await invite(meeting, 'secretary', second);
    const all = invite(meeting, 'member', meeting.secretary, second, third);
    await expect(all).rejects.toMatchObject(conflict('meetings.needsSecretary'));
    expect(await seatOf(third, meeting)).toBeUndefined();
    await invite(meeting, 'member', second, third);
    expect(await seatOf(second, meeting)).toMatchObject({ role: 'member' });
  });

  it('also where the last secretary is to take the chair', async () => {
    const meeting = await world.meeting();
    const take = changeChair(meeting, meeting.secretary);
    await expect(take).rejects.toMatchObject(conflict('meetings.needsSecretary'));
    await invite(meeting, 'secretary', await world.person());
    await changeChair(meeting, meeting.secretary);
    expect(await seatOf(meeting.secretary, meeting)).toMatchObject({ role: 'chair' });
  });
});

async function changeChair(meeting: MadeMeeting, chairId: string, title = 'Phiên họp đổi chủ trì') {
  const { type, startsAt, minutesPlanned, roomId } = (await meetingById(world.db, meeting.id))!;
  const details = { type, title, startsAt, minutesPlanned, roomId, chairId };
  return world.run(meeting.chair, meeting.stream, 'meetings.changeDetails', details);
}

describe('changing details', () => {
  it('S6: the chair passes on, the former one stays as a member', async () => {
    const meeting = await world.meeting();
    const next = await world.person();
    await changeChair(meeting, next);
    expect(await seatOf(meeting.chair, meeting)).toMatchObject({ role: 'member' });
    expect(await calendar(meeting.chair, meeting)).toEqual(['published', 'member']);
    expect(await calendar(next, meeting)).toEqual(['published', 'chair']);
    expect(world.published.findLast(event => event.stream === meeting.stream)?.rights).toEqual([
      meeting.chair,
      next,
    ]);
    const back = changeChair(meeting, meeting.chair);
    await expect(back).rejects.toMatchObject({ code: 'not_found' });
  });

  it('takes a draft from the former chair: who prepares it knows it', async () => {
    const meeting = await world.meeting({ state: 'draft' });
    const next = await world.person();
    await changeChair(meeting, next);
    expect(await calendar(meeting.chair, meeting)).toBeNull();
    expect(await isFollower(meeting.chair, meeting)).toBe(false);
    expect(await calendar(next, meeting)).toEqual(['draft', 'chair']);
  });

  it('S8: reaches every calendar', async () => {
    const person = await world.person();
    const meeting = await world.meeting({ members: [person] });
    await changeChair(meeting, meeting.chair, 'Phiên họp dời giờ');
    const [entry] = await snapshotOf(world.db, `user:${person}`);
    expect(entry).toMatchObject({ kind: 'myMeeting', title: 'Phiên họp dời giờ' });
  });

  it('refuses a chair and a room that do not exist', async () => {
    const meeting = await world.meeting();
    await expect(changeChair(meeting, newId())).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the calendar of a draft', () => {
  it('is that of its organisers; guests learn of it when it is published', async () => {
    const [member, secretary] = [await world.person(), await world.person()];
    const meeting = await world.meeting({ state: 'draft', members: [member] });
    await invite(meeting, 'secretary', secretary);
    expect(await calendar(meeting.chair, meeting)).toEqual(['draft', 'chair']);
    expect(await calendar(secretary, meeting)).toEqual(['draft', 'secretary']);
    expect(await calendar(member, meeting)).toBeNull();
    expect(await isFollower(member, meeting)).toBe(false);
    await invite(meeting, 'member', secretary);
    expect(await calendar(secretary, meeting)).toBeNull();
    await world.run(meeting.chair, meeting.stream, 'meetings.publish', {});
    for (const person of [member, secretary])
      expect(await calendar(person, meeting)).toEqual(['published', 'member']);
  });

  it('says nothing to guests of a draft that is cancelled; who knew of a published one hears its end', async () => {
    const person = await world.person();
    const draft = await world.meeting({ state: 'draft', members: [person] });
    const published = await world.meeting({ members: [person] });
    for (const meeting of [draft, published])
      await world.run(meeting.chair, meeting.stream, 'meetings.cancel', {});
    expect(await calendar(draft.secretary, draft)).toEqual(['cancelled', 'secretary']);
    expect(await calendar(person, draft)).toBeNull();
    expect(await isFollower(person, draft)).toBe(false);
    expect(world.published.filter(event => event.stream === `user:${person}`)).toHaveLength(2);
    expect(await calendar(person, published)).toEqual(['cancelled', 'member']);
  });
});
