import { idSchema } from '@nghisu/shared/platform/ids.ts';
import { ballotSchema, ownBallotSchema } from '@nghisu/shared/votes/ballots.ts';
import { z } from 'zod';
import type { Operation } from '../../api/openapi.ts';

/** The doors of ballots, in the outside contract. */
export const ballotsOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/ballots',
    summary:
      'Cast a ballot. The answer means that it is committed. The same ballotId again changes nothing; where the vote lets ' +
      'ballots be changed, the one with the highest turn counts.',
    body: { type: 'application/json', schema: ballotSchema },
    answer: { status: 200, schema: z.strictObject({}), summary: 'It is in the box' },
  },
  {
    method: 'get',
    path: '/api/votes/{voteId}/ballot',
    summary: 'Whether I may vote and have voted; of an open vote also how',
    parameters: [{ name: 'voteId', in: 'path', required: true, schema: idSchema }],
    answer: { status: 200, schema: ownBallotSchema, summary: 'The own ballot' },
  },
];
