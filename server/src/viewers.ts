import { canFollowMeeting } from '@nghisu/shared/meetings/meetings.policy.ts';
import { parseStreamId } from '@nghisu/shared/platform/feed.ts';
import { hasRole, isInUnit, noSeat, type Seat, type Viewer } from '@nghisu/shared/platform/viewer.ts';
import { seatsIn } from './attendance/admission/seats.store.ts';
import { meetingById } from './meetings/meetings.store.ts';
import { standingsOf } from './organisation/organisation.store.ts';
import type { Reader } from './platform/database/db.ts';

/** The viewer as of now: open account, posts held today, seat in the meeting at hand. Null without an account. */
export async function viewerOf(
  db: Reader,
  personId: string,
  meetingId: string | null,
): Promise<Viewer | null> {
  const [standing] = await standingsOf(db, [personId]);
  if (!standing) return null;
  const seat = meetingId === null ? noSeat : (await seatsIn(db, meetingId, [personId])).get(personId);
  return { ...standing, ...(seat ?? noSeat) };
}

/** The viewers of a stream by person, all read together; absent who may not follow it. */
export async function followersOf(
  db: Reader,
  personIds: readonly string[],
  stream: string,
): Promise<Map<string, Viewer>> {
  const { kind, subjectId } = parseStreamId(stream);
  const isMeeting = kind === 'meeting';
  const standings = await standingsOf(db, personIds);
  const seats = isMeeting ? await seatsIn(db, subjectId, personIds) : new Map<string, Seat>();
  const meeting = isMeeting ? await meetingById(db, subjectId) : null;
  const mayFollow: Record<typeof kind, (viewer: Viewer) => boolean> = {
    org: () => true,
    user: viewer => subjectId === viewer.personId,
    unit: viewer => isInUnit(viewer, subjectId) || hasRole(viewer, 'monitor'),
    meeting: viewer => meeting !== null && canFollowMeeting(viewer, meeting),
  };
  const viewers = standings.map(standing => ({
    ...standing,
    ...(seats.get(standing.personId) ?? noSeat),
  }));
  return new Map(viewers.filter(mayFollow[kind]).map(viewer => [viewer.personId, viewer]));
}
