import { isOrganiser, type Viewer } from '../platform/viewer.ts';

/** A paper is read by whoever follows its meeting; `viewer.meetingRole` is the role in the paper's meeting. */
export const canReadPaper = (viewer: Viewer): boolean => viewer.meetingRole !== null;

export const papersPolicies = {
  'papers.attach': isOrganiser,
  'papers.rename': isOrganiser,
  'papers.remove': isOrganiser,
  /** The subject is true where the viewer owns the stream and may read the paper. */
  'papers.markRead': (_viewer: Viewer, subject: { ownStream: boolean; readable: boolean }): boolean =>
    subject.ownStream && subject.readable,
};

export const papersSight = { paper: canReadPaper, paperReading: () => true };
