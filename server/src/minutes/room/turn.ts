import type { Refusal } from '@nghisu/shared/minutes/document/wire.ts';
import type { Frame } from '../document/batch.ts';
import type { SubmissionResult } from '../storing/storedDocument.ts';
import type { Connection } from './connection.ts';

/** What one connection sent since its last turn, by kind. Barriers are answered last, so they cover all of it. */
export type Turn = {
  readonly connection: Connection;
  readonly frames: readonly Frame[];
  readonly questions: readonly Uint8Array[];
  readonly barriers: readonly number[];
  /** Why the connection has to go. */
  refused: Refusal | null;
};

/** Takes what a connection sent, or as much of it as one turn may bring. */
export function takeTurn(connection: Connection): Turn {
  const messages = connection.take();
  return {
    connection,
    frames: messages.flatMap(message => (message.kind === 'update' ? [message.frame] : [])),
    questions: messages.flatMap(message => (message.kind === 'question' ? [message.stateVector] : [])),
    barriers: messages.flatMap(message => (message.kind === 'barrier' ? [message.token] : [])),
    refused: null,
  };
}

/** Notes what became of the frames. */
export function settleTurn(turn: Turn, result: SubmissionResult): void {
  const { connection } = turn;
  connection.boundClients += result.newClients.length;
  connection.owesStep2 = !result.synced && (connection.owesStep2 || result.early);
  connection.synced = result.synced;
  if (result.refused === null) return;
  turn.refused = result.refused;
  connection.refused = result.refused;
}
