import { z } from 'zod';
import { command } from '../platform/commands.ts';
import { line } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';
import { mostSpeechSeconds, speechTypeSchema } from './speakers.records.ts';

const request = { requestId: idSchema, agendaItemId: idSchema };

/**
 * Commands of the floor. `giveFloor` ends the speech under way, so that one person speaks at a time; without
 * `secondsAllowed` the time of the request stays. `write` hands in a contribution as text: a new one, instead of a
 * request of one's own that waits, or as a correction of what one wrote before. `move` keeps points of order first.
 */
export const speakersCommands = {
  'speakers.request': command('meeting', z.strictObject({ ...request, type: speechTypeSchema })),
  'speakers.requestFor': command(
    'meeting',
    z.strictObject({ ...request, personId: idSchema, type: speechTypeSchema }),
  ),
  'speakers.withdraw': command('meeting', z.strictObject({ requestId: idSchema })),
  'speakers.write': command('meeting', z.strictObject({ ...request, text: line(5000) })),
  'speakers.move': command('meeting', z.strictObject({ requestId: idSchema, beforeId: idSchema.nullable() })),
  'speakers.giveFloor': command(
    'meeting',
    z.strictObject({
      requestId: idSchema,
      secondsAllowed: z.int().min(30).max(mostSpeechSeconds).optional(),
    }),
  ),
  'speakers.takeFloor': command('meeting', z.strictObject({ requestId: idSchema })),
  'speakers.extend': command(
    'meeting',
    z.strictObject({ requestId: idSchema, seconds: z.int().min(30).max(3600) }),
  ),
};
