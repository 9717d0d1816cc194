import { z } from 'zod';
import { instantSchema, line, optionalLine } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';

/** How a member stands to an item before it is discussed, after the Estonian e-Cabinet. */
export const stances = ['noObjection', 'objection', 'wishesToSpeak'] as const;
export const stanceSchema = z.enum(stances);
export type Stance = z.infer<typeof stanceSchema>;

/** Ý kiến trước phiên họp: where one member stands on one item. For the organisers and its owner only. */
export const positionSchema = z.strictObject({
  kind: z.literal('position'),
  id: idSchema,
  meetingId: idSchema,
  agendaItemId: idSchema,
  personId: idSchema,
  stance: stanceSchema,
  remark: optionalLine(2000),
  takenAt: instantSchema,
});
export type Position = z.infer<typeof positionSchema>;

/**
 * One item of the consent block: those nobody objects to, which the chair may adopt together. Its id is the item's id.
 * It is proposed to all when the meeting opens, and stays until it is adopted, or discussed because somebody pulled it out.
 */
export const consentItemSchema = z.strictObject({
  kind: z.literal('consentItem'),
  id: idSchema,
  meetingId: idSchema,
  proposedAt: instantSchema,
  pulledOutById: idSchema.nullable(),
  pulledOutAt: instantSchema.nullable(),
});
export type ConsentItem = z.infer<typeof consentItemSchema>;

/** Those who decided, as they were counted. */
export const tallySchema = z.strictObject({
  inFavour: z.int().min(0),
  against: z.int().min(0),
  notVoting: z.int().min(0),
  /** Everybody who could decide. */
  total: z.int().min(0),
});

/** Quyết nghị: what a meeting decided, with its own result. It stays as it was taken. */
export const decisionSchema = z.strictObject({
  kind: z.literal('decision'),
  id: idSchema,
  meetingId: idSchema,
  agendaItemId: idSchema.nullable(),
  text: line(2000),
  /** `consent`: nobody objected; `vote`: the vote `voteId` decided. */
  basis: z.enum(['consent', 'vote']),
  voteId: idSchema.nullable(),
  adopted: z.boolean(),
  tally: tallySchema,
  takenAt: instantSchema,
});
export type Decision = z.infer<typeof decisionSchema>;
