import { describe, expect, it } from 'vitest';
import type { Bed } from '../bed/bed.ts';
import { seeded } from '../random.ts';
import { faultKinds } from './fault.ts';
import { drawRound } from './nemesis.ts';

/** Drawing touches nothing: the parts only have to be there. */
const bed = {
  cluster: { nodes: [{}, {}, {}], redis: { link: () => ({}) }, postgres: { link: () => ({}) } },
  revocable: [{ person: { id: 'p', name: 'P' }, meeting: { id: 'm', stream: 'meeting:m' } }],
} as unknown as Bed;

const rounds = (seed: number, count: number) => {
  const random = seeded(seed, 'nemesis');
  return Array.from({ length: count }, () => drawRound({ bed, random, note: () => undefined }, faultKinds));
};

describe('the nemesis', () => {
  it('draws the same from the same seed, and something else from another', () => {
    const drawn = (seed: number) =>
      rounds(seed, 50).map(round => round.map(({ kind, target, lasts }) => [kind, target, lasts]));
    expect(drawn(3)).toEqual(drawn(3));
    expect(drawn(3)).not.toEqual(drawn(4));
  });

  it('draws every kind, and never two faults of a round for the same part', () => {
    const all = rounds(1, 1000);
    expect(new Set(all.flat().map(fault => fault.kind))).toEqual(new Set(faultKinds));
    for (const round of all) {
      const held = round.flatMap(fault => fault.holds);
      expect(new Set(held).size).toBe(held.length);
    }
    expect(all.some(round => round.length === 2)).toBe(true);
  });
});
