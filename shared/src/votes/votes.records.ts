import { z } from 'zod';
import { instantSchema, line, optionalLine } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';

/** The answers of the law: Tán thành, Không tán thành, Không biểu quyết. */
export const answers = ['inFavour', 'against', 'notVoting'] as const;
export const answerSchema = z.enum(answers);

/** What may be chosen where a vote has options of its own. */
export const optionSchema = z.strictObject({ id: idSchema, label: line(300) });

/** How a choice is named in a ballot: one of the law's answers, or the id of an option. */
export const choiceSchema = z.union([answerSchema, idSchema]);
export type Choice = z.infer<typeof choiceSchema>;

const countSchema = z.int().min(0);

/** What a closed vote decided, with all that explains it in one line. */
export const voteResultSchema = z.strictObject({
  /** Ballots by choice; of a vote with several choices a ballot counts for each. */
  counts: z.array(z.strictObject({ choice: choiceSchema, count: countSchema })),
  /** Electronic ballots and ballots on paper. */
  ballots: countSchema,
  onPaper: countSchema,
  /** The majority is counted of this number, and this many are needed. */
  base: countSchema,
  needed: countSchema,
  tied: z.boolean(),
  /** What was chosen: `inFavour` where the question was adopted; null where nothing was. */
  chosen: choiceSchema.nullable(),
  /** Null while a tie waits for the chair. */
  adopted: z.boolean().nullable(),
});
export type VoteResult = z.infer<typeof voteResultSchema>;

export const voteStates = ['prepared', 'open', 'counting', 'closed', 'cancelled'] as const;

/**
 * Biểu quyết. While it is open it tells how many have voted, and nothing of how; the ballots themselves never travel in
 * a stream. `mostChoices` above 1 lets several options be chosen.
 */
export const voteSchema = z.strictObject({
  kind: z.literal('vote'),
  id: idSchema,
  meetingId: idSchema,
  agendaItemId: idSchema.nullable(),
  question: line(1000),
  secret: z.boolean(),
  /** Empty: the answers of the law. */
  options: z.array(optionSchema).max(20),
  mostChoices: z.int().min(1).max(20),
  /** A ballot may be given again until the vote closes; the last one counts. */
  mayChange: z.boolean(),
  /** Another opinion may be written; in open votes only, for handwriting would tell. */
  takesOpinions: z.boolean(),
  state: z.enum(voteStates),
  openedAt: instantSchema.nullable(),
  closedAt: instantSchema.nullable(),
  /** Who could vote, as it stood at the opening. */
  electorate: countSchema,
  /** Of them, how many have. */
  turnout: countSchema,
  result: voteResultSchema.nullable(),
  /** Who chose what, of an open vote that is closed. */
  rollCall: z
    .array(
      z.strictObject({ personId: idSchema, choices: z.array(choiceSchema), opinion: optionalLine(1000) }),
    )
    .nullable(),
});
export type Vote = z.infer<typeof voteSchema>;
