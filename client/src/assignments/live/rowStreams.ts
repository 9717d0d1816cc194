import type { Assignment } from '@nghisu/shared/assignments/assignments.records.ts';
import { hasRole, isInUnit, type Viewer } from '@nghisu/shared/platform/viewer.ts';

/**
 * The most streams that one list follows beside those of the reader's own units. Those just left are kept for some
 * seconds, and a connection has 50 for everything.
 */
export const mostRowStreams = 20;

type Row = Pick<Assignment, 'meetingId' | 'leadUnitId' | 'coordinatingUnitIds'>;

/**
 * The streams that tell of rows which no unit of the reader has: that of the meeting, where the reader has a seat, or
 * that of the lead unit for monitors, who may follow every unit and sit in few meetings. `always` comes first.
 */
export function streamsOfRows(viewer: Viewer, rows: readonly Row[], always: readonly string[]): string[] {
  const isMonitor = hasRole(viewer, 'monitor');
  const streams = new Set(always);
  for (const { meetingId, leadUnitId, coordinatingUnitIds } of rows) {
    if ([leadUnitId, ...coordinatingUnitIds].some(unitId => isInUnit(viewer, unitId))) continue;
    const meeting = `meeting:${meetingId}`;
    if (!streams.has(meeting)) streams.add(isMonitor ? `unit:${leadUnitId}` : meeting);
  }
  return [...streams].slice(0, mostRowStreams);
}
