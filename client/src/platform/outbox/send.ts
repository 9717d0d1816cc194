import type { CommandInput, CommandName } from '@nghisu/shared/commands.ts';
import { outbox } from './outbox.svelte.ts';

/**
 * Sends a command to a stream. Resolves when the server has accepted it and the stream's records on this device contain
 * what it did; without a connection that may be much later. Rejects with `CommandError`.
 */
export const send = <Name extends CommandName>(
  stream: string,
  name: Name,
  input: CommandInput<Name>,
): Promise<{ seq: number }> => outbox.send(stream, name, input);
