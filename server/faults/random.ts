/** A source of chance that repeats itself: everything random of a run is drawn from such ones. */
export type Random = {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, the limit. */
  below(limit: number): number;
  chance(part: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  bytes(count: number): Buffer;
};

/** Mulberry32, small and the same on every machine. Two parts of a run with different names draw differently. */
export function seeded(seed: number, part = ''): Random {
  let state = seed >>> 0;
  for (const letter of part) state = Math.imul(state ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: part => next() < part,
    pick: values => values[below(values.length)]!,
    bytes: count => Buffer.from(Array.from({ length: count }, () => below(256))),
  };
}
