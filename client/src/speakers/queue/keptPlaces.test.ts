import { describe, expect, it } from 'vitest';
import { keepPlaces, oneStep } from './keptPlaces.ts';

const row = (id: string, turn = 0) => ({ id, turn });

describe('a list under the finger', () => {
  it('moves nothing that is shown: newest values, marks for what left, news at the end', () => {
    const kept = keepPlaces([row('a'), row('b'), row('c')], [row('new', 1), row('c', 2), row('a', 3)]);
    expect(kept).toEqual([
      { row: row('a', 3), isGone: false },
      { row: row('b'), isGone: true },
      { row: row('c', 2), isGone: false },
      { row: row('new', 1), isGone: false },
    ]);
  });
});

describe('one step in a queue', () => {
  it('goes before the neighbour above, behind the one below, and nowhere at the ends', () => {
    const ids = ['a', 'b', 'c'];
    expect(oneStep(ids, 'b', 'up')).toBe('a');
    expect(oneStep(ids, 'a', 'down')).toBe('c');
    expect(oneStep(ids, 'b', 'down')).toBeNull();
    expect(oneStep(ids, 'a', 'up')).toBeUndefined();
    expect(oneStep(ids, 'c', 'down')).toBeUndefined();
    expect(oneStep(ids, 'gone', 'up')).toBeUndefined();
  });
});
