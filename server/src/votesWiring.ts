import type { Db } from './platform/database/db.ts';
import type { FileStore } from './platform/files/fileStore.ts';
import type { Log } from './platform/log.ts';
import type { StoredEvent } from './platform/streams/streams.ts';
import { BallotBox } from './votes/ballots/ballotBox.ts';
import { BallotKeys } from './votes/ballots/ballotKeys.ts';
import { Counting } from './votes/ballots/counting.ts';
import { Turnout } from './votes/ballots/turnout.ts';

/** The turnout of a vote is told at most four times a second. */
const turnoutMs = 250;

export type Voting = {
  readonly box: BallotBox;
  /** Counts every vote whose casting has ended; to be called when one does, and every few seconds. */
  countAll(): Promise<void>;
  /** Counts at once where these events end the casting of a vote. */
  heard(events: readonly StoredEvent[]): void;
  close(): void;
};

/** The box of ballots, with what keeps its keys, tells the turnout and counts. */
export function wireVoting(parts: {
  db: Db;
  files: FileStore;
  log: Log;
  publish: (events: readonly StoredEvent[]) => void;
}): Voting {
  const { db, files, log, publish } = parts;
  const keys = new BallotKeys(db, files);
  const turnout = new Turnout({ db, log, publish, everyMs: turnoutMs });
  const counting = new Counting({ db, keys, log, publish });
  const countAll = (): Promise<void> =>
    counting
      .countAll()
      .catch(error => log.warn({ err: error }, 'votes could not be counted; it is tried again'));
  return {
    box: new BallotBox({ db, keys, log, onCast: vote => turnout.changed(vote) }),
    countAll,
    heard: events => {
      if (events.some(event => event.type === 'votes.castingEnded')) void countAll();
    },
    close: () => turnout.close(),
  };
}
