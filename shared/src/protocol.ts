import { z } from 'zod';
import type { CommandEnvelope } from './platform/commands.ts';
import type { Problem } from './platform/errors.ts';
import { type StreamEvent, type SyncReply, streamIdSchema } from './platform/feed.ts';
import { idSchema } from './platform/ids.ts';
import { placeSchema } from './presentation/presentation.records.ts';
import { type Ballot, ballotSchema } from './votes/ballots.ts';

export { type Ballot, ballotSchema };

/**
 * Version of the wire: the shapes of messages and records. A client with another version starts from a snapshot, and
 * one that is older than `oldestProtocol` is told to reload.
 * 1: first version.
 * 2: a reply names its epoch, and a question may name the epoch of its `since`.
 * 3: text set aside from the minutes has records, and commands that decide upon it.
 * 4: what a session needs: who presents, and the place of the presenter; who asks to speak and who has the floor;
 *    who is there, and who takes part in which item.
 */
export const protocolVersion = 4;
export const oldestProtocol = 1;

export const epochSchema = idSchema;

/** Where a client stands in a stream: the last `seq` it holds (-1 for nothing), and the epoch that it counts in. */
export const subscribeSchema = z.strictObject({
  stream: streamIdSchema,
  since: z.int().min(-1),
  epoch: epochSchema.optional(),
  protocol: z.int(),
});
export type Subscribe = z.infer<typeof subscribeSchema>;

export const unsubscribeSchema = z.strictObject({ stream: streamIdSchema });

/** Where the presenter is now; newest wins, and any may be lost. */
export const placeMessageSchema = z.strictObject({ stream: streamIdSchema, place: placeSchema });
export type PlaceMessage = z.infer<typeof placeMessageSchema>;
/** The same, as the room hears it: a place counts within the presentation that began then. */
export type PlaceNews = PlaceMessage & { readonly startedAt: string };

/** Answer to a command or a subscription: the result, or the problem. */
export type Answer<Result> = ({ ok: true } & Result) | { ok: false; problem: Problem };

/** What a client sends over Socket.IO, each with an acknowledgement. */
export type ClientMessages = {
  subscribe: (message: Subscribe, ack: (answer: Answer<SyncReply>) => void) => void;
  unsubscribe: (message: { stream: string }, ack: (answer: Answer<object>) => void) => void;
  /** A ballot: no command, for nothing may keep what it says (see `votes/ballots.ts`). */
  ballot: (message: z.input<typeof ballotSchema>, ack: (answer: Answer<object>) => void) => void;
  place: (message: PlaceMessage, ack: (answer: Answer<object>) => void) => void;
  command: (message: CommandEnvelope, ack: (answer: Answer<{ seq: number }>) => void) => void;
};

/** What the server sends: changes, the heads of all subscribed streams, and the order to start a stream anew. */
export type ServerMessages = {
  event: (message: { stream: string; events: StreamEvent[] }) => void;
  /** A beat every few seconds: newest `seq` by stream (S4), and the server's clock in milliseconds since 1970. */
  head: (message: { heads: Record<string, number>; now: number }) => void;
  /** Where the presenter of a meeting is, at most ten times a second. */
  place: (message: PlaceNews) => void;
  /** Rights changed (S6): forget the stream's records and subscribe again. */
  reset: (message: { stream: string }) => void;
};

/** Names of the messages that a client may send; anything else is ignored. */
export const clientMessageNames = [
  'subscribe',
  'unsubscribe',
  'command',
  'place',
  'ballot',
] as const satisfies (keyof ClientMessages)[];
