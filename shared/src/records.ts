import { z } from 'zod';
import { agendaSight } from './agenda/agenda.policy.ts';
import { agendaItemSchema } from './agenda/agenda.records.ts';
import { assignmentsSight } from './assignments/assignments.policy.ts';
import { assignmentSchema } from './assignments/assignments.records.ts';
import { admissionSight } from './attendance/admission.policy.ts';
import { admissionSchema, recusalSchema } from './attendance/admission.records.ts';
import { attendanceSight } from './attendance/attendance.policy.ts';
import {
  absenceNoticeSchema,
  attendanceSchema,
  quorumCheckSchema,
  seatMapSchema,
  substitutionSchema,
} from './attendance/attendance.records.ts';
import { decisionsSight } from './decisions/decisions.policy.ts';
import { consentItemSchema, decisionSchema, positionSchema } from './decisions/decisions.records.ts';
import { attendeeSchema } from './meetings/attendees.records.ts';
import { meetingsSight } from './meetings/meetings.policy.ts';
import { meetingSchema, myMeetingSchema } from './meetings/meetings.records.ts';
import { minutesSight } from './minutes/minutes.policy.ts';
import { asidePartSchema, minutesSchema } from './minutes/minutes.records.ts';
import { organisationSight } from './organisation/organisation.policy.ts';
import { personSchema, postSchema, roomSchema, unitSchema } from './organisation/organisation.records.ts';
import { papersSight } from './papers/papers.policy.ts';
import { paperReadingSchema, paperSchema } from './papers/papers.records.ts';
import type { AnyRecord } from './platform/feed.ts';
import type { Viewer } from './platform/viewer.ts';
import { presentationSight } from './presentation/presentation.policy.ts';
import { presentationSchema } from './presentation/presentation.records.ts';
import { speakersSight } from './speakers/speakers.policy.ts';
import { speakerRequestSchema } from './speakers/speakers.records.ts';
import { votesSight } from './votes/votes.policy.ts';
import { voteSchema } from './votes/votes.records.ts';

/** Every record that a stream may carry. */
export const recordSchema = z.discriminatedUnion('kind', [
  unitSchema,
  personSchema,
  postSchema,
  roomSchema,
  meetingSchema,
  myMeetingSchema,
  attendeeSchema,
  agendaItemSchema,
  attendanceSchema,
  absenceNoticeSchema,
  substitutionSchema,
  quorumCheckSchema,
  seatMapSchema,
  recusalSchema,
  admissionSchema,
  paperSchema,
  paperReadingSchema,
  positionSchema,
  consentItemSchema,
  decisionSchema,
  presentationSchema,
  speakerRequestSchema,
  voteSchema,
  minutesSchema,
  asidePartSchema,
  assignmentSchema,
]);
export type ProductRecord = z.infer<typeof recordSchema>;
export type RecordKind = ProductRecord['kind'];
/** Every kind that a stream may carry. */
export const recordKinds: readonly RecordKind[] = recordSchema.options.map(option => option.shape.kind.value);
export type RecordOf<Kind extends RecordKind> = Extract<ProductRecord, { kind: Kind }>;

type Sight = { [Kind in RecordKind]: (viewer: Viewer, record: RecordOf<Kind>) => boolean };

/** Who may see which record. A kind without a rule does not compile. */
export const sight: Sight = {
  ...organisationSight,
  ...meetingsSight,
  ...agendaSight,
  ...attendanceSight,
  ...admissionSight,
  ...papersSight,
  ...decisionsSight,
  ...presentationSight,
  ...speakersSight,
  ...votesSight,
  ...minutesSight,
  ...assignmentsSight,
};

/** True where the viewer may see the record; a kind that is not known is seen by nobody. */
export function canSee(viewer: Viewer, record: AnyRecord): boolean {
  const rule = sight[record.kind as RecordKind] as
    | ((viewer: Viewer, record: AnyRecord) => boolean)
    | undefined;
  return rule?.(viewer, record) === true;
}
