import type { CommandInput, CommandName } from '@nghisu/shared/commands.ts';
import { connection } from '../../platform/connection/connection.svelte.ts';
import type { Act } from '../../platform/outbox/act.svelte.ts';
import { send } from '../../platform/outbox/send.ts';
import { toasts } from '../../platform/ui/feedback/toasts.svelte.ts';
import { detailWords } from './detail.messages.ts';

/**
 * Takes a step and answers true where it may be regarded as taken: the server has accepted it, or, without a connection,
 * it is kept on this device to be sent (a later refusal is told by then). A refusal is said at once and answers false.
 */
export async function give<Name extends CommandName>(
  act: Act,
  stream: string,
  name: Name,
  input: CommandInput<Name>,
): Promise<boolean> {
  const sending = send(stream, name, input);
  if (connection.isOpen) return act.run(() => sending);
  toasts.say(detailWords.queued);
  void act.run(() => sending);
  return true;
}
