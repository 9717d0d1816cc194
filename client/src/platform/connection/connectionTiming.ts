import { type SubscriptionTiming, usualSubscriptionTiming } from './subscriptions.ts';

/** Waits in milliseconds; tests shorten them. */
export type ConnectionTiming = SubscriptionTiming & {
  /** A question not answered for so long is asked again. */
  readonly answerMs: number;
  /** An attempt to connect that takes longer has failed. */
  readonly connectMs: number;
  /** Without any word for so long the connection is doubted; the server sends its beat far more often. */
  readonly silenceMs: number;
  /** After so long without a connection the screen says "offline". */
  readonly offlineMs: number;
};

export const usualTiming: ConnectionTiming = {
  ...usualSubscriptionTiming,
  answerMs: 8_000,
  connectMs: 10_000,
  silenceMs: 15_000,
  offlineMs: 5_000,
};
