import type { CommandInput, CommandName } from '@nghisu/shared/commands.ts';
import { type Meeting, type MeetingState, meetingStates } from '@nghisu/shared/meetings/meetings.records.ts';
import type { MeetingStep } from '@nghisu/shared/meetings/meetings.rules.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type MadeMeeting, type World } from '../../test/worlds/world.ts';
import { attendeesOf } from './attendees.store.ts';
import { meetingById } from './meetings.store.ts';
import { meetings } from './meetings.tables.ts';

let world: World;
// One each: what a command announced is compared with every stream there is.
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const meetingOf = async ({ id }: MadeMeeting): Promise<Meeting> => (await meetingById(world.db, id))!;

/** Sends a command without the world's checks, for the many that are only on the way to a state. */
const send = (personId: string, stream: string, name: CommandName, input: unknown = {}) =>
  world.runner.run({ id: newId(), stream, name, input }, personId);

/** The steps that lead from a draft to each state. */
const ways: Record<MeetingState, MeetingStep[]> = {
  draft: [],
  published: ['publish'],
  running: ['publish', 'open'],
  paused: ['publish', 'open', 'pause'],
  closed: ['publish', 'open', 'close'],
  cancelled: ['cancel'],
};

async function meetingIn(state: MeetingState): Promise<MadeMeeting> {
  const meeting = await world.meeting({ state: 'draft' });
  for (const step of ways[state]) await send(meeting.chair, meeting.stream, `meetings.${step}`);
  return meeting;
}

describe('the life of a meeting', () => {
  /** Every step, and what each state becomes by it; where nothing is written the step is refused. */
  const table: Record<MeetingStep, Partial<Record<MeetingState, MeetingState>>> = {
    publish: { draft: 'published' },
    cancel: { draft: 'cancelled', published: 'cancelled' },
    open: { published: 'running' },
    pause: { running: 'paused' },
    resume: { paused: 'running' },
    close: { running: 'closed', paused: 'closed' },
  };

  it.each(meetingStates)('leads from "%s" only where the table says', async state => {
    for (const step of Object.keys(table) as MeetingStep[]) {
      const meeting = await meetingIn(state);
      const before = await meetingOf(meeting);
      const next = table[step][state];
      const attempt = send(meeting.secretary, meeting.stream, `meetings.${step}`);
      if (next === undefined) {
        await expect(attempt, step).rejects.toMatchObject({
          code: 'conflict',
          reason: 'meetings.wrongState',
        });
        expect(await meetingOf(meeting)).toEqual(before);
      } else {
        await attempt;
        expect(await meetingOf(meeting), step).toMatchObject({ state: next });
      }
    }
  });

  it('S8: is told in the meeting and in every calendar, from the draft to the end', async () => {
    const member = await world.person();
    const meeting = await world.meeting({ state: 'draft', members: [member] });
    const { chair, secretary, stream } = meeting;
    const steps: [string, MeetingStep][] = [
      [secretary, 'publish'],
      [chair, 'open'],
      [secretary, 'pause'],
      [chair, 'resume'],
      [secretary, 'close'],
    ];
    for (const [person, step] of steps) {
      const before = world.published.length;
      await world.run(person, stream, `meetings.${step}`, {});
      const own = world.published.slice(before).filter(event => event.type.startsWith('meetings.'));
      const told = own.map(event => event.stream);
      expect(told.sort()).toEqual([stream, ...[chair, secretary, member].map(id => `user:${id}`)].sort());
    }
    const { openedAt, closedAt } = await meetingOf(meeting);
    expect(openedAt! <= closedAt!).toBe(true);
  });

  it('is taken once, however many take the step at the same moment', async () => {
    const meeting = await meetingIn('published');
    const attempts = [meeting.chair, meeting.secretary, meeting.chair].map(person =>
      send(person, meeting.stream, 'meetings.open'),
    );
    const results = await Promise.allSettled(attempts);
    expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(1);
  });

  it('ends all changes: a closed or cancelled meeting keeps its details and its list', async () => {
    const guest = await world.person();
    for (const state of ['closed', 'cancelled'] as const) {
      const meeting = await meetingIn(state);
      const before = await attendeesOf(world.db, meeting.id);
      const attempts: [CommandName, unknown][] = [
        ['meetings.changeDetails', detailsOf(await meetingOf(meeting))],
        ['meetings.invitePeople', { personIds: [guest], role: 'member' }],
        ['meetings.inviteUnits', { unitIds: [await unitWithHead()], role: 'member' }],
        ['meetings.withdrawInvitation', { personId: meeting.secretary }],
      ];
      for (const [name, input] of attempts) {
        const attempt = send(meeting.chair, meeting.stream, name, input);
        await expect(attempt, name).rejects.toMatchObject({ reason: 'meetings.notEditable' });
      }
      expect(await attendeesOf(world.db, meeting.id)).toEqual(before);
    }
  });
});

const detailsOf = ({ type, title, startsAt, minutesPlanned, roomId, chairId }: Meeting) => ({
  type,
  title,
  startsAt,
  minutesPlanned,
  roomId,
  chairId,
});

async function unitWithHead(): Promise<string> {
  const unitId = await world.unit();
  await world.person({ heads: [unitId] });
  return unitId;
}

