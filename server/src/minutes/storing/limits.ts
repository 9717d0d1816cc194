import type { FrameLimits } from '../room/frames.ts';
import type { ThreadLimits } from './documentThread.ts';

/** What the minutes server allows; times in milliseconds, sizes in bytes. */
export type MinutesLimits = ThreadLimits &
  FrameLimits & {
    /** Threads that hold documents; more documents than these can be open, only not at work at once. */
    readonly threads: number;
    /** Updates wait this long for others to share their commit, if the last commit is younger than that. */
    readonly commitWindowMs: number;
    /** A reader gets at most one frame of text in this time. */
    readonly sendWindowMs: number;
    /** The same for who is there and where their carets are. */
    readonly presenceWindowMs: number;
    /** What one connection may have judged at a time. */
    readonly turnBytes: number;
    readonly turnMessages: number;
    /** Received and not yet looked at; above it the socket is not read. */
    readonly inboxBytes: number;
    /** Sent and not yet taken by the reader; above it the reader is dropped. */
    readonly stalledBytes: number;
    /** Yjs client ids that one connection may bring, and that one person may have in a document. */
    readonly newClientsPerConnection: number;
    readonly connectionsPerPerson: number;
    /** A person refused so often within a minute has to stay away for the rest of it. */
    readonly refusalsPerMinute: number;
    /** So many rows of a document are merged into one, while it is open and when everybody has left. */
    readonly compactRows: number;
    readonly unloadRows: number;
    readonly beatMs: number;
    /** Beats without a sign of life after which a peer is given up. */
    readonly silentBeats: number;
    readonly pollMs: number;
    readonly parkAfterMs: number;
    readonly unloadAfterMs: number;
    readonly closeWithinMs: number;
  };

/** The limits of a product in use. */
export const minutesLimits: MinutesLimits = {
  largestDocument: 5 * 1024 * 1024,
  frameBudgetMs: 250,
  budgetBytes: 256 * 1024,
  frameBytes: 256 * 1024,
  mergeBytes: 2 * 1024 * 1024,
  threads: 16,
  commitWindowMs: 5,
  sendWindowMs: 15,
  presenceWindowMs: 50,
  turnBytes: 1024 * 1024,
  turnMessages: 256,
  inboxBytes: 4 * 1024 * 1024,
  stalledBytes: 8 * 1024 * 1024,
  newClientsPerConnection: 256,
  connectionsPerPerson: 16,
  refusalsPerMinute: 5,
  compactRows: 1000,
  unloadRows: 20,
  beatMs: 10_000,
  silentBeats: 3,
  pollMs: 2000,
  parkAfterMs: 60_000,
  unloadAfterMs: 10_000,
  closeWithinMs: 5000,
};
