import { isOrganiser, type Viewer } from '../platform/viewer.ts';
import { ownOrOrganised } from './admission.policy.ts';
import type { AbsenceNotice } from './attendance.records.ts';

const isInvited = (viewer: Viewer): boolean => viewer.meetingRole !== null;
const isChair = (viewer: Viewer): boolean => viewer.meetingRole === 'chair';

export const attendancePolicies = {
  'attendance.checkIn': isInvited,
  'attendance.checkInByCode': isInvited,
  'attendance.checkInFor': isOrganiser,
  'attendance.stepOut': ownOrOrganised,
  'attendance.comeBack': ownOrOrganised,
  'attendance.leave': ownOrOrganised,
  'attendance.giveNotice': ownOrOrganised,
  'attendance.withdrawNotice': ownOrOrganised,
  'attendance.nameSubstitute': ownOrOrganised,
  /** Nobody but the chair lets somebody else come instead. */
  'attendance.consentToSubstitute': isChair,
  'attendance.refuseSubstitute': isChair,
  'attendance.arrangeSeats': isOrganiser,
};

/** Who is there, for whom, and whether they are enough is seen by everybody of the meeting. */
export const attendanceSight = {
  attendance: () => true,
  absenceNotice: (viewer: Viewer, notice: AbsenceNotice): boolean =>
    isOrganiser(viewer) || viewer.personId === notice.id,
  substitution: () => true,
  quorumCheck: () => true,
  seatMap: () => true,
};