describe('who may', () => {
  it('nobody but its organisers touches a meeting: everybody else hears what an unknown id answers', async () => {
    const [member, invitee, observer] = [await world.person(), await world.person(), await world.person()];
    const stranger = await world.person({ roles: ['officeStaff', 'administrator', 'monitor'] });
    const meeting = await world.meeting({ members: [member], invitees: [invitee], observers: [observer] });
    const other = await world.meeting();
    const details = detailsOf(await meetingOf(meeting));
    const inputs: Partial<Record<CommandName, unknown>> = {
      'meetings.changeDetails': { ...details, title: 'Khác' },
      'meetings.publish': {},
      'meetings.cancel': {},
      'meetings.open': {},
      'meetings.pause': {},
      'meetings.resume': {},
      'meetings.close': {},
      'meetings.invitePeople': { personIds: [stranger], role: 'secretary' },
      'meetings.inviteUnits': { unitIds: [await unitWithHead()], role: 'member' },
      'meetings.withdrawInvitation': { personId: member },
    };
    const before = [await meetingOf(meeting), await attendeesOf(world.db, meeting.id)];
    for (const person of [member, invitee, observer, stranger, other.chair, other.secretary]) {
      for (const [name, input] of Object.entries(inputs)) {
        const answer = (stream: string) =>
          send(person, stream, name as CommandName, input).then(
            () => 'done',
            ({ code, reason, detail }) => ({ code, reason, detail }),
          );
        const refusal = await answer(meeting.stream);
        expect(refusal, name).toEqual({ code: 'not_found', reason: null, detail: {} });
        expect(await answer(`meeting:${newId()}`), name).toEqual(refusal);
      }
    }
    expect([await meetingOf(meeting), await attendeesOf(world.db, meeting.id)]).toEqual(before);
  });

  it('only office staff create meetings, whatever else they are', async () => {
    const chairId = await world.person({ roles: ['administrator', 'monitor'] });
    const secretaryId = await world.person();
    const input = { ...creation(), chairId, secretaryIds: [secretaryId] };
    for (const person of [chairId, secretaryId]) {
      const attempt = world.run(person, `meeting:${newId()}`, 'meetings.create', input);
      await expect(attempt).rejects.toMatchObject({ code: 'not_found', reason: null });
    }
  });
});

const creation = (): Omit<CommandInput<'meetings.create'>, 'chairId' | 'secretaryIds'> => ({
  type: 'workingMeeting',
  title: 'Làm việc với các sở',
  startsAt: '2027-01-04T01:00:00.000Z',
  minutesPlanned: 60,
  roomId: null,
});

describe('creating a meeting', () => {
  it('refuses an id that was used, and people and rooms that do not exist', async () => {
    const { chair, secretary, stream } = await world.meeting();
    const input = { ...creation(), chairId: chair, secretaryIds: [secretary] };
    const create = (to: string, more: Partial<CommandInput<'meetings.create'>>) =>
      world.run(secretary, to, 'meetings.create', { ...input, ...more });
    await expect(create(stream, {})).rejects.toMatchObject({ code: 'conflict', reason: 'meetings.exists' });
    for (const more of [{ chairId: newId() }, { secretaryIds: [secretary, newId()] }, { roomId: newId() }])
      await expect(create(`meeting:${newId()}`, more)).rejects.toMatchObject({ code: 'not_found' });
    const id = newId();
    await create(`meeting:${id}`, {
      roomId: await world.room(),
      secretaryIds: [secretary, secretary, chair],
    });
    const seats = (await attendeesOf(world.db, id)).map(seat => [seat.id, seat.role]);
    expect(Object.fromEntries(seats)).toEqual({ [chair]: 'chair', [secretary]: 'secretary' });
  });

  it('wants a secretary beside the chair', async () => {
    const { chair, secretary } = await world.meeting();
    const input = { ...creation(), chairId: chair, secretaryIds: [chair] };
    const attempt = world.run(secretary, `meeting:${newId()}`, 'meetings.create', input);
    await expect(attempt).rejects.toMatchObject({ code: 'conflict', reason: 'meetings.needsSecretary' });
  });
});

describe('the clock of pauses', () => {
  /** The pause that is running began earlier by so many seconds. */
  async function pausedFor(meeting: MadeMeeting, seconds: number): Promise<void> {
    const earlier = sql`${meetings.pausedAt} - make_interval(secs => ${seconds})`;
    await world.db.update(meetings).set({ pausedAt: earlier }).where(sql`${meetings.id} = ${meeting.id}`);
  }

  /** Whole seconds from the start of the pause to the last event, both by the database's clock. */
  const sincePause = ({ pausedAt }: Meeting): number =>
    Math.floor((Date.parse(world.published.at(-1)!.at) - Date.parse(pausedAt!)) / 1000);

  it('adds up the pauses that ended, and stands still while the meeting runs', async () => {
    const meeting = await meetingIn('paused');
    expect(await meetingOf(meeting)).toMatchObject({ pausedSeconds: 0 });
    let total = 0;
    for (const seconds of [90, 7.5]) {
      await pausedFor(meeting, seconds);
      const paused = await meetingOf(meeting);
      await send(meeting.chair, meeting.stream, 'meetings.resume');
      total += sincePause(paused);
      expect(total).toBeGreaterThanOrEqual(Math.floor(seconds));
      expect(await meetingOf(meeting)).toMatchObject({ pausedAt: null, pausedSeconds: total });
      await send(meeting.chair, meeting.stream, 'meetings.pause');
      expect((await meetingOf(meeting)).pausedAt).toBe(world.published.at(-1)!.at);
    }
  });

  it('ends with a meeting that is closed while it pauses', async () => {
    const meeting = await meetingIn('paused');
    await pausedFor(meeting, 60);
    const paused = await meetingOf(meeting);
    await send(meeting.chair, meeting.stream, 'meetings.close');
    const pausedSeconds = sincePause(paused);
    expect(pausedSeconds).toBeGreaterThanOrEqual(60);
    const closedAt = world.published.at(-1)!.at;
    expect(await meetingOf(meeting)).toMatchObject({
      state: 'closed',
      pausedAt: null,
      pausedSeconds,
      closedAt,
    });
  });
});
