import { z } from 'zod';
import { instantSchema, line } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';
import { meetingRoleSchema } from '../platform/viewer.ts';

/** Kinds of meeting, from Decision 45/2018/QĐ-TTg and the Law on Organisation of Local Government. */
export const meetingTypes = [
  'regularSession',
  'thematicSession',
  'extraordinarySession',
  'briefingMeeting',
  'workingMeeting',
  'onlineConference',
  'citizenReception',
] as const;
export const meetingTypeSchema = z.enum(meetingTypes);
export type MeetingType = z.infer<typeof meetingTypeSchema>;

export const meetingStates = ['draft', 'published', 'running', 'paused', 'closed', 'cancelled'] as const;
export const meetingStateSchema = z.enum(meetingStates);
export type MeetingState = z.infer<typeof meetingStateSchema>;

/** Cuộc họp. */
export const meetingSchema = z.strictObject({
  kind: z.literal('meeting'),
  id: idSchema,
  type: meetingTypeSchema,
  title: line(300),
  startsAt: instantSchema,
  minutesPlanned: z.int().min(5).max(2880),
  roomId: idSchema.nullable(),
  chairId: idSchema,
  state: meetingStateSchema,
  openedAt: instantSchema.nullable(),
  /** When the running pause began. */
  pausedAt: instantSchema.nullable(),
  /** Seconds of all pauses that ended. */
  pausedSeconds: z.int().min(0),
  closedAt: instantSchema.nullable(),
  createdById: idSchema,
});
export type Meeting = z.infer<typeof meetingSchema>;

/** A meeting as the calendar of one invited person shows it; lives in that person's own stream. */
export const myMeetingSchema = z.strictObject({
  kind: z.literal('myMeeting'),
  id: idSchema,
  type: meetingTypeSchema,
  title: line(300),
  startsAt: instantSchema,
  minutesPlanned: z.int(),
  roomId: idSchema.nullable(),
  chairId: idSchema,
  state: meetingStateSchema,
  role: meetingRoleSchema,
});
export type MyMeeting = z.infer<typeof myMeetingSchema>;
