import { isOrganiser, type Viewer } from '../platform/viewer.ts';
import type { AsidePart, Minutes } from './minutes.records.ts';

/** Members read the minutes as they are written; invitees and observers do not. */
export const canReadMinutes = (viewer: Viewer): boolean =>
  isOrganiser(viewer) || viewer.meetingRole === 'member';

/** Secretaries and the chair write while the minutes are a draft. */
export const canWriteMinutes = (viewer: Viewer, minutes: Pick<Minutes, 'state'>): boolean =>
  isOrganiser(viewer) && minutes.state === 'draft';

/** Text that was set aside is read and decided upon by secretaries and the chair of the meeting. */
export const canReadAside = (viewer: Viewer): boolean => isOrganiser(viewer);

export const minutesPolicies = {
  'minutes.start': isOrganiser,
  'minutes.insertPart': canReadAside,
  'minutes.dismissPart': canReadAside,
};

export const minutesSight = {
  minutes: canReadMinutes,
  /** Its author is told that it is there, and why. */
  asidePart: (viewer: Viewer, part: AsidePart): boolean =>
    canReadAside(viewer) || viewer.personId === part.authorId,
};
