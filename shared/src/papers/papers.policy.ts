import { mayKnowItem } from '../agenda/agenda.policy.ts';
import { isOrganiser, type Viewer } from '../platform/viewer.ts';
import type { Paper } from './papers.records.ts';

/** A paper is read by whoever follows its meeting and may know its item; the viewer's seat is that in the paper's meeting. */
export const canReadPaper = (viewer: Viewer, paper: Pick<Paper, 'agendaItemId'>): boolean =>
  viewer.meetingRole !== null && mayKnowItem(viewer, paper.agendaItemId);

export const papersPolicies = {
  'papers.attach': isOrganiser,
  'papers.rename': isOrganiser,
  'papers.remove': isOrganiser,
  /** The subject is true where the viewer owns the stream and may read the paper. */
  'papers.markRead': (_viewer: Viewer, subject: { ownStream: boolean; readable: boolean }): boolean =>
    subject.ownStream && subject.readable,
};

export const papersSight = { paper: canReadPaper, paperReading: () => true };
