import { mayKnowItem } from '../agenda/agenda.policy.ts';
import { isOrganiser, type Viewer } from '../platform/viewer.ts';
import type { AsidePart, Minutes } from './minutes.records.ts';

/** Members read the minutes as they are written; invitees and observers do not. */
export const canReadMinutes = (viewer: Viewer): boolean =>
  isOrganiser(viewer) || viewer.meetingRole === 'member';

/**
 * The document is one, with all its sections: whoever may not know an item does not open it, and reads the text of the
 * other sections (`visibleSections`).
 */
export const canOpenMinutes = (viewer: Viewer): boolean =>
  canReadMinutes(viewer) && viewer.recusedItemIds.length === 0 && viewer.admittedItemIds === null;

/** The sections whose item the viewer may know; `itemId` is an item's, `opening` or `closing`. */
export const visibleSections = <Section extends { readonly itemId: string }>(
  viewer: Viewer,
  sections: readonly Section[],
): Section[] => sections.filter(({ itemId }) => mayKnowItem(viewer, itemId));

/** Secretaries and the chair write while the minutes are a draft. */
export const canWriteMinutes = (viewer: Viewer, minutes: Pick<Minutes, 'state'>): boolean =>
  isOrganiser(viewer) && canOpenMinutes(viewer) && minutes.state === 'draft';

/** Text that was set aside is read and decided upon by secretaries and the chair of the meeting. */
export const canReadAside = (viewer: Viewer): boolean => isOrganiser(viewer) && canOpenMinutes(viewer);

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
