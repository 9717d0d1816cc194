import { z } from 'zod';
import { instantSchema, line } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';

/** What a person wants the floor for: an opinion (tham luận, góp ý), a question (chất vấn), or how the meeting is run. */
export const speechTypes = ['contribution', 'interpellation', 'pointOfOrder'] as const;
export const speechTypeSchema = z.enum(speechTypes);
export type SpeechType = z.infer<typeof speechTypeSchema>;

/** `written`: the contribution was handed in as text instead. One that is `done` may be given the floor again. */
export const speakerRequestStates = ['waiting', 'speaking', 'done', 'withdrawn', 'written'] as const;

/** The longest time that a speech may be given, in seconds. */
export const mostSpeechSeconds = 7200;

/** Đăng ký phát biểu: one person's request to speak to one item, and the speech that came of it. */
export const speakerRequestSchema = z.strictObject({
  kind: z.literal('speakerRequest'),
  id: idSchema,
  meetingId: idSchema,
  agendaItemId: idSchema,
  personId: idSchema,
  type: speechTypeSchema,
  state: z.enum(speakerRequestStates),
  /** Orders those who wait for the same item. */
  position: z.number(),
  requestedAt: instantSchema,
  /** Whoever registered it: the person, or an organiser on behalf. */
  requestedById: idSchema,
  /** When the floor was given for the first time. */
  spokeAt: instantSchema.nullable(),
  /** When the floor was last given; null while the person does not have it. */
  startedAt: instantSchema.nullable(),
  secondsAllowed: z.int().min(0).max(mostSpeechSeconds),
  /** Seconds of speaking before `startedAt`. */
  secondsUsed: z.int().min(0),
  /** Seconds of the meeting's pauses before `startedAt`, which do not count as speaking. */
  pausedBefore: z.int().min(0),
  /** The written contribution. */
  text: line(5000).nullable(),
});
export type SpeakerRequest = z.infer<typeof speakerRequestSchema>;
