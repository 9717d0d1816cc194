import { AppError } from '@nghisu/shared/platform/errors.ts';
import { noSeat } from '@nghisu/shared/platform/viewer.ts';
import type { Ballot } from '@nghisu/shared/votes/ballots.ts';
import { mayVote } from '@nghisu/shared/votes/votes.policy.ts';
import type { Vote } from '@nghisu/shared/votes/votes.records.ts';
import { isValidBallot } from '@nghisu/shared/votes/votes.rules.ts';
import { seatsIn } from '../../attendance/admission/seats.store.ts';
import { isDatabaseAway } from '../../platform/database/away.ts';
import type { Db, Tx } from '../../platform/database/db.ts';
import type { Log } from '../../platform/log.ts';
import { voteById } from '../votes.store.ts';
import type { BallotKeys } from './ballotKeys.ts';
import { checkOff, type Elector, lockElectors, putOpen, putSealed } from './ballots.store.ts';
import { seal } from './sealing.ts';

export type BallotBoxParts = {
  readonly db: Db;
  readonly keys: BallotKeys;
  readonly log: Log;
  /** Ballots were committed: the turnout has changed. */
  readonly onCast: (vote: Vote) => void;
};

type Waiting = {
  readonly ballot: Ballot;
  readonly personId: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
};

/** As many ballots as share a transaction at most. */
const largestBatch = 500;

/**
 * Takes ballots. Whatever waits for one vote shares a transaction, in which the vote cannot be closed; it is answered
 * after the commit. Of a ballot nothing is logged, told or kept beside its row: not its choice, its time or its order.
 */
export class BallotBox {
  readonly #parts: BallotBoxParts;
  readonly #queues = new Map<string, Waiting[]>();

  constructor(parts: BallotBoxParts) {
    this.#parts = parts;
  }

  /**
   * Done when the ballot is committed: it counts then, also after kill -9. The same ballot again changes nothing. Throws
   * `not_found` for whoever may not vote there, `conflict` where the vote is not open or the ballot cannot be changed.
   */
  cast(ballot: Ballot, personId: string): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const waiting = { ballot, personId, resolve, reject };
      const queue = this.#queues.get(ballot.voteId);
      if (queue) return void queue.push(waiting);
      const started = [waiting];
      this.#queues.set(ballot.voteId, started);
      void this.#drain(ballot.voteId, started);
    });
  }

  async #drain(voteId: string, queue: Waiting[]): Promise<void> {
    // What arrives in the same turn goes along.
    await new Promise<void>(resolve => setImmediate(resolve));
    while (queue.length > 0) await this.#take(voteId, queue.splice(0, largestBatch));
    this.#queues.delete(voteId);
  }

  async #take(voteId: string, batch: readonly Waiting[]): Promise<void> {
    const { db, keys, log, onCast } = this.#parts;
    try {
      const vote = await voteById(db, voteId);
      if (!vote) throw new AppError('not_found');
      const key = vote.secret && vote.state === 'open' ? await keys.publicKey(voteId) : null;
      const refused = await db.transaction(tx => judgeAndPut(tx, voteId, batch, key));
      for (const waiting of batch) {
        const error = refused.get(waiting);
        if (error) waiting.reject(error);
        else waiting.resolve();
      }
      if (refused.size < batch.length) onCast(vote);
    } catch (error) {
      // Nothing of the ballots goes into the log, not even with an error.
      if (!(error instanceof AppError) && !isDatabaseAway(error))
        log.error({ voteId, problem: (error as Error).name }, 'ballots could not be taken');
      const answer = error instanceof AppError ? error : new AppError('unavailable');
      for (const { reject } of batch) reject(answer);
    }
  }
}

/** Puts what may be put and answers why the rest may not. */
async function judgeAndPut(
  tx: Tx,
  voteId: string,
  batch: readonly Waiting[],
  key: Buffer | null,
): Promise<Map<Waiting, AppError>> {
  const vote = (await voteById(tx, voteId, 'share'))!;
  const personIds = [...new Set(batch.map(waiting => waiting.personId))];
  const electors = await lockElectors(tx, voteId, personIds);
  // Whoever left the list since the opening, or declared a conflict of interest, votes no more.
  const seats = await seatsIn(tx, vote.meetingId, personIds);
  const refused = new Map<Waiting, AppError>();
  const put = new Map<string, Ballot>();
  for (const waiting of batch) {
    const { ballot, personId } = waiting;
    const isVoter = mayVote(seats.get(personId) ?? noSeat, vote);
    const before = isVoter ? (put.get(personId) ?? electors.get(personId)) : undefined;
    const error = before ? refusalOf(vote, ballot, before) : new AppError('not_found');
    if (error) refused.set(waiting, error);
    else if (ballot.turn > before!.turn) put.set(personId, ballot);
  }
  await putAll(tx, vote, put, key);
  return refused;
}

function refusalOf(vote: Vote, ballot: Ballot, before: Pick<Elector, 'ballotId' | 'turn'>): AppError | null {
  // A ballot that is in the box stays in it: its voter may ask again as often as the answer gets lost.
  if (before.ballotId === ballot.ballotId) return null;
  if (vote.state !== 'open') return new AppError('conflict', 'votes.notOpen');
  const isTaken = isValidBallot(vote, ballot.choices) && (vote.takesOpinions || ballot.opinion === '');
  if (!isTaken) return new AppError('conflict', 'votes.badBallot');
  const isSecond = before.ballotId !== null;
  return isSecond && !vote.mayChange ? new AppError('conflict', 'votes.alreadyCast') : null;
}

async function putAll(
  tx: Tx,
  vote: Vote,
  put: ReadonlyMap<string, Ballot>,
  key: Buffer | null,
): Promise<void> {
  if (put.size === 0) return;
  const rows = [...put].map(([personId, ballot]) => ({ personId, ...ballot }));
  await checkOff(tx, vote.id, rows);
  if (!vote.secret) {
    await putOpen(
      tx,
      vote.id,
      rows.map(({ personId, choices, opinion }) => ({ personId, choices, opinion })),
    );
    return;
  }
  if (!key) throw new AppError('unavailable');
  const sealed = rows.map(({ personId, choices }) => ({ personId, sealed: seal(choices, key, vote.id) }));
  await putSealed(tx, vote.id, sealed);
}
