import type { Attendee } from '@nghisu/shared/meetings/attendees.records.ts';
import type { Meeting } from '@nghisu/shared/meetings/meetings.records.ts';
import { isEditable, type MeetingStep, stateAfter } from '@nghisu/shared/meetings/meetings.rules.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { drop, put } from '@nghisu/shared/platform/feed.ts';
import { headsOfUnits, isKnownRoom, knownPeople, knownUnits } from '../organisation/organisation.store.ts';
import { refuseEnded } from '../organisation/units/endedUnits.ts';
import type { Context, Handlers } from '../platform/commands/handler.ts';
import type { Tx } from '../platform/database/db.ts';
import type { Outcome } from '../platform/streams/streams.ts';
import { attendeesOf, removeAttendees, roleIn, saveAttendees } from './attendees.store.ts';
import { changeMeeting, insertMeeting, meetingById, myMeeting } from './meetings.store.ts';

type Names =
  | 'meetings.create'
  | 'meetings.changeDetails'
  | 'meetings.publish'
  | 'meetings.cancel'
  | 'meetings.open'
  | 'meetings.pause'
  | 'meetings.resume'
  | 'meetings.close'
  | 'meetings.invitePeople'
  | 'meetings.inviteUnits'
  | 'meetings.withdrawInvitation';

const userStream = (personId: string): string => `user:${personId}`;

/** A draft is in the calendar of its organisers only. */
const isInCalendar = (meeting: Meeting, role: Attendee['role']): boolean =>
  meeting.state !== 'draft' || role === 'chair' || role === 'secretary';

/** The streams of everybody invited: their calendars follow the meeting. */
async function calendarsOf(tx: Tx, meetingId: string): Promise<string[]> {
  return (await attendeesOf(tx, meetingId)).map(attendee => userStream(attendee.id));
}

const calendarLocks = ({ tx, subjectId }: { tx: Tx; subjectId: string }) => calendarsOf(tx, subjectId);

/** What the meeting's own stream and every calendar say of a change. */
async function announce(
  tx: Tx,
  type: string,
  meeting: Meeting,
  more: { changes?: readonly Attendee[]; rights?: readonly string[] } = {},
): Promise<Outcome[]> {
  const list = await attendeesOf(tx, meeting.id);
  const own: Outcome = {
    type,
    changes: [put(meeting), ...(more.changes ?? []).map(put)],
    rights: more.rights ?? [],
  };
  const calendars = list
    .filter(attendee => isInCalendar(meeting, attendee.role))
    .map(attendee => ({
      type,
      changes: [put(myMeeting(meeting, attendee.role))],
      stream: userStream(attendee.id),
    }));
  return [own, ...calendars];
}

async function meetingOrRefuse({ tx, subjectId }: Context): Promise<Meeting> {
  const meeting = await meetingById(tx, subjectId);
  if (!meeting) throw new AppError('not_found');
  return meeting;
}

async function editableOrRefuse(context: Context): Promise<Meeting> {
  const meeting = await meetingOrRefuse(context);
  if (!isEditable(meeting.state)) throw new AppError('conflict', 'meetings.notEditable');
  return meeting;
}

async function checkReferences(tx: Tx, roomId: string | null, personIds: readonly string[]): Promise<void> {
  const wanted = new Set(personIds);
  if ((await knownPeople(tx, [...wanted])).size < wanted.size) throw new AppError('not_found');
  if (roomId !== null && !(await isKnownRoom(tx, roomId))) throw new AppError('not_found');
}

/** One step of the meeting's life, announced in every calendar. */
async function step(
  context: Context,
  name: MeetingStep,
  type: string,
  changed: (meeting: Meeting) => Partial<Omit<Meeting, 'kind' | 'id'>> = () => ({}),
): Promise<Outcome[]> {
  const meeting = await meetingOrRefuse(context);
  const state = stateAfter(name, meeting.state);
  if (state === null) throw new AppError('conflict', 'meetings.wrongState');
  const next = await changeMeeting(context.tx, meeting.id, { state, ...changed(meeting) });
  return announce(context.tx, type, next);
}

