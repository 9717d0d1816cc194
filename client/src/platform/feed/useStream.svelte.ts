import { connection } from '../connection/connection.svelte.ts';
import type { StreamFeed } from './streamFeed.svelte.ts';

/**
 * Follows a stream for as long as the component lives; `feed` is null while `streamId` gives null. To be called while
 * the component is set up: `const room = useStream(() => ...)`, then `room.feed?.records('agendaItem')`.
 */
export function useStream(streamId: () => string | null): { readonly feed: StreamFeed | null } {
  let feed = $state.raw<StreamFeed | null>(null);
  // Before the first drawing, so that records at hand are in it.
  $effect.pre(() => {
    const stream = streamId();
    feed = stream === null ? null : connection.subscribe(stream);
    if (stream !== null) return () => connection.release(stream);
  });
  return {
    get feed() {
      return feed;
    },
  };
}
