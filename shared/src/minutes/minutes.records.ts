import { z } from 'zod';
import { idSchema } from '../platform/ids.ts';
import { refusals } from './document/wire.ts';

/**
 * Biên bản: where the text of a meeting's minutes is written. Its id is the meeting's id and the room's name on the
 * minutes socket. `generation` changes when a restored backup makes older local copies unfit to merge.
 */
export const minutesSchema = z.strictObject({
  kind: z.literal('minutes'),
  id: idSchema,
  state: z.enum(['draft', 'closed']),
  generation: z.int().min(1),
});
export type Minutes = z.infer<typeof minutesSchema>;

/**
 * Why a part was set aside: what the server refused, and beside that `stranded`: its place had been deleted;
 * `generation`: it was typed into a text that a restored backup has replaced; `refused`: it stayed on a device after the
 * server had refused some of it.
 */
export const asideReasons = [...refusals, 'stranded', 'generation', 'refused'] as const;
export type AsideReason = (typeof asideReasons)[number];

/**
 * Phần ghi để riêng: text of somebody that the server could not take into the minutes. The record carries no text: that
 * is asked for over HTTP, by those who may.
 */
export const asidePartSchema = z.strictObject({
  kind: z.literal('asidePart'),
  id: idSchema,
  authorId: idSchema,
  at: z.iso.datetime(),
  reason: z.enum(asideReasons),
  state: z.enum(['waiting', 'inserted', 'dismissed']),
  decidedById: idSchema.nullable(),
  decidedAt: z.iso.datetime().nullable(),
});
export type AsidePart = z.infer<typeof asidePartSchema>;

/** The text of a part by sections in their order; `itemId` is null where its place is no more. */
export const asideTextSchema = z.strictObject({
  /** False where the bytes cannot be shown as text; they are kept as they came. */
  readable: z.boolean(),
  sections: z.array(z.strictObject({ itemId: z.string().nullable(), lines: z.array(z.string()) })),
});
export type AsideText = z.infer<typeof asideTextSchema>;

/** The stored text of the minutes, section by section; `itemId` is an agenda item's id, `opening` or `closing`. */
export const minutesTextSchema = z.strictObject({
  sections: z.array(z.strictObject({ itemId: z.string(), lines: z.array(z.string()) })),
});
export type MinutesText = z.infer<typeof minutesTextSchema>;

/** The answer to a handed-over text: false where the minutes hold every line of it, so that nothing had to be kept. */
export const asideAnswerSchema = z.strictObject({ kept: z.boolean() });
