import { describe, expect, it } from 'vitest';
import { placeAfterDrop, placeNested, placeOneStep, placeUnnested } from './agendaMove.ts';

const top = (id: string) => ({ id, parentId: null });
const nested = (id: string, parentId: string) => ({ id, parentId });
const agenda = [top('a'), nested('a1', 'a'), nested('a2', 'a'), top('b'), top('c')];

describe('moving an item of the agenda', () => {
  it('puts a dropped top item before the next top item, whatever nested items lie between', () => {
    expect(placeAfterDrop([top('c'), top('a'), nested('a1', 'a')], 'c')).toEqual({
      parentId: null,
      beforeId: 'a',
    });
    expect(placeAfterDrop([top('a'), top('c'), nested('a1', 'a'), top('b')], 'c')).toEqual({
      parentId: null,
      beforeId: 'b',
    });
    expect(placeAfterDrop([top('b'), top('a'), nested('a1', 'a')], 'a')).toEqual({
      parentId: null,
      beforeId: null,
    });
  });

  it('puts a dropped nested item under the top item above it', () => {
    expect(placeAfterDrop([top('a'), nested('a2', 'a'), top('b'), nested('a1', 'a')], 'a1')).toEqual({
      parentId: 'b',
      beforeId: null,
    });
    expect(placeAfterDrop([top('a'), nested('a2', 'a'), nested('a1', 'a')], 'a2')).toEqual({
      parentId: 'a',
      beforeId: 'a1',
    });
    expect(placeAfterDrop([nested('a1', 'a'), top('a')], 'a1')).toEqual({ parentId: null, beforeId: 'a' });
  });

  it('goes one step among siblings and stops at the ends', () => {
    expect(placeOneStep(agenda, 'b', 'up')).toEqual({ parentId: null, beforeId: 'a' });
    expect(placeOneStep(agenda, 'b', 'down')).toEqual({ parentId: null, beforeId: null });
    expect(placeOneStep(agenda, 'a', 'down')).toEqual({ parentId: null, beforeId: 'c' });
    expect(placeOneStep(agenda, 'a1', 'down')).toEqual({ parentId: 'a', beforeId: null });
    expect(placeOneStep(agenda, 'a', 'up')).toBeNull();
    expect(placeOneStep(agenda, 'c', 'down')).toBeNull();
  });

  it('nests one level and no deeper', () => {
    expect(placeNested(agenda, 'b')).toEqual({ parentId: 'a', beforeId: null });
    expect(placeNested(agenda, 'a')).toBeNull();
    expect(placeNested([top('x'), ...agenda], 'a')).toBeNull();
    expect(placeUnnested(agenda, 'a1')).toEqual({ parentId: null, beforeId: 'b' });
    expect(placeUnnested(agenda, 'b')).toBeNull();
  });
});
