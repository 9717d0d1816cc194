import { mayKnowItem } from '../agenda/agenda.policy.ts';
import { isOrganiser, type MeetingRole, type Viewer } from '../platform/viewer.ts';
import type { Admission, Recusal } from './admission.records.ts';

/** Only guests are admitted to some items; chair, secretaries and members belong to the whole meeting. */
export const isAdmittedByItem = (role: MeetingRole | null): boolean =>
  role === 'invitee' || role === 'observer';

/** What concerns one person is done by that person, while still of the meeting, or by those who run it. */
export const ownOrOrganised = (viewer: Viewer, { personId }: { readonly personId: string }): boolean =>
  isOrganiser(viewer) || (viewer.meetingRole !== null && viewer.personId === personId);

export const admissionPolicies = {
  'attendance.declareRecusal': ownOrOrganised,
  /** Nobody lets themselves back in. */
  'attendance.endRecusal': (viewer: Viewer, recusal: Pick<Recusal, 'personId'>): boolean =>
    isOrganiser(viewer) && viewer.personId !== recusal.personId,
  'attendance.admit': isOrganiser,
  'attendance.admitToAll': isOrganiser,
};

export const admissionSight = {
  /** Those who take part in the item know who does not, and why. */
  recusal: (viewer: Viewer, recusal: Recusal): boolean =>
    mayKnowItem(viewer, recusal.agendaItemId) || isOrganiser(viewer) || viewer.personId === recusal.personId,
  admission: (viewer: Viewer, admission: Admission): boolean =>
    isOrganiser(viewer) || viewer.personId === admission.id,
};
