import { z } from 'zod';
import { dateSchema, instantSchema, line, optionalLine } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';

/** How far the work is. How it stands against its due date is derived, never stored: see `timeStatus`. */
export const progressStates = [
  'notStarted',
  'inProgress',
  'awaitingConfirmation',
  'completed',
  'rework',
  'declined',
] as const;
export const progressStateSchema = z.enum(progressStates);
export type ProgressState = z.infer<typeof progressStateSchema>;

/** How often a standing assignment is to be reported. */
export const recurrenceSchema = z.strictObject({
  every: z.enum(['week', 'month', 'quarter', 'year']),
  day: z.int().min(1).max(31).nullable(),
});

/** Nhiệm vụ được giao. Exactly one lead unit (Decree 39/2022), any number of coordinating units. */
export const assignmentSchema = z.strictObject({
  kind: z.literal('assignment'),
  id: idSchema,
  content: line(2000),
  leadUnitId: idSchema,
  coordinatingUnitIds: z.array(idSchema).max(200),
  dueDate: dateSchema.nullable(),
  recurrence: recurrenceSchema.nullable(),
  assignedAt: instantSchema,
  assignedById: idSchema,
  meetingId: idSchema,
  agendaItemId: idSchema.nullable(),
  /** The sentence of the minutes that it comes from. */
  quote: optionalLine(2000),
  responsibleId: idSchema.nullable(),
  progress: progressStateSchema,
  percent: z.int().min(0).max(100),
  acceptedAt: instantSchema.nullable(),
  lastReport: optionalLine(2000),
  lastReportAt: instantSchema.nullable(),
  /** The day on which the unit declared the work done. */
  completedOn: dateSchema.nullable(),
  /** Grows with every change, so that a shown history knows when it is old. */
  revision: z.int().min(1),
});
export type Assignment = z.infer<typeof assignmentSchema>;

/** One step in the life of an assignment, as its history tells it. */
export const assignmentEntrySchema = z.strictObject({
  id: idSchema,
  at: instantSchema,
  byId: idSchema,
  type: z.enum([
    'assigned',
    'corrected',
    'accepted',
    'declined',
    'responsibleNamed',
    'reported',
    'submitted',
    'confirmed',
    'returned',
  ]),
  note: optionalLine(2000),
  percent: z.int().nullable(),
  /** What the step changed, where the note does not tell it. */
  changed: z.strictObject({
    responsibleId: idSchema.optional(),
    dueDate: z.strictObject({ before: dateSchema.nullable(), after: dateSchema.nullable() }).optional(),
    /** The wording before. */
    content: z.strictObject({ before: line(2000) }).optional(),
    recurrence: z
      .strictObject({ before: recurrenceSchema.nullable(), after: recurrenceSchema.nullable() })
      .optional(),
    coordination: z.strictObject({ added: z.array(idSchema), removed: z.array(idSchema) }).optional(),
  }),
});
export type AssignmentEntry = z.infer<typeof assignmentEntrySchema>;
