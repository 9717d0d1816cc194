import { z } from 'zod';
import { instantSchema, line } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';

/**
 * Xin không tham gia: a person has a conflict of interest in an item, and has nothing to do with it from `declaredAt` on:
 * neither papers nor minutes, speech or vote. It stays on record after it has ended.
 */
export const recusalSchema = z.strictObject({
  kind: z.literal('recusal'),
  id: idSchema,
  meetingId: idSchema,
  agendaItemId: idSchema,
  personId: idSchema,
  reason: line(1000),
  declaredAt: instantSchema,
  /** The person, or an organiser to whom it was said aloud. */
  declaredById: idSchema,
  endedAt: instantSchema.nullable(),
  endedById: idSchema.nullable(),
});
export type Recusal = z.infer<typeof recusalSchema>;

/** Mời dự một số nội dung: an invitee or observer takes part in these items only. Its id is the person's. */
export const admissionSchema = z.strictObject({
  kind: z.literal('admission'),
  id: idSchema,
  meetingId: idSchema,
  agendaItemIds: z.array(idSchema).max(200),
});
export type Admission = z.infer<typeof admissionSchema>;
