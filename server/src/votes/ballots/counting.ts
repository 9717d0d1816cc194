import { randomInt } from 'node:crypto';
import type { Decision } from '@nghisu/shared/decisions/decisions.records.ts';
import { localDate } from '@nghisu/shared/platform/dates.ts';
import { put } from '@nghisu/shared/platform/feed.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { ChairSide } from '@nghisu/shared/rulePacks/majority.ts';
import { rulesFor } from '@nghisu/shared/rulePacks/rulePacks.ts';
import type { Choice, Vote } from '@nghisu/shared/votes/votes.records.ts';
import { resultOf } from '@nghisu/shared/votes/votes.rules.ts';
import { insertDecisions } from '../../decisions/decisions.store.ts';
import { meetingById } from '../../meetings/meetings.store.ts';
import type { Db, Tx } from '../../platform/database/db.ts';
import type { Log } from '../../platform/log.ts';
import { appendEvents, lockStreams, type StoredEvent } from '../../platform/streams/streams.ts';
import { changeVote, voteById, votesToCount } from '../votes.store.ts';
import type { BallotKeys } from './ballotKeys.ts';
import { boxesOf, deleteBoxes, openBallotsOf, turnoutOf } from './ballots.store.ts';
import { openSealed } from './sealing.ts';

export type CountingParts = {
  readonly db: Db;
  readonly keys: BallotKeys;
  readonly log: Log;
  readonly publish: (events: readonly StoredEvent[]) => void;
};

/** Counts votes whose casting has ended. Every process may try: one of them does it, and a crash leaves it to the next. */
export class Counting {
  readonly #parts: CountingParts;

  constructor(parts: CountingParts) {
    this.#parts = parts;
  }

  /** Counts what waits for it. To be called when casting ends, and every few seconds. */
  async countAll(): Promise<void> {
    for (const voteId of await votesToCount(this.#parts.db)) await this.count(voteId);
  }

  /** Counts one vote; nothing where it was counted already. */
  async count(voteId: string): Promise<void> {
    const { db, keys, log, publish } = this.#parts;
    const vote = await voteById(db, voteId);
    if (vote?.state !== 'counting') return;
    const stream = `meeting:${vote.meetingId}`;
    const done = await db.transaction(async tx => {
      const { locked, now } = await lockStreams(tx, [stream]);
      const counting = await voteById(tx, voteId, 'update');
      if (counting?.state !== 'counting') return null;
      const outcome = await countIn(tx, keys, counting, now);
      const source = { commandId: newId(), by: null, at: now };
      const stored = await appendEvents(tx, locked, [{ ...outcome, stream }], source);
      return { stored, otherHalf: await keys.forget(tx, voteId) };
    });
    if (!done) return;
    publish(done.stored);
    if (done.otherHalf) {
      await keys
        .destroy(done.otherHalf)
        .catch(error => log.error({ err: error, voteId }, 'half of the key of a vote was not destroyed'));
    }
  }
}

async function countIn(tx: Tx, keys: BallotKeys, vote: Vote, now: string) {
  const ballots = vote.secret ? await unsealed(tx, keys, vote) : await named(tx, vote);
  if (ballots === 'lost') {
    // Restored from a backup, which never holds a whole key: nobody can count this, and nobody shall.
    await deleteBoxes(tx, vote.id);
    const cancelled = await changeVote(tx, vote.id, { state: 'cancelled' });
    return { type: 'votes.keyLost', changes: [put(cancelled)] };
  }
  const meeting = (await meetingById(tx, vote.meetingId))!;
  const rules = rulesFor(meeting.type, localDate(meeting.startsAt));
  const electorate = { members: vote.electorate, present: vote.electorate };
  const turnout = await turnoutOf(tx, vote.id);
  if (ballots.choices.length !== turnout)
    throw new Error(`vote ${vote.id}: ${ballots.choices.length} ballots of ${turnout} voters`);
  const side = vote.secret ? null : sideOf(ballots.rollCall, meeting.chairId);
  const result = resultOf(vote, rules, ballots.choices, electorate, side);
  await deleteBoxes(tx, vote.id);
  const closed = await changeVote(tx, vote.id, {
    state: 'closed',
    turnout,
    result,
    rollCall: ballots.rollCall,
  });
  const decision = await decisionOf(tx, closed, newId(), now);
  return { type: 'votes.counted', changes: [put(closed), ...(decision ? [put(decision)] : [])] };
}

type Counted = { readonly choices: Choice[][]; readonly rollCall: Vote['rollCall'] };

async function named(tx: Tx, vote: Vote): Promise<Counted> {
  const ballots = await openBallotsOf(tx, vote.id);
  const rollCall = ballots.map(({ personId, choices, opinion }) => ({
    personId,
    choices: [...choices],
    opinion,
  }));
  return { choices: rollCall.map(entry => entry.choices), rollCall };
}

/** The choices alone, in an order drawn anew: nothing after this line knows in which order the boxes stood. */
async function unsealed(tx: Tx, keys: BallotKeys, vote: Vote): Promise<Counted | 'lost'> {
  const boxes = await boxesOf(tx, vote.id);
  if (boxes.length === 0) return { choices: [], rollCall: null };
  const pair = await keys.pair(tx, vote.id);
  if (pair === null || pair === 'lost') return 'lost';
  const choices = boxes.map(box => openSealed(box, pair, vote.id) as Choice[]);
  for (let last = choices.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [choices[last], choices[other]] = [choices[other]!, choices[last]!];
  }
  return { choices, rollCall: null };
}

function sideOf(rollCall: Vote['rollCall'], chairId: string): ChairSide {
  const choice = rollCall?.find(entry => entry.personId === chairId)?.choices[0];
  return choice === 'inFavour' || choice === 'against' ? choice : null;
}

/** Writes what a vote decided; null while it waits for the chair, or where it decided nothing by the law's answers. */
export async function decisionOf(tx: Tx, vote: Vote, id: string, takenAt: string): Promise<Decision | null> {
  const { result } = vote;
  if (!result || result.adopted === null) return null;
  const countOf = (choice: Choice): number => result.counts.find(one => one.choice === choice)?.count ?? 0;
  const label = vote.options.find(option => option.id === result.chosen)?.label;
  const decision: Decision = {
    kind: 'decision',
    id,
    meetingId: vote.meetingId,
    agendaItemId: vote.agendaItemId,
    text: label ? `${vote.question}: ${label}` : vote.question,
    basis: 'vote',
    voteId: vote.id,
    adopted: result.adopted,
    tally: {
      inFavour: label ? countOf(result.chosen!) : countOf('inFavour'),
      against: countOf('against'),
      notVoting: countOf('notVoting'),
      total: vote.electorate,
    },
    takenAt,
  };
  await insertDecisions(tx, [decision]);
  return decision;
}
