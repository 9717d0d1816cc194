/**
 * Fetches the large screens ahead, one after the other while the page has nothing to do: opening one in the middle of a
 * meeting then needs neither the network nor a server that still has this version's files. Not where people pay for
 * every byte.
 */
export function warmUp(screens: readonly (() => Promise<unknown>)[]): void {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  const idle = (act: () => void): void => {
    if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: 5000 });
    else setTimeout(act, 2000);
  };
  const [first, ...rest] = screens;
  // A screen that cannot be fetched now is fetched when it is opened.
  if (first)
    idle(
      () =>
        void first().then(
          () => warmUp(rest),
          () => undefined,
        ),
    );
}
