import { outbox } from '../platform/outbox/outbox.svelte.ts';
import { toasts } from '../platform/ui/feedback/toasts.svelte.ts';
import { screensWords } from './screens.messages.ts';

/**
 * Says so when a command that was kept while offline is refused in the end: whoever gave it may have left that screen
 * long ago.
 */
export function tellRefusals(): void {
  outbox.onRefused(({ problem }) => toasts.say(screensWords.refused(problem.title), { tone: 'wrong' }));
}
