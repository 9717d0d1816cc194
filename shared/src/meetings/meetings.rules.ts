import type { MeetingState } from './meetings.records.ts';

/** What may happen to a meeting after it was created; each is a command, `meetings.<step>`. */
export type MeetingStep = 'publish' | 'cancel' | 'open' | 'pause' | 'resume' | 'close';

/** From which states a step may be taken, and the state to which it leads. A closed or cancelled meeting stays so. */
const steps: Record<MeetingStep, { readonly from: readonly MeetingState[]; readonly to: MeetingState }> = {
  publish: { from: ['draft'], to: 'published' },
  cancel: { from: ['draft', 'published'], to: 'cancelled' },
  open: { from: ['published'], to: 'running' },
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  close: { from: ['running', 'paused'], to: 'closed' },
};

/** The state of a meeting after a step, or null where its present state does not allow the step. */
export const stateAfter = (step: MeetingStep, from: MeetingState): MeetingState | null =>
  steps[step].from.includes(from) ? steps[step].to : null;

/** True while the agenda, the attendees and the papers may still change. */
export const isEditable = (state: MeetingState): boolean => state !== 'closed' && state !== 'cancelled';
