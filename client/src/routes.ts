import { createRouter } from 'sv-router';
import Lost from './screens/Lost.svelte';
import Meetings from './screens/Meetings.svelte';
import Today from './screens/Today.svelte';

/** The addresses of the product, in the language of its users. Large screens are loaded when they are opened. */
export const { p, navigate, route } = createRouter({
  '/': Today,
  '/hop': Meetings,
  '/hop/moi': () => import('./screens/NewMeeting.svelte'),
  '/hop/:meetingId': () => import('./screens/MeetingRoom.svelte'),
  '/hop/:meetingId/chuan-bi': () => import('./screens/PrepareMeeting.svelte'),
  '/hop/:meetingId/bien-ban': () => import('./screens/MinutesDesk.svelte'),
  '/nhiem-vu': () => import('./screens/Assignments.svelte'),
  '/nhiem-vu/:assignmentId': () => import('./screens/Assignments.svelte'),
  '/quan-tri': () => import('./screens/Administration.svelte'),
  '*': Lost,
});
