import { createRouter } from 'sv-router';
import Lost from './screens/entry/Lost.svelte';
import Meetings from './screens/meetings/Meetings.svelte';
import Today from './screens/today/Today.svelte';

/** The addresses of the product, in the language of its users. Large screens are loaded when they are opened. */
export const { p, navigate, route } = createRouter({
  '/': Today,
  '/hop': Meetings,
  '/hop/moi': () => import('./screens/meetings/NewMeeting.svelte'),
  '/hop/:meetingId': () => import('./screens/room/MeetingRoom.svelte'),
  '/hop/:meetingId/chuan-bi': () => import('./screens/meetings/PrepareMeeting.svelte'),
  '/hop/:meetingId/bien-ban': () => import('./screens/room/MinutesDesk.svelte'),
  '/nhiem-vu': () => import('./screens/Assignments.svelte'),
  '/nhiem-vu/:assignmentId': () => import('./screens/Assignments.svelte'),
  '/quan-tri': () => import('./screens/Administration.svelte'),
  '*': Lost,
});
