import { z } from 'zod';
import { instantSchema, line, optionalLine } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';

export const agendaItemStates = ['planned', 'current', 'done', 'carriedOver'] as const;
export const agendaItemStateSchema = z.enum(agendaItemStates);
export type AgendaItemState = z.infer<typeof agendaItemStateSchema>;

/** Nội dung họp: one item of the agenda, nested one level at most. */
export const agendaItemSchema = z.strictObject({
  kind: z.literal('agendaItem'),
  id: idSchema,
  meetingId: idSchema,
  parentId: idSchema.nullable(),
  /** Orders siblings; a number between two others needs no other item to change. */
  position: z.number(),
  title: line(500),
  /** Cơ quan trình. */
  unitId: idSchema.nullable(),
  presenterId: idSchema.nullable(),
  minutesPlanned: z.int().min(0).max(600),
  note: optionalLine(2000),
  state: agendaItemStateSchema,
  /** Seconds of discussion before `startedAt`. */
  secondsUsed: z.int().min(0),
  /** When it last became the current item; null while it is not. */
  startedAt: instantSchema.nullable(),
  /** Seconds of the meeting's pauses before `startedAt`, which do not count as discussion. */
  pausedBefore: z.int().min(0),
  /** The later meeting that took an unfinished item over. */
  carriedToMeetingId: idSchema.nullable(),
});
export type AgendaItem = z.infer<typeof agendaItemSchema>;
