import type { QuorumCheck } from '@nghisu/shared/attendance/attendance.records.ts';
import { goes, quorumNow } from '@nghisu/shared/attendance/attendance.rules.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { put } from '@nghisu/shared/platform/feed.ts';
import { attendeesOf } from '../meetings/attendees.store.ts';
import { meetingById } from '../meetings/meetings.store.ts';
import type { Context, Handler } from '../platform/commands/handler.ts';
import { attendancesOf, insertQuorumCheck, saveAttendance, substitutionsOf } from './attendance.store.ts';

/** Counts those who decide and are there now, and puts it on record. */
export async function recordQuorum(
  { tx, subjectId, now, newId }: Context,
  occasion: QuorumCheck['occasion'],
): Promise<QuorumCheck> {
  const meeting = await meetingById(tx, subjectId);
  if (!meeting) throw new AppError('not_found');
  const quorum = quorumNow(
    meeting,
    await attendeesOf(tx, subjectId),
    await attendancesOf(tx, subjectId),
    await substitutionsOf(tx, subjectId),
  );
  const check: QuorumCheck = {
    kind: 'quorumCheck',
    id: newId(),
    meetingId: subjectId,
    at: now,
    occasion,
    ...quorum,
  };
  await insertQuorumCheck(tx, check);
  return check;
}

/** Opening a meeting, with the quorum of that moment on record. Whether to go on without one is the chair's decision. */
export function recordingQuorum(open: Handler<'meetings.open'>): Handler<'meetings.open'> {
  return {
    ...open,
    run: async (context, data) => {
      const outcomes = await open.run(context, data);
      const check = await recordQuorum(context, 'opening');
      return [...outcomes, { type: 'attendance.quorumChecked', changes: [put(check)] }];
    },
  };
}

/** Closing a meeting ends the presence of everybody who is still there. */
export function endingPresence(close: Handler<'meetings.close'>): Handler<'meetings.close'> {
  return {
    ...close,
    run: async (context, data) => {
      const outcomes = await close.run(context, data);
      const there = (await attendancesOf(context.tx, context.subjectId)).filter(
        one => one.state !== 'absent' && one.state !== 'left',
      );
      const gone = there.map(one => ({ ...one, ...goes(one, 'left', context.now) }));
      for (const attendance of gone) await saveAttendance(context.tx, attendance);
      if (gone.length === 0) return outcomes;
      return [...outcomes, { type: 'attendance.leftMeeting', changes: gone.map(put) }];
    },
  };
}