const pauseEnds = (meeting: Meeting, now: string): Pick<Meeting, 'pausedAt' | 'pausedSeconds'> => {
  const since =
    meeting.pausedAt === null ? 0 : Math.floor((Date.parse(now) - Date.parse(meeting.pausedAt)) / 1000);
  return { pausedAt: null, pausedSeconds: meeting.pausedSeconds + Math.max(0, since) };
};

export const meetingsHandlers: Handlers<Names> = {
  'meetings.create': {
    alsoLocks: async (_, { chairId, secretaryIds }) => [chairId, ...secretaryIds].map(userStream),
    run: async ({ tx, subjectId, viewer }, { secretaryIds, ...details }) => {
      if (await meetingById(tx, subjectId)) throw new AppError('conflict', 'meetings.exists');
      const secretaries = [...new Set(secretaryIds)].filter(id => id !== details.chairId);
      if (secretaries.length === 0) throw new AppError('conflict', 'meetings.needsSecretary');
      await checkReferences(tx, details.roomId, [details.chairId, ...secretaries]);
      const meeting: Meeting = {
        kind: 'meeting',
        id: subjectId,
        ...details,
        state: 'draft',
        openedAt: null,
        pausedAt: null,
        pausedSeconds: 0,
        closedAt: null,
        createdById: viewer.personId,
      };
      await insertMeeting(tx, meeting);
      const list = await saveAttendees(tx, subjectId, [
        { id: details.chairId, role: 'chair', unitId: null },
        ...secretaries.map(id => ({ id, role: 'secretary', unitId: null }) as const),
      ]);
      return announce(tx, 'meetings.created', meeting, { changes: list, rights: list.map(one => one.id) });
    },
  },
  'meetings.changeDetails': {
    alsoLocks: async (asking, { chairId }) => [...(await calendarLocks(asking)), userStream(chairId)],
    run: async (context, details) => {
      const before = await editableOrRefuse(context);
      await checkReferences(context.tx, details.roomId, [details.chairId]);
      if (before.chairId !== details.chairId) await keepSecretary(context, [details.chairId]);
      const meeting = await changeMeeting(context.tx, before.id, details);
      if (before.chairId === details.chairId) return announce(context.tx, 'meetings.detailsChanged', meeting);
      // The former chair stays as a member; the new one leaves whatever role there was.
      const seats = await saveAttendees(context.tx, before.id, [
        { id: before.chairId, role: 'member', unitId: null },
        { id: details.chairId, role: 'chair', unitId: null },
      ]);
      const outcomes = await announce(context.tx, 'meetings.detailsChanged', meeting, {
        changes: seats,
        rights: seats.map(seat => seat.id),
      });
      if (isInCalendar(meeting, 'member')) return outcomes;
      const hidden = [drop('myMeeting', meeting.id)];
      return [
        ...outcomes,
        { type: 'meetings.detailsChanged', changes: hidden, stream: userStream(before.chairId) },
      ];
    },
  },
  'meetings.publish': {
    alsoLocks: calendarLocks,
    run: context => step(context, 'publish', 'meetings.published'),
  },
  'meetings.cancel': {
    alsoLocks: calendarLocks,
    run: cancel,
  },
  'meetings.open': {
    alsoLocks: calendarLocks,
    run: context => step(context, 'open', 'meetings.opened', () => ({ openedAt: context.now })),
  },
  'meetings.pause': {
    alsoLocks: calendarLocks,
    run: context => step(context, 'pause', 'meetings.paused', () => ({ pausedAt: context.now })),
  },
  'meetings.resume': {
    alsoLocks: calendarLocks,
    run: context => step(context, 'resume', 'meetings.resumed', meeting => pauseEnds(meeting, context.now)),
  },
  'meetings.close': {
    alsoLocks: calendarLocks,
    run: context =>
      step(context, 'close', 'meetings.closed', meeting => ({
        closedAt: context.now,
        ...pauseEnds(meeting, context.now),
      })),
  },
  'meetings.invitePeople': {
    alsoLocks: async (_, { personIds }) => personIds.map(userStream),
    run: async (context, { personIds, role }) => {
      await checkReferences(context.tx, null, personIds);
      return invite(
        context,
        [...new Set(personIds)].map(id => ({ id, role, unitId: null })),
      );
    },
  },
  'meetings.inviteUnits': {
    alsoLocks: async ({ tx }, { unitIds }) =>
      (await headsOfUnits(tx, unitIds)).map(head => userStream(head.personId)),
    run: async (context, { unitIds, role }) => {
      const wanted = new Set(unitIds);
      if ((await knownUnits(context.tx, unitIds)).size < wanted.size) throw new AppError('not_found');
      await refuseEnded(context.tx, unitIds);
      const heads = await headsOfUnits(context.tx, unitIds);
      if (heads.length === 0) throw new AppError('conflict', 'meetings.unitWithoutHead');
      const byPerson = new Map(heads.map(head => [head.personId, head.unitId]));
      return invite(
        context,
        [...byPerson].map(([id, unitId]) => ({ id, role, unitId })),
      );
    },
  },
  'meetings.withdrawInvitation': {
    alsoLocks: async (_, { personId }) => [userStream(personId)],
    run: async (context, { personId }) => {
      const { tx, subjectId } = context;
      const meeting = await editableOrRefuse(context);
      const role = await roleIn(tx, subjectId, personId);
      if (role === null) throw new AppError('not_found');
      if (role === 'chair') throw new AppError('conflict', 'meetings.needsChair');
      await keepSecretary(context, [personId]);
      await removeAttendees(tx, subjectId, [personId]);
      const type = 'meetings.invitationWithdrawn';
      const own = { type, changes: [drop('attendee', personId)], rights: [personId] };
      if (!isInCalendar(meeting, role)) return [own];
      return [own, { type, changes: [drop('myMeeting', subjectId)], stream: userStream(personId) }];
    },
  },
};

