import { mayKnowItem } from '../agenda/agenda.policy.ts';
import { mayDecide } from '../meetings/meetings.policy.ts';
import { isOrganiser, type Viewer } from '../platform/viewer.ts';
import type { ConsentItem, Decision, Position } from './decisions.records.ts';

const isVoter = (viewer: Viewer): boolean => mayDecide(viewer.meetingRole);

/** Whoever decides; and the secretaries, for a member who asks for it aloud. */
const canPullOut = (viewer: Viewer): boolean => isVoter(viewer) || isOrganiser(viewer);

export const decisionsPolicies = {
  'decisions.takePosition': isVoter,
  'decisions.proposeUnopposed': isOrganiser,
  'decisions.pullOut': canPullOut,
  'decisions.putBack': canPullOut,
  'decisions.adoptUnopposed': (viewer: Viewer): boolean => viewer.meetingRole === 'chair',
};

export const decisionsSight = {
  position: (viewer: Viewer, position: Position): boolean =>
    mayKnowItem(viewer, position.agendaItemId) &&
    (isOrganiser(viewer) || viewer.personId === position.personId),
  consentItem: (viewer: Viewer, item: ConsentItem): boolean => mayKnowItem(viewer, item.id),
  decision: (viewer: Viewer, decision: Decision): boolean => mayKnowItem(viewer, decision.agendaItemId),
};
