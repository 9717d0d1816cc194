import type { AttendanceState } from '@nghisu/shared/attendance/attendance.records.ts';

/** The shape before the word of a presence. */
export const attendanceTone: Record<AttendanceState | 'expected', 'plain' | 'waiting' | 'done' | 'wrong'> = {
  expected: 'plain',
  inRoom: 'done',
  remote: 'done',
  out: 'waiting',
  left: 'plain',
  absent: 'wrong',
};
