import { canFollowMeeting } from '@nghisu/shared/meetings/meetings.policy.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { isId } from '@nghisu/shared/platform/ids.ts';
import type { Viewer } from '@nghisu/shared/platform/viewer.ts';
import { ballotSchema, type OwnBallot } from '@nghisu/shared/votes/ballots.ts';
import { votesSight } from '@nghisu/shared/votes/votes.policy.ts';
import type { Vote } from '@nghisu/shared/votes/votes.records.ts';
import { type Request, Router } from 'express';
import { meetingById } from '../../meetings/meetings.store.ts';
import { parseOrThrow } from '../../platform/commands/runCommand.ts';
import type { Db, Reader } from '../../platform/database/db.ts';
import { jsonBody } from '../../platform/web/http.ts';
import { voteById } from '../votes.store.ts';
import type { BallotBox } from './ballotBox.ts';
import { electorOf, openBallotsOf } from './ballots.store.ts';

type Parts = {
  readonly db: Db;
  readonly box: BallotBox;
  /** Who is logged in; throws `unauthenticated`. */
  readonly personOf: (request: Request) => Promise<string>;
  readonly viewerOf: (db: Reader, personId: string, meetingId: string | null) => Promise<Viewer | null>;
};

/** The door of ballots, and what a voter may ask of the own one. */
export function ballotsRoutes({ db, box, personOf, viewerOf }: Parts): Router {
  const router = Router();

  router.post('/api/ballots', jsonBody, async (request, response) => {
    const personId = await personOf(request);
    await box.cast(parseOrThrow(ballotSchema, request.body), personId);
    response.json({});
  });

  router.get('/api/votes/:voteId/ballot', async (request, response) => {
    const personId = await personOf(request);
    const voteId = String(request.params.voteId);
    const vote = isId(voteId) ? await voteById(db, voteId) : null;
    if (!vote || !(await mayKnow(personId, vote))) throw new AppError('not_found');
    response.set('Cache-Control', 'no-store').json(await ownBallot(db, vote, personId));
  });

  const mayKnow = async (personId: string, vote: Vote): Promise<boolean> => {
    const viewer = await viewerOf(db, personId, vote.meetingId);
    const meeting = await meetingById(db, vote.meetingId);
    return (
      viewer !== null &&
      meeting !== null &&
      canFollowMeeting(viewer, meeting) &&
      votesSight.vote(viewer, vote)
    );
  };
  return router;
}

async function ownBallot(db: Reader, vote: Vote, personId: string): Promise<OwnBallot> {
  const elector = await electorOf(db, vote.id, personId);
  const cast = elector !== null && elector.ballotId !== null;
  const own = vote.secret || !cast ? [] : await openBallotsOf(db, vote.id);
  const choices = own.find(ballot => ballot.personId === personId)?.choices ?? null;
  return { eligible: elector !== null, cast, turn: elector?.turn ?? 0, choices: choices && [...choices] };
}
