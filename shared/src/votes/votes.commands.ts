import { z } from 'zod';
import { command } from '../platform/commands.ts';
import { line } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';
import { answerSchema, optionSchema } from './votes.records.ts';

const question = {
  voteId: idSchema,
  agendaItemId: idSchema.nullable(),
  question: line(1000),
  secret: z.boolean(),
  options: z.array(optionSchema).max(20),
  mostChoices: z.int().min(1).max(20),
  mayChange: z.boolean(),
  takesOpinions: z.boolean(),
};

/**
 * Commands of a vote's life. Ballots are cast by another door (see `ballots.ts`). `close` ends the casting; the count
 * follows by itself. `breakTie` says which side the chair is on, where nobody may know it from a ballot.
 */
export const votesCommands = {
  'votes.prepare': command('meeting', z.strictObject(question)),
  'votes.edit': command('meeting', z.strictObject(question)),
  'votes.remove': command('meeting', z.strictObject({ voteId: idSchema })),
  'votes.open': command('meeting', z.strictObject({ voteId: idSchema })),
  'votes.close': command('meeting', z.strictObject({ voteId: idSchema })),
  'votes.cancel': command('meeting', z.strictObject({ voteId: idSchema })),
  'votes.breakTie': command(
    'meeting',
    z.strictObject({ voteId: idSchema, side: answerSchema.exclude(['notVoting']) }),
  ),
};
