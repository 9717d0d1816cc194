import { put } from '@nghisu/shared/platform/feed.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { Vote } from '@nghisu/shared/votes/votes.records.ts';
import type { Db } from '../../platform/database/db.ts';
import type { Log } from '../../platform/log.ts';
import { appendEvents, lockStreams, type StoredEvent } from '../../platform/streams/streams.ts';
import { changeVote, voteById } from '../votes.store.ts';
import { turnoutOf } from './ballots.store.ts';

type Parts = {
  readonly db: Db;
  readonly log: Log;
  readonly publish: (events: readonly StoredEvent[]) => void;
  /** Between two words about one vote, in milliseconds. */
  readonly everyMs: number;
};

/** Tells the meeting how many have voted, now and then: a burst of ballots is one word, whatever their number. */
export class Turnout {
  readonly #parts: Parts;
  readonly #due = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Ballots of the vote were taken. */
  changed({ id, meetingId }: Vote): void {
    if (this.#due.has(id)) return;
    const tell = (): void => {
      this.#due.delete(id);
      this.#tell(id, meetingId).catch(error =>
        this.#parts.log.warn({ err: error, voteId: id }, 'the turnout was not told'),
      );
    };
    this.#due.set(id, setTimeout(tell, this.#parts.everyMs));
  }

  close(): void {
    for (const timer of this.#due.values()) clearTimeout(timer);
    this.#due.clear();
  }

  async #tell(voteId: string, meetingId: string): Promise<void> {
    const { db, publish } = this.#parts;
    const stream = `meeting:${meetingId}`;
    const stored = await db.transaction(async tx => {
      const { locked, now } = await lockStreams(tx, [stream]);
      const vote = await voteById(tx, voteId, 'update');
      const turnout = await turnoutOf(tx, voteId);
      // A vote that is closed tells its turnout with its result.
      if (vote?.state !== 'open' || vote.turnout >= turnout) return [];
      const changed = await changeVote(tx, voteId, { turnout });
      const source = { commandId: newId(), by: null, at: now };
      return await appendEvents(
        tx,
        locked,
        [{ type: 'votes.turnout', changes: [put(changed)], stream }],
        source,
      );
    });
    if (stored.length > 0) publish(stored);
  }
}
