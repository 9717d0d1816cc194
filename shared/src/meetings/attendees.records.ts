import { z } from 'zod';
import { idSchema } from '../platform/ids.ts';
import { meetingRoleSchema } from '../platform/viewer.ts';

/** Người dự họp: one person of the attendee list. Its id is the person's id: one seat a person. */
export const attendeeSchema = z.strictObject({
  kind: z.literal('attendee'),
  id: idSchema,
  meetingId: idSchema,
  role: meetingRoleSchema,
  /** The unit through which the person was invited, if it was not by name. */
  unitId: idSchema.nullable(),
});
export type Attendee = z.infer<typeof attendeeSchema>;
