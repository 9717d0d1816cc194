import { mayKnowItem } from '../agenda/agenda.policy.ts';
import { mayDecide } from '../meetings/meetings.policy.ts';
import { isOrganiser, type Seat, type Viewer } from '../platform/viewer.ts';
import type { Vote } from './votes.records.ts';

/** Chair and members vote, on what they may know: nobody with a conflict of interest in the item. */
export const mayVote = (seat: Seat, { agendaItemId }: Pick<Vote, 'agendaItemId'>): boolean =>
  mayDecide(seat.meetingRole) && mayKnowItem(seat, agendaItemId);

/** Chair and secretaries put questions and close them. */
const canRunVotes = isOrganiser;

export const votesPolicies = {
  'votes.prepare': canRunVotes,
  'votes.edit': canRunVotes,
  'votes.remove': canRunVotes,
  'votes.open': canRunVotes,
  'votes.close': canRunVotes,
  'votes.cancel': canRunVotes,
  /** In a tie the side of the chair decides; nobody else says which that is. */
  'votes.breakTie': (viewer: Viewer): boolean => viewer.meetingRole === 'chair',
};

export const votesSight = {
  /** A question is known to the meeting from its opening on. */
  vote: (viewer: Viewer, vote: Vote): boolean =>
    mayKnowItem(viewer, vote.agendaItemId) && (isOrganiser(viewer) || vote.state !== 'prepared'),
};
