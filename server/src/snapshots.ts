import { type AnyRecord, parseStreamId, type StreamKind } from '@nghisu/shared/platform/feed.ts';
import { agendaOf } from './agenda/agenda.store.ts';
import { assignmentsOfMeeting, assignmentsOfUnit } from './assignments/assignments.store.ts';
import { admissionsOf, recusalsOf } from './attendance/admission/admission.store.ts';
import { attendanceRecordsOf } from './attendance/attendance.store.ts';
import { decisionsOf } from './decisions/decisions.store.ts';
import { consentItemsOf, positionsOf } from './decisions/positions.store.ts';
import { attendeesOf, meetingsOf } from './meetings/attendees.store.ts';
import { meetingById, meetingsSince, myMeeting } from './meetings/meetings.store.ts';
import { partsOf } from './minutes/aside/aside.store.ts';
import { minutesOf } from './minutes/minutes.store.ts';
import { directory } from './organisation/organisation.store.ts';
import { papersOfMeeting, readingsOfPerson } from './papers/papers.store.ts';
import type { Reader } from './platform/database/db.ts';
import { presentationOf } from './presentation/presentation.store.ts';
import { requestsOfMeeting } from './speakers/speakers.store.ts';
import { votesOf } from './votes/votes.store.ts';

/** A calendar reaches this far back. */
const calendarDays = 60;

/** Which domain contributes which records to which kind of stream. */
const contributions: Record<StreamKind, (db: Reader, subjectId: string) => Promise<AnyRecord[]>> = {
  org: db => directory(db),
  meeting: async (db, meetingId) => {
    const meeting = await meetingById(db, meetingId);
    if (!meeting) return [];
    const minutes = await minutesOf(db, meetingId);
    const presentation = await presentationOf(db, meetingId);
    return [
      meeting,
      ...(await attendeesOf(db, meetingId)),
      ...(await agendaOf(db, meetingId)),
      ...(await attendanceRecordsOf(db, meetingId)),
      ...(await recusalsOf(db, meetingId)),
      ...(await admissionsOf(db, meetingId)),
      ...(await papersOfMeeting(db, meetingId)),
      ...(presentation ? [presentation] : []),
      ...(await votesOf(db, meetingId)),
      ...(await positionsOf(db, meetingId)),
      ...(await consentItemsOf(db, meetingId)),
      ...(await decisionsOf(db, meetingId)),
      ...(await requestsOfMeeting(db, meetingId)),
      ...(minutes ? [minutes, ...(await partsOf(db, meetingId))] : []),
      ...(await assignmentsOfMeeting(db, meetingId)),
    ];
  },
  unit: (db, unitId) => assignmentsOfUnit(db, unitId),
  user: async (db, personId) => [
    ...(await calendarOf(db, personId)),
    ...(await readingsOfPerson(db, personId)),
  ],
};

async function calendarOf(db: Reader, personId: string): Promise<AnyRecord[]> {
  const roles = new Map((await meetingsOf(db, personId)).map(one => [one.meetingId, one.role]));
  const since = new Date(Date.now() - calendarDays * 86_400_000).toISOString();
  const meetings = await meetingsSince(db, [...roles.keys()], since);
  return meetings.flatMap(meeting => {
    const role = roles.get(meeting.id)!;
    const isHidden = meeting.state === 'draft' && role !== 'chair' && role !== 'secretary';
    return isHidden ? [] : [myMeeting(meeting, role)];
  });
}

/** Every record that a stream holds now. */
export function snapshotOf(db: Reader, stream: string): Promise<AnyRecord[]> {
  const { kind, subjectId } = parseStreamId(stream);
  return contributions[kind](db, subjectId);
}
