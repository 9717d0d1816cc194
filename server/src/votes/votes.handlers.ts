import type { CommandData } from '@nghisu/shared/commands.ts';
import { isEditable } from '@nghisu/shared/meetings/meetings.rules.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { drop, put } from '@nghisu/shared/platform/feed.ts';
import { mayVote } from '@nghisu/shared/votes/votes.policy.ts';
import type { Vote } from '@nghisu/shared/votes/votes.records.ts';
import { agendaItemOf } from '../agenda/agenda.store.ts';
import { seatsIn } from '../attendance/admission/seats.store.ts';
import { recordQuorum } from '../attendance/attendanceFollow.ts';
import { attendeesOf } from '../meetings/attendees.store.ts';
import { meetingById } from '../meetings/meetings.store.ts';
import type { Context, Handler, Handlers } from '../platform/commands/handler.ts';
import type { Outcome } from '../platform/streams/streams.ts';
import { decisionOf } from './ballots/counting.ts';
import { changeVote, deleteVote, freezeElectorate, insertVote, voteById, votesOf } from './votes.store.ts';

type Names =
  | 'votes.prepare'
  | 'votes.edit'
  | 'votes.remove'
  | 'votes.open'
  | 'votes.close'
  | 'votes.cancel'
  | 'votes.breakTie';
type Question = CommandData<'votes.prepare'>;

/** The vote of this meeting, which nobody else changes meanwhile. */
async function voteOf({ tx, subjectId }: Context, voteId: string): Promise<Vote> {
  const vote = await voteById(tx, voteId, 'update');
  if (vote?.meetingId !== subjectId) throw new AppError('not_found');
  return vote;
}

async function checkQuestion({ tx, subjectId }: Context, question: Question): Promise<void> {
  const { options, secret, takesOpinions, agendaItemId } = question;
  const distinct = new Set([...options.map(option => option.id), ...options.map(option => option.label)]);
  if (options.length === 1 || distinct.size < options.length * 2)
    throw new AppError('conflict', 'votes.needsTwoOptions');
  if (secret && takesOpinions) throw new AppError('conflict', 'votes.opinionsTell');
  if (agendaItemId !== null && !(await agendaItemOf(tx, subjectId, agendaItemId)))
    throw new AppError('not_found');
}

async function preparedVote(context: Context, voteId: string): Promise<Vote> {
  const vote = await voteOf(context, voteId);
  if (vote.state !== 'prepared') throw new AppError('conflict', 'votes.notPrepared');
  return vote;
}

const fieldsOf = ({ voteId: _, ...fields }: Question) => fields;

export const votesHandlers: Handlers<Names> = {
  'votes.prepare': {
    run: async (context, question) => {
      const { tx, subjectId: meetingId } = context;
      const meeting = await meetingById(tx, meetingId);
      if (!meeting || !isEditable(meeting.state)) throw new AppError('conflict', 'meetings.notEditable');
      if (await voteById(tx, question.voteId)) throw new AppError('conflict', 'votes.exists');
      await checkQuestion(context, question);
      const vote: Vote = {
        kind: 'vote',
        id: question.voteId,
        meetingId,
        ...fieldsOf(question),
        state: 'prepared',
        openedAt: null,
        closedAt: null,
        electorate: 0,
        turnout: 0,
        result: null,
        rollCall: null,
      };
      await insertVote(tx, vote);
      return [{ type: 'votes.prepared', changes: [put(vote)] }];
    },
  },
  'votes.edit': {
    run: async (context, question) => {
      await preparedVote(context, question.voteId);
      await checkQuestion(context, question);
      const vote = await changeVote(context.tx, question.voteId, fieldsOf(question));
      return [{ type: 'votes.edited', changes: [put(vote)] }];
    },
  },
  'votes.remove': {
    run: async (context, { voteId }) => {
      await preparedVote(context, voteId);
      await deleteVote(context.tx, voteId);
      return [{ type: 'votes.removed', changes: [drop('vote', voteId)] }];
    },
  },
  'votes.open': { run: open },
  'votes.close': {
    run: async (context, { voteId }) => {
      const vote = await voteOf(context, voteId);
      // Closed again is closed: the result is the same.
      if (vote.state === 'counting' || vote.state === 'closed') return [];
      if (vote.state !== 'open') throw new AppError('conflict', 'votes.notOpen');
      return endCasting(context, vote);
    },
  },
  'votes.cancel': {
    run: async (context, { voteId }) => {
      const vote = await voteOf(context, voteId);
      if (vote.state !== 'open') throw new AppError('conflict', 'votes.notOpen');
      const cancelled = await changeVote(context.tx, voteId, { state: 'cancelled', closedAt: context.now });
      return [{ type: 'votes.cancelled', changes: [put(cancelled)] }];
    },
  },
  'votes.breakTie': {
    run: async (context, { voteId, side }) => {
      const vote = await voteOf(context, voteId);
      if (vote.state !== 'closed' || vote.result?.adopted !== null)
        throw new AppError('conflict', 'votes.noTie');
      const adopted = side === 'inFavour';
      const result = { ...vote.result, adopted, chosen: adopted ? ('inFavour' as const) : null };
      const decided = await changeVote(context.tx, voteId, { result });
      const decision = await decisionOf(context.tx, decided, context.newId(), context.now);
      return [{ type: 'votes.tieBroken', changes: [put(decided), ...(decision ? [put(decision)] : [])] }];
    },
  },
};

/** Opens a vote to those who decide, as the list stands now; one vote of a meeting is open at a time. */
async function open(context: Context, { voteId }: { voteId: string }): Promise<Outcome[]> {
  const { tx, subjectId: meetingId, now } = context;
  const vote = await preparedVote(context, voteId);
  if ((await meetingById(tx, meetingId))?.state !== 'running')
    throw new AppError('conflict', 'meetings.notRunning');
  const others = await votesOf(tx, meetingId);
  if (others.some(other => other.state === 'open' || other.state === 'counting'))
    throw new AppError('conflict', 'votes.oneAtATime');
  const seats = await seatsIn(
    tx,
    meetingId,
    (await attendeesOf(tx, meetingId)).map(one => one.id),
  );
  const voters = [...seats].filter(([, seat]) => mayVote(seat, vote)).map(([personId]) => personId);
  if (voters.length === 0) throw new AppError('conflict', 'votes.nobodyVotes');
  await freezeElectorate(tx, vote.id, voters);
  const opened = await changeVote(tx, vote.id, { state: 'open', openedAt: now, electorate: voters.length });
  const check = await recordQuorum(context, 'vote');
  return [{ type: 'votes.opened', changes: [put(opened), put(check)] }];
}

/** From here on no ballot is taken; the count follows when this is committed. */
async function endCasting({ tx, now }: Context, vote: Vote): Promise<Outcome[]> {
  const counting = await changeVote(tx, vote.id, { state: 'counting', closedAt: now });
  return [{ type: 'votes.castingEnded', changes: [put(counting)] }];
}

/** Closing a meeting ends the casting of a vote that is open in it. The meeting itself knows no votes. */
export function endingVotes(close: Handler<'meetings.close'>): Handler<'meetings.close'> {
  return {
    ...close,
    run: async (context, data) => {
      const outcomes = [...(await close.run(context, data))];
      for (const { id, state } of await votesOf(context.tx, context.subjectId)) {
        if (state === 'open') outcomes.push(...(await endCasting(context, await voteOf(context, id))));
      }
      return outcomes;
    },
  };
}
