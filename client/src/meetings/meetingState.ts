import type { MeetingState } from '@nghisu/shared/meetings/meetings.records.ts';

/** The shape beside the word of a meeting's state. */
export const meetingTone: Record<MeetingState, 'plain' | 'waiting' | 'now' | 'done' | 'wrong'> = {
  draft: 'plain',
  published: 'waiting',
  running: 'now',
  paused: 'now',
  closed: 'done',
  cancelled: 'wrong',
};
