import { mayKnowItem } from '../agenda/agenda.policy.ts';
import { isOrganiser, type MeetingRole, type Viewer } from '../platform/viewer.ts';
import type { SpeakerRequest } from './speakers.records.ts';

/** Everybody invited may speak, except observers, who listen. */
export const maySpeak = (role: MeetingRole | null): boolean => role !== null && role !== 'observer';

/** The person whose request it is, while still of the meeting, and those who run the meeting. */
const ownOrOrganised = (
  viewer: Viewer,
  request: Pick<SpeakerRequest, 'personId' | 'agendaItemId'>,
): boolean =>
  mayKnowItem(viewer, request.agendaItemId) &&
  (isOrganiser(viewer) || (viewer.meetingRole !== null && viewer.personId === request.personId));

export const speakersPolicies = {
  'speakers.request': (viewer: Viewer): boolean => maySpeak(viewer.meetingRole),
  'speakers.requestFor': isOrganiser,
  'speakers.withdraw': ownOrOrganised,
  'speakers.write': (viewer: Viewer): boolean => maySpeak(viewer.meetingRole),
  'speakers.move': isOrganiser,
  'speakers.giveFloor': isOrganiser,
  /** Whoever has the floor may give it back. */
  'speakers.takeFloor': ownOrOrganised,
  'speakers.extend': isOrganiser,
};

/** Written contributions are for those who decide and keep the record; their author reads them too. */
const canReadWritten = (viewer: Viewer, request: SpeakerRequest): boolean =>
  viewer.meetingRole === 'member' || ownOrOrganised(viewer, request);

/** The queue and the floor are the same on all screens of those who may know the item. */
export const speakersSight = {
  speakerRequest: (viewer: Viewer, request: SpeakerRequest): boolean =>
    mayKnowItem(viewer, request.agendaItemId) && (request.text === null || canReadWritten(viewer, request)),
};
