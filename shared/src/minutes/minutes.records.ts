import { z } from 'zod';
import { idSchema } from '../platform/ids.ts';

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
