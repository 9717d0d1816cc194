/**
 * Calls `wake` when the device may have a network again or its person looks at the page again, and `sleep` when the
 * device says that it has no network. Returns how to stop; does nothing where there is no page.
 */
export function onWake(listeners: { wake: () => void; sleep: () => void }): () => void {
  if (typeof window === 'undefined') return () => {};
  const stop = new AbortController();
  const options = { signal: stop.signal };
  window.addEventListener('online', listeners.wake, options);
  window.addEventListener('offline', listeners.sleep, options);
  // A page taken back out of the browser's memory.
  window.addEventListener('pageshow', event => event.persisted && listeners.wake(), options);
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && listeners.wake(),
    options,
  );
  return () => stop.abort();
}