/** A meeting keeps a secretary when these people stop being one. */
async function keepSecretary({ tx, subjectId }: Context, leaving: readonly string[]): Promise<void> {
  const secretaries = (await attendeesOf(tx, subjectId)).filter(one => one.role === 'secretary');
  const stays = secretaries.some(one => !leaving.includes(one.id));
  if (secretaries.length > 0 && !stays) throw new AppError('conflict', 'meetings.needsSecretary');
}

/** Guests of a draft were never told of it: they leave the list, so that a cancelled draft stays with its organisers. */
async function cancel(context: Context): Promise<Outcome[]> {
  const { tx, subjectId } = context;
  const meeting = await meetingOrRefuse(context);
  const guests =
    meeting.state === 'draft'
      ? (await attendeesOf(tx, subjectId)).filter(one => !isInCalendar(meeting, one.role))
      : [];
  const ids = guests.map(guest => guest.id);
  await removeAttendees(tx, subjectId, ids);
  const outcomes = await step(context, 'cancel', 'meetings.cancelled');
  if (ids.length === 0) return outcomes;
  const type = 'meetings.invitationWithdrawn';
  return [{ type, changes: ids.map(id => drop('attendee', id)), rights: ids }, ...outcomes];
}

/** Puts people on the list; whoever is on it already with the same role stays untouched, the chair always does. */
async function invite(
  context: Context,
  wanted: readonly Pick<Attendee, 'id' | 'role' | 'unitId'>[],
): Promise<Outcome[]> {
  const { tx, subjectId } = context;
  const meeting = await editableOrRefuse(context);
  const present = new Map((await attendeesOf(tx, subjectId)).map(one => [one.id, one]));
  const changed = wanted.filter(({ id, role }) => {
    const now = present.get(id)?.role;
    return now !== 'chair' && now !== role;
  });
  if (changed.length === 0) return [];
  const others = changed.filter(({ role }) => role !== 'secretary').map(one => one.id);
  if (others.some(id => present.get(id)?.role === 'secretary')) await keepSecretary(context, others);
  const seats = await saveAttendees(tx, subjectId, changed);
  const type = 'meetings.peopleInvited';
  const calendars = seats.flatMap(seat => {
    const before = present.get(seat.id);
    const stream = userStream(seat.id);
    if (isInCalendar(meeting, seat.role))
      return [{ type, changes: [put(myMeeting(meeting, seat.role))], stream }];
    // Guests of a draft hear nothing of it, not even its id.
    if (!before || !isInCalendar(meeting, before.role)) return [];
    return [{ type, changes: [drop('myMeeting', meeting.id)], stream }];
  });
  return [{ type, changes: seats.map(put), rights: seats.map(seat => seat.id) }, ...calendars];
}
