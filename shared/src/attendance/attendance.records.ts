import { z } from 'zod';
import { instantSchema, line } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';

/** How somebody takes part: in the room, or from elsewhere. */
export const presenceModes = ['inRoom', 'remote'] as const;
export const presenceModeSchema = z.enum(presenceModes);
export type PresenceMode = z.infer<typeof presenceModeSchema>;

/** `out`: stepped out for a while. `left`: gone for good. Whoever has no record is expected. */
export const attendanceStates = [...presenceModes, 'out', 'left', 'absent'] as const;
export type AttendanceState = (typeof attendanceStates)[number];

/** From when to when somebody was there; `to` null is still. */
export const intervalSchema = z.strictObject({
  from: instantSchema,
  to: instantSchema.nullable(),
  mode: presenceModeSchema,
});
export type Interval = z.infer<typeof intervalSchema>;

/** Điểm danh: the presence of one person, as intervals. Its id is the person's. */
export const attendanceSchema = z.strictObject({
  kind: z.literal('attendance'),
  id: idSchema,
  meetingId: idSchema,
  state: z.enum(attendanceStates),
  since: instantSchema,
  /** Who said that the person is there; `code`: the person, with the code at the door. Null for who never came. */
  checkedInBy: z.enum(['self', 'code', 'secretary']).nullable(),
  intervals: z.array(intervalSchema),
});
export type Attendance = z.infer<typeof attendanceSchema>;

/** Báo vắng: why somebody does not come. For the organisers and the person only. Its id is the person's. */
export const absenceNoticeSchema = z.strictObject({
  kind: z.literal('absenceNotice'),
  id: idSchema,
  meetingId: idSchema,
  reason: line(1000),
  givenAt: instantSchema,
  givenById: idSchema,
});
export type AbsenceNotice = z.infer<typeof absenceNoticeSchema>;

/**
 * Cử người dự thay: who comes instead of whom. Its id is that of the person replaced. With the chair's consent the
 * substitute is on the attendee list; the private notes of the person replaced stay private.
 */
export const substitutionSchema = z.strictObject({
  kind: z.literal('substitution'),
  id: idSchema,
  meetingId: idSchema,
  substituteId: idSchema,
  state: z.enum(['proposed', 'consented', 'refused']),
  proposedAt: instantSchema,
  proposedById: idSchema,
  decidedAt: instantSchema.nullable(),
  decidedById: idSchema.nullable(),
});
export type Substitution = z.infer<typeof substitutionSchema>;

/** Kiểm tra túc số: how many of those who decide were there at a moment that counts. It stays as it was taken. */
export const quorumCheckSchema = z.strictObject({
  kind: z.literal('quorumCheck'),
  id: idSchema,
  meetingId: idSchema,
  at: instantSchema,
  occasion: z.enum(['opening', 'vote']),
  present: z.int().min(0),
  total: z.int().min(0),
  needed: z.int().min(0),
  met: z.boolean(),
});
export type QuorumCheck = z.infer<typeof quorumCheckSchema>;

const side = z.int().min(1).max(60);

/** One place of the room: rows count from the front, columns from the left. */
export const placeInRoomSchema = z.strictObject({ personId: idSchema, row: side, column: side });

/** Sơ đồ chỗ ngồi: who sits where. Its id is the meeting's. */
export const seatMapSchema = z.strictObject({
  kind: z.literal('seatMap'),
  id: idSchema,
  rows: side,
  columns: side,
  seats: z.array(placeInRoomSchema).max(1000),
});
export type SeatMap = z.infer<typeof seatMapSchema>;
