import { isOrganiser } from '../platform/viewer.ts';

export const attendancePolicies = {
  'attendance.invitePeople': isOrganiser,
  'attendance.inviteUnits': isOrganiser,
  'attendance.withdrawInvitation': isOrganiser,
};

/** Whoever follows the meeting sees who is invited. */
export const attendanceSight = { attendee: () => true };
