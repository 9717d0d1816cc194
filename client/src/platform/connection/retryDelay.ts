const shortestMs = 500;
const longestMs = 10_000;

/**
 * How long to wait before try number `tries` (from 0), in milliseconds: doubling from half a second to ten seconds,
 * with half of it left to chance, so that a hall full of tablets does not come back in the same instant.
 */
export function retryDelayMs(tries: number, random: () => number = Math.random): number {
  const ceiling = Math.min(longestMs, shortestMs * 2 ** Math.min(tries, 10));
  return ceiling / 2 + (random() * ceiling) / 2;
}
