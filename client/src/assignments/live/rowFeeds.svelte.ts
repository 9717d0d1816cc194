import type { Assignment } from '@nghisu/shared/assignments/assignments.records.ts';
import { untrack } from 'svelte';
import { connection } from '../../platform/connection/connection.svelte.ts';
import type { StreamFeed } from '../../platform/feed/streamFeed.svelte.ts';
import { addNewest, newestOf } from './newest.ts';

/** Assignments of whatever streams are wanted at the moment; those that are refused have none. */
export class RowFeeds {
  #feeds = $state.raw<ReadonlyMap<string, StreamFeed>>(new Map());
  /** The newest of the streams that were left: a row does not become old again when it leaves the screen. */
  readonly #left = new Map<string, Assignment>();

  /** Follows the streams for as long as the component lives; to be made while it is set up. */
  constructor(streams: () => readonly string[]) {
    const key = $derived(streams().toSorted().join());
    $effect.pre(() => {
      const wanted = key === '' ? [] : key.split(',');
      untrack(() => this.#follow(wanted));
    });
    $effect(() => () => this.#follow([]));
  }

  readonly #newest: ReadonlyMap<string, Assignment> = $derived.by(() =>
    newestOf([...this.#feeds.values()].flatMap(feed => [...feed.records('assignment')])),
  );

  readonly all: readonly Assignment[] = $derived.by(() => [...this.#newest.values()]);

  /** The assignment as the streams have it or had it, where that is newer. */
  newer(known: Assignment): Assignment {
    const candidates = [this.#newest.get(known.id), this.#left.get(known.id)];
    return candidates.reduce<Assignment>(
      (best, one) => (one && one.revision > best.revision ? one : best),
      known,
    );
  }

  #follow(streams: readonly string[]): void {
    const before = this.#feeds;
    this.#feeds = new Map(
      streams.map(stream => [stream, before.get(stream) ?? connection.subscribe(stream)]),
    );
    for (const [stream, feed] of before) {
      if (this.#feeds.has(stream)) continue;
      addNewest(this.#left, feed.records('assignment'));
      connection.release(stream);
    }
  }
}
