import { hasRole, isOrganiser, type MeetingRole, type Viewer } from '../platform/viewer.ts';
import type { Meeting } from './meetings.records.ts';

/** Office staff prepare meetings. */
export const canCreateMeeting = (viewer: Viewer): boolean => hasRole(viewer, 'officeStaff');

/** Chair and members decide. */
export const mayDecide = (role: MeetingRole | null): boolean => role === 'chair' || role === 'member';

/** Chair and secretaries prepare and run their own meeting. */
export const canRunMeeting = (viewer: Viewer): boolean => isOrganiser(viewer);

/** Invited people follow a meeting once it is published; its organisers from the first draft. */
export const canFollowMeeting = (viewer: Viewer, meeting: Pick<Meeting, 'state'>): boolean =>
  isOrganiser(viewer) || (viewer.meetingRole !== null && meeting.state !== 'draft');

export const meetingsPolicies = {
  'meetings.create': canCreateMeeting,
  'meetings.changeDetails': canRunMeeting,
  'meetings.publish': canRunMeeting,
  'meetings.cancel': canRunMeeting,
  'meetings.open': canRunMeeting,
  'meetings.pause': canRunMeeting,
  'meetings.resume': canRunMeeting,
  'meetings.close': canRunMeeting,
  'meetings.invitePeople': canRunMeeting,
  'meetings.inviteUnits': canRunMeeting,
  'meetings.withdrawInvitation': canRunMeeting,
};

export const meetingsSight = {
  meeting: (viewer: Viewer, record: Meeting): boolean => canFollowMeeting(viewer, record),
  myMeeting: () => true,
  /** Whoever follows the meeting sees who is invited. */
  attendee: () => true,
};
