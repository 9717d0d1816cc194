import { mayKnowItem } from '../agenda/agenda.policy.ts';
import { hasRole, isInUnit, isOrganiser, type Viewer } from '../platform/viewer.ts';
import type { Assignment } from './assignments.records.ts';

type Parties = Pick<
  Assignment,
  'leadUnitId' | 'coordinatingUnitIds' | 'assignedById' | 'responsibleId' | 'agendaItemId'
>;

/** The people of the lead unit carry the work out. */
export const canCarryOut = (viewer: Viewer, assignment: Parties): boolean =>
  isInUnit(viewer, assignment.leadUnitId);

/** Only the head of the lead unit declines for it. */
export const canDecline = (viewer: Viewer, assignment: Parties): boolean =>
  viewer.units.some(unit => unit.unitId === assignment.leadUnitId && unit.head);

/** By a seat in its meeting only where the viewer may know the item that it comes from. */
const throughMeeting = (viewer: Viewer, assignment: Parties, isSeated: boolean): boolean =>
  isSeated && mayKnowItem(viewer, assignment.agendaItemId);

/** Whoever assigned it, the organisers of its meeting and the monitors judge the result. */
export const canJudge = (viewer: Viewer, assignment: Parties): boolean =>
  assignment.assignedById === viewer.personId ||
  throughMeeting(viewer, assignment, isOrganiser(viewer)) ||
  hasRole(viewer, 'monitor');

/** Lead and coordinating units, whoever judges it, and the meeting it comes from see an assignment. */
export const canSeeAssignment = (viewer: Viewer, assignment: Parties): boolean =>
  canCarryOut(viewer, assignment) ||
  canJudge(viewer, assignment) ||
  assignment.coordinatingUnitIds.some(unitId => isInUnit(viewer, unitId)) ||
  assignment.responsibleId === viewer.personId ||
  throughMeeting(viewer, assignment, viewer.meetingRole === 'member');

/** `viewer.meetingRole` is the role in the meeting that the assignment comes from. */
export const assignmentsPolicies = {
  'assignments.assign': isOrganiser,
  'assignments.correct': canJudge,
  'assignments.accept': canCarryOut,
  'assignments.decline': canDecline,
  'assignments.nameResponsible': canCarryOut,
  'assignments.reportProgress': canCarryOut,
  'assignments.submit': canCarryOut,
  'assignments.confirm': canJudge,
  'assignments.return': canJudge,
};

export const assignmentsSight = { assignment: canSeeAssignment };
