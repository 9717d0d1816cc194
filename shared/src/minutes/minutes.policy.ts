import { isOrganiser, type Viewer } from '../platform/viewer.ts';
import type { Minutes } from './minutes.records.ts';

/** Members read the minutes as they are written; invitees and observers do not. */
export const canReadMinutes = (viewer: Viewer): boolean =>
  isOrganiser(viewer) || viewer.meetingRole === 'member';

/** Secretaries and the chair write while the minutes are a draft. */
export const canWriteMinutes = (viewer: Viewer, minutes: Pick<Minutes, 'state'>): boolean =>
  isOrganiser(viewer) && minutes.state === 'draft';

export const minutesPolicies = { 'minutes.start': isOrganiser };

export const minutesSight = { minutes: canReadMinutes };
