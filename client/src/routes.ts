import { createRouter } from 'sv-router';
import { newVersion } from './platform/version/newVersion.svelte.ts';
import Lost from './screens/entry/Lost.svelte';
import Meetings from './screens/meetings/Meetings.svelte';
import Today from './screens/today/Today.svelte';

// The router knows such a screen by the text of its function: it must begin with the import.
const meetingRoom = () => import('./screens/room/MeetingRoom.svelte').catch(newVersion.partMissing);
const minutesDesk = () => import('./screens/room/MinutesDesk.svelte').catch(newVersion.partMissing);
const positions = () => import('./screens/room/Positions.svelte').catch(newVersion.partMissing);
const attendanceDesk = () => import('./screens/room/AttendanceDesk.svelte').catch(newVersion.partMissing);
const door = () => import('./screens/room/Door.svelte').catch(newVersion.partMissing);
const assignments = () => import('./screens/Assignments.svelte').catch(newVersion.partMissing);
const newMeeting = () => import('./screens/meetings/NewMeeting.svelte').catch(newVersion.partMissing);
const prepareMeeting = () => import('./screens/meetings/PrepareMeeting.svelte').catch(newVersion.partMissing);

/** Loaded when they are opened, or when there is time: those of a meeting first. */
export const largeScreens = [
  meetingRoom,
  positions,
  attendanceDesk,
  assignments,
  minutesDesk,
  prepareMeeting,
  newMeeting,
];

/** The addresses of the product, in the language of its users. */
export const { p, navigate, route } = createRouter({
  '/': Today,
  '/hop': Meetings,
  '/hop/moi': newMeeting,
  '/hop/:meetingId': meetingRoom,
  '/hop/:meetingId/chuan-bi': prepareMeeting,
  '/hop/:meetingId/bien-ban': minutesDesk,
  '/hop/:meetingId/y-kien': positions,
  '/hop/:meetingId/diem-danh': attendanceDesk,
  '/hop/:meetingId/ma-diem-danh': door,
  '/nhiem-vu': assignments,
  '/nhiem-vu/:assignmentId': assignments,
  '/quan-tri': () => import('./screens/Administration.svelte').catch(newVersion.partMissing),
  '*': Lost,
});
