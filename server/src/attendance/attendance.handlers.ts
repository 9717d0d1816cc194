import type {
  AbsenceNotice,
  Attendance,
  PresenceMode,
  SeatMap,
} from '@nghisu/shared/attendance/attendance.records.ts';
import { comes, goes, isPresent } from '@nghisu/shared/attendance/attendance.rules.ts';
import { canFollowMeeting } from '@nghisu/shared/meetings/meetings.policy.ts';
import type { Meeting } from '@nghisu/shared/meetings/meetings.records.ts';
import { isEditable } from '@nghisu/shared/meetings/meetings.rules.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { drop, put } from '@nghisu/shared/platform/feed.ts';
import { attendeesOf, roleIn } from '../meetings/attendees.store.ts';
import { meetingById } from '../meetings/meetings.store.ts';
import type { Context, Handlers } from '../platform/commands/handler.ts';
import {
  attendanceOf,
  deleteAttendance,
  deleteNotice,
  saveAttendance,
  saveNotice,
  saveSeatMap,
} from './attendance.store.ts';
import { isDoorCode } from './door/doorKey.ts';

type Names =
  | 'attendance.checkIn'
  | 'attendance.checkInByCode'
  | 'attendance.checkInFor'
  | 'attendance.stepOut'
  | 'attendance.comeBack'
  | 'attendance.leave'
  | 'attendance.giveNotice'
  | 'attendance.withdrawNotice'
  | 'attendance.arrangeSeats';

/** People check in from so many hours before a meeting on. */
const earliestHours = 6;

/** The meeting, which the asker follows, while it is not over. */
export async function openMeeting({ tx, subjectId, viewer }: Context): Promise<Meeting> {
  const meeting = await meetingById(tx, subjectId);
  if (!meeting || !canFollowMeeting(viewer, meeting)) throw new AppError('not_found');
  if (!isEditable(meeting.state)) throw new AppError('conflict', 'meetings.notEditable');
  return meeting;
}

async function refuseUnlessInvited({ tx, subjectId }: Context, personId: string): Promise<void> {
  if ((await roleIn(tx, subjectId, personId)) === null) throw new AppError('not_found');
}

const expected = ({ subjectId, now }: Context, personId: string): Attendance => ({
  kind: 'attendance',
  id: personId,
  meetingId: subjectId,
  state: 'left',
  since: now,
  checkedInBy: null,
  intervals: [],
});

const presenceOf = async (context: Context, personId: string): Promise<Attendance> =>
  (await attendanceOf(context.tx, context.subjectId, personId)) ?? expected(context, personId);

async function save(context: Context, type: string, attendance: Attendance) {
  await saveAttendance(context.tx, attendance);
  return [{ type, changes: [put(attendance)] }];
}

async function checkIn(
  context: Context,
  personId: string,
  mode: PresenceMode,
  checkedInBy: Attendance['checkedInBy'],
) {
  const meeting = await openMeeting(context);
  await refuseUnlessInvited(context, personId);
  const early = Date.parse(meeting.startsAt) - Date.parse(context.now) > earliestHours * 3_600_000;
  if (meeting.state === 'draft' || (meeting.state === 'published' && early))
    throw new AppError('conflict', 'attendance.tooEarly', { hours: earliestHours });
  const before = await presenceOf(context, personId);
  if (before.state === mode) return [];
  return save(context, 'attendance.checkedIn', {
    ...before,
    ...comes(before, mode, context.now),
    checkedInBy,
  });
}

async function go(context: Context, personId: string, state: 'out' | 'left') {
  await openMeeting(context);
  const before = await presenceOf(context, personId);
  const isThere = isPresent(before.state) || (state === 'left' && before.state === 'out');
  if (!isThere) throw new AppError('conflict', 'attendance.notThere');
  const type = state === 'out' ? 'attendance.steppedOut' : 'attendance.leftMeeting';
  return save(context, type, { ...before, ...goes(before, state, context.now) });
}

const subject = async (_: unknown, { personId }: { personId: string }) => ({ personId });

