import type { MeetingState } from './meetings.records.ts';

/** Which step of a meeting's life may follow which. A closed or cancelled meeting stays so. */
const steps: Record<MeetingState, readonly MeetingState[]> = {
  draft: ['published', 'cancelled'],
  published: ['running', 'cancelled'],
  running: ['paused', 'closed'],
  paused: ['running', 'closed'],
  closed: [],
  cancelled: [],
};

/** True where a meeting in `from` may become `to`. */
export const mayBecome = (from: MeetingState, to: MeetingState): boolean => steps[from].includes(to);

/** True while the agenda, the attendees and the papers may still change. */
export const isEditable = (state: MeetingState): boolean => state !== 'closed' && state !== 'cancelled';
