import { onDestroy } from 'svelte';
import { connection } from '../../platform/connection/connection.svelte.ts';

/**
 * Runs the work now, and again whenever what it read may have become old unseen: the connection is back, or the person
 * looks at the page again. The signal ends with the component. To be called while the component is set up.
 */
export function whenBack(work: (signal: AbortSignal) => void): void {
  const end = new AbortController();
  const { signal } = end;
  onDestroy(() => end.abort());
  let wasLive: boolean | null = null;
  $effect(() => {
    const isLive = connection.state.kind === 'live';
    // At first without a connection too: the work then finds out, and says so.
    if (wasLive === null || (isLive && !wasLive)) work(signal);
    wasLive = isLive;
  });
  $effect(() => {
    const look = () => document.visibilityState === 'visible' && work(signal);
    document.addEventListener('visibilitychange', look, { signal });
  });
}
