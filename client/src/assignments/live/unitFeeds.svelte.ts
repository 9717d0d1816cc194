import type { Assignment } from '@nghisu/shared/assignments/assignments.records.ts';
import { connection } from '../../platform/connection/connection.svelte.ts';
import type { StreamFeed } from '../../platform/feed/streamFeed.svelte.ts';
import type { FeedState } from '../../platform/feed/streamFeed.ts';
import { newestOf } from './newest.ts';

/** Assignments of several units, live: what each of them leads or helps with, the newest revision of each once. */
export class UnitFeeds {
  #feeds = $state.raw<readonly StreamFeed[]>([]);

  /** Follows the units for as long as the component lives; to be made while it is set up. */
  constructor(unitIds: () => readonly string[]) {
    const key = $derived([...new Set(unitIds())].sort().join());
    $effect.pre(() => {
      const streams = key === '' ? [] : key.split(',').map(id => `unit:${id}`);
      this.#feeds = streams.map(stream => connection.subscribe(stream));
      return () => {
        for (const stream of streams) connection.release(stream);
      };
    });
  }

  readonly #newest: ReadonlyMap<string, Assignment> = $derived.by(() =>
    newestOf(this.#feeds.flatMap(feed => [...feed.records('assignment')])),
  );

  readonly all: readonly Assignment[] = $derived.by(() => [...this.#newest.values()]);

  /** What the records are worth: `loading` until every unit has been read once. */
  readonly state: Exclude<FeedState, 'gone'> = $derived.by(() => {
    const states = this.#feeds.map(feed => feed.state);
    if (states.includes('loading')) return 'loading';
    return states.includes('catchingUp') ? 'catchingUp' : 'live';
  });

  get(id: string): Assignment | undefined {
    return this.#newest.get(id);
  }

  /** The assignment as the streams have it, where that is newer than what was fetched. */
  newer(fetched: Assignment): Assignment {
    const live = this.#newest.get(fetched.id);
    return live && live.revision > fetched.revision ? live : fetched;
  }
}
