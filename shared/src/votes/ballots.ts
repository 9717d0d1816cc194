import { z } from 'zod';
import { optionalLine } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';
import { choiceSchema } from './votes.records.ts';

/**
 * A ballot as its voter sends it. It is no command: the log would keep a hash of what was chosen, and three choices are
 * soon tried. The same `ballotId` again counts once, whatever got lost on the way; where the vote lets a ballot be changed,
 * the one with the highest `turn` counts.
 */
export const ballotSchema = z.strictObject({
  voteId: idSchema,
  ballotId: idSchema,
  turn: z.int().min(1).max(1_000_000),
  choices: z.array(choiceSchema).min(1).max(20),
  opinion: optionalLine(1000).default(''),
});
export type Ballot = z.infer<typeof ballotSchema>;

/** What a voter may ask of the own ballot; the choices of an open vote only. */
export const ownBallotSchema = z.strictObject({
  /** May this person vote here at all? */
  eligible: z.boolean(),
  cast: z.boolean(),
  turn: z.int().min(0),
  choices: z.array(choiceSchema).nullable(),
});
export type OwnBallot = z.infer<typeof ownBallotSchema>;
