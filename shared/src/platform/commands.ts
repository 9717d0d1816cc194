import { z } from 'zod';
import { type StreamKind, streamIdSchema } from './feed.ts';
import { idSchema } from './ids.ts';

/** What a command is: the kind of stream it is sent to, and the shape of its input. */
export type CommandDefinition<Input extends z.ZodType = z.ZodType> = {
  readonly stream: StreamKind;
  readonly input: Input;
};

/** Declares a command sent to streams of one kind. */
export const command = <Input extends z.ZodType>(
  stream: StreamKind,
  input: Input,
): CommandDefinition<Input> => ({
  stream,
  input,
});

/** The envelope of a command. The id is made by the client and makes a resend harmless for ever (S7). */
export const commandEnvelopeSchema = z.strictObject({
  id: idSchema,
  stream: streamIdSchema,
  name: z.string().max(64),
  input: z.unknown(),
});
export type CommandEnvelope = z.infer<typeof commandEnvelopeSchema>;
