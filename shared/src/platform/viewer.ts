import { z } from 'zod';

/**
 * Roles in the installation. `officeStaff` prepare meetings; `monitor` follow up every assignment; `administrator`
 * runs the system and by that alone reads no paper, no minutes and no note.
 */
export const systemRoles = ['officeStaff', 'monitor', 'administrator'] as const;
export const systemRoleSchema = z.enum(systemRoles);
export type SystemRole = z.infer<typeof systemRoleSchema>;

/** Roles in one meeting. A member votes; an invitee speaks; an observer listens. */
export const meetingRoles = ['chair', 'secretary', 'member', 'invitee', 'observer'] as const;
export const meetingRoleSchema = z.enum(meetingRoles);
export type MeetingRole = z.infer<typeof meetingRoleSchema>;

/** Who asks: the person, the posts held today, and the the seat in the meeting at hand. Policies read nothing else. */
export type Viewer = {
  readonly personId: string;
  readonly systemRoles: readonly SystemRole[];
  readonly units: readonly { readonly unitId: string; readonly head: boolean }[];
  readonly meetingRole: MeetingRole | null;
  /** Items of that meeting that the person has nothing to do with, because of a conflict of interest. */
  readonly recusedItemIds: readonly string[];
  /** The only items of that meeting that the person was admitted to; null is the whole meeting. */
  readonly admittedItemIds: readonly string[] | null;
};

/** What a person is in one meeting. */
export type Seat = Pick<Viewer, 'meetingRole' | 'recusedItemIds' | 'admittedItemIds'>;

/** The seat of whoever has none, and of everybody where no meeting is at hand. */
export const noSeat: Seat = { meetingRole: null, recusedItemIds: [], admittedItemIds: null };

/** True where the viewer holds a post in the unit today. */
export const isInUnit = (viewer: Viewer, unitId: string): boolean =>
  viewer.units.some(unit => unit.unitId === unitId);

/** True where the viewer chairs or keeps the record of the meeting at hand. */
export const isOrganiser = (viewer: Viewer): boolean =>
  viewer.meetingRole === 'chair' || viewer.meetingRole === 'secretary';

/** True where the viewer holds the system role. */
export const hasRole = (viewer: Viewer, role: SystemRole): boolean => viewer.systemRoles.includes(role);
