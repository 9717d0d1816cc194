import { canFollowMeeting } from '@nghisu/shared/meetings/meetings.policy.ts';
import { parseStreamId } from '@nghisu/shared/platform/feed.ts';
import { hasRole, isInUnit, type Viewer } from '@nghisu/shared/platform/viewer.ts';
import { roleIn } from './meetings/attendees.store.ts';
import { meetingById } from './meetings/meetings.store.ts';
import { accountOfPerson } from './organisation/accounts.store.ts';
import { unitsOf } from './organisation/organisation.store.ts';
import type { Reader } from './platform/database/db.ts';

/** The viewer as of now: open account, posts held today, role in the meeting at hand. Null without an account. */
export async function viewerOf(
  db: Reader,
  personId: string,
  meetingId: string | null,
): Promise<Viewer | null> {
  const account = await accountOfPerson(db, personId);
  if (!account) return null;
  return {
    personId,
    systemRoles: account.systemRoles,
    units: await unitsOf(db, personId),
    meetingRole: meetingId === null ? null : await roleIn(db, meetingId, personId),
  };
}

/** The viewer of a stream, or null where the person may not follow it. */
export async function followerOf(db: Reader, personId: string, stream: string): Promise<Viewer | null> {
  const { kind, subjectId } = parseStreamId(stream);
  const viewer = await viewerOf(db, personId, kind === 'meeting' ? subjectId : null);
  if (!viewer) return null;
  const mayFollow: Record<typeof kind, () => Promise<boolean> | boolean> = {
    org: () => true,
    user: () => subjectId === personId,
    unit: () => isInUnit(viewer, subjectId) || hasRole(viewer, 'monitor'),
    meeting: async () => {
      const meeting = await meetingById(db, subjectId);
      return meeting !== null && canFollowMeeting(viewer, meeting);
    },
  };
  return (await mayFollow[kind]()) ? viewer : null;
}
