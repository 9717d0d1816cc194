import type { AnyRecord } from '@nghisu/shared/platform/feed.ts';
import { expect, it } from 'vitest';
import { differing } from './convergence.ts';

const state = (...records: (AnyRecord & Record<string, unknown>)[]) =>
  new Map(records.map(record => [`${record.kind}/${record.id}`, record]));

it('two states are compared record by record, whatever the order of their keys', () => {
  const one = state({ kind: 'a', id: '1', x: 1, y: [1, 2] }, { kind: 'a', id: '2' });
  expect(differing(one, state({ kind: 'a', id: '2' }, { y: [1, 2], x: 1, id: '1', kind: 'a' }))).toEqual([]);
  expect(differing(one, state({ kind: 'a', id: '1', x: 1, y: [2, 1] }, { kind: 'b', id: '3' }))).toEqual([
    'a/1',
    'a/2',
    'b/3',
  ]);
});