export const attendanceHandlers: Handlers<Names> = {
  'attendance.checkIn': {
    run: (context, { mode }) => checkIn(context, context.viewer.personId, mode, 'self'),
  },
  'attendance.checkInByCode': {
    run: async (context, { code }) => {
      if (!(await isDoorCode(context.tx, context.subjectId, code, context.now)))
        throw new AppError('conflict', 'attendance.codeWrong');
      return checkIn(context, context.viewer.personId, 'inRoom', 'code');
    },
  },
  'attendance.checkInFor': {
    run: (context, { personId, mode }) => checkIn(context, personId, mode, 'secretary'),
  },
  'attendance.stepOut': { subject, run: (context, { personId }) => go(context, personId, 'out') },
  'attendance.leave': { subject, run: (context, { personId }) => go(context, personId, 'left') },
  'attendance.comeBack': {
    subject,
    run: async (context, { personId }) => {
      await openMeeting(context);
      await refuseUnlessInvited(context, personId);
      const before = await presenceOf(context, personId);
      const mode = before.intervals.at(-1)?.mode;
      if (mode === undefined || isPresent(before.state)) throw new AppError('conflict', 'attendance.notAway');
      return save(context, 'attendance.cameBack', { ...before, ...comes(before, mode, context.now) });
    },
  },
  'attendance.giveNotice': { subject, run: giveNotice },
  'attendance.withdrawNotice': { subject, run: withdrawNotice },
  'attendance.arrangeSeats': { run: arrangeSeats },
};

async function giveNotice(context: Context, { personId, reason }: { personId: string; reason: string }) {
  const { tx, subjectId: meetingId, viewer, now } = context;
  await openMeeting(context);
  await refuseUnlessInvited(context, personId);
  const before = await presenceOf(context, personId);
  if (isPresent(before.state)) throw new AppError('conflict', 'attendance.isThere');
  const notice: AbsenceNotice = {
    kind: 'absenceNotice',
    id: personId,
    meetingId,
    reason,
    givenAt: now,
    givenById: viewer.personId,
  };
  await saveNotice(tx, notice);
  const absent = { ...before, ...goes(before, 'absent', now) };
  await saveAttendance(tx, absent);
  return [{ type: 'attendance.noticeGiven', changes: [put(notice), put(absent)] }];
}

async function withdrawNotice(context: Context, { personId }: { personId: string }) {
  const { tx, subjectId: meetingId, now } = context;
  await openMeeting(context);
  if (!(await deleteNotice(tx, meetingId, personId))) return [];
  const taken = drop('absenceNotice', personId);
  const type = 'attendance.noticeWithdrawn';
  const before = await presenceOf(context, personId);
  if (before.state !== 'absent') return [{ type, changes: [taken] }];
  if (before.intervals.length === 0) {
    await deleteAttendance(tx, meetingId, personId);
    return [{ type, changes: [taken, drop('attendance', personId)] }];
  }
  const gone = { ...before, ...goes(before, 'left', now) };
  await saveAttendance(tx, gone);
  return [{ type, changes: [taken, put(gone)] }];
}

async function arrangeSeats(context: Context, { rows, columns, seats }: Omit<SeatMap, 'kind' | 'id'>) {
  await openMeeting(context);
  const invited = new Set((await attendeesOf(context.tx, context.subjectId)).map(one => one.id));
  if (seats.some(seat => !invited.has(seat.personId))) throw new AppError('not_found');
  const people = new Set(seats.map(seat => seat.personId));
  const places = new Set(seats.map(seat => `${seat.row} ${seat.column}`));
  const isInside = seats.every(seat => seat.row <= rows && seat.column <= columns);
  if (people.size < seats.length || places.size < seats.length || !isInside)
    throw new AppError('conflict', 'attendance.seatTaken');
  const map: SeatMap = { kind: 'seatMap', id: context.subjectId, rows, columns, seats };
  await saveSeatMap(context.tx, map);
  return [{ type: 'attendance.seatsArranged', changes: [put(map)] }];
}
