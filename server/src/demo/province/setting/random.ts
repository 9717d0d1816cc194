/** A repeatable source of choices: the same seed always gives the same answers in the same order. */
export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One element of a list that must not be empty. */
  pick<T>(list: readonly T[]): T;
  /** One element, chosen in proportion to its weight. */
  weighted<T>(list: readonly (readonly [T, number])[]): T;
  /** A new list with the same elements in another order. */
  shuffle<T>(list: readonly T[]): T[];
  /** Deals the elements of a list, each as often as it stands there, before it shuffles them anew. */
  dealer<T>(list: readonly T[]): () => T;
  /** An independent source named after a part of the work, so that one part never shifts the choices of another. */
  fork(name: string): Random;
};

/** Starts a source from a text; the sfc32 generator, whose state is the text hashed four times. */
export function seededRandom(seed: string): Random {
  const next = sfc32(hash(seed, 1), hash(seed, 2), hash(seed, 3), hash(seed, 4));
  const random: Random = {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: probability => next() < probability,
    pick: list => {
      const chosen = list[Math.floor(next() * list.length)];
      if (chosen === undefined) throw new RangeError('pick: the list is empty');
      return chosen;
    },
    weighted: list => {
      let rest = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of list) {
        rest -= weight;
        if (rest < 0) return value;
      }
      return random.pick(list)[0];
    },
    shuffle: list => shuffled(list, random),
    dealer: list => {
      let left: typeof list = [];
      return () => {
        if (left.length === 0) left = shuffled(list, random);
        const dealt = random.pick(left.slice(0, 1));
        left = left.slice(1);
        return dealt;
      };
    },
    fork: name => seededRandom(`${seed}/${name}`),
  };
  return random;
}

/** An id in the shape of a version 4 UUID, taken from the seed in place of chance. */
export function seededId(random: Random): string {
  let hex = '';
  while (hex.length < 32) {
    hex += Math.floor(random.next() * 0x100000000)
      .toString(16)
      .padStart(8, '0');
  }
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const result = [...list];
  for (let index = result.length - 1; index > 0; index--) {
    const other = random.int(0, index);
    [result[index], result[other]] = [result[other] as T, result[index] as T];
  }
  return result;
}

function hash(text: string, salt: number): number {
  let value = Math.imul(salt, 0x9e3779b1) ^ 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
    value ^= value >>> 15;
  }
  return value >>> 0;
}

function sfc32(first: number, second: number, third: number, fourth: number): () => number {
  let a = first;
  let b = second;
  let c = third;
  let counter = fourth;
  const next = () => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    return (result >>> 0) / 0x100000000;
  };
  // The first outputs still resemble the hash; throw them away.
  for (let round = 0; round < 12; round++) next();
  return next;
}
