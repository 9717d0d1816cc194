import { z } from 'zod';
import { instantSchema } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';

/** Trình chiếu: which paper is shown to the room, and by whom. Its id is the meeting's: one at a time. */
export const presentationSchema = z.strictObject({
  kind: z.literal('presentation'),
  id: idSchema,
  meetingId: idSchema,
  agendaItemId: idSchema,
  paperId: idSchema,
  presenterId: idSchema,
  startedAt: instantSchema,
});
export type Presentation = z.infer<typeof presentationSchema>;

const pageSchema = z.int().min(1).max(100_000);

/** A point of a page: fractions of its width and height, from the upper left corner. */
const pointSchema = z.strictObject({
  page: pageSchema,
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
});

/**
 * Where the presenter is in the paper, in the measures of the page, so that every screen can show the same part of it
 * whatever its size. Travels beside the log: the newest wins, and any may be lost.
 */
export const placeSchema = z.strictObject({
  paperId: idSchema,
  page: pageSchema,
  /** The upper left corner of what is in view; a little outside where the margin is in view too. */
  x: z.number().min(-1).max(1),
  y: z.number().min(-1).max(1),
  /** How much of the page's width is in view: 1 and more is all of it. */
  span: z.number().min(0.01).max(100),
  /** Where the presenter points, in whatever page. */
  pointer: pointSchema.nullable(),
  /** Grows with each place that one presenter tells; milliseconds of the presenter's device. */
  order: z.int().min(0),
});
export type Place = z.infer<typeof placeSchema>;
