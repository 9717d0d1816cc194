import type { Unit, UnitType } from '@nghisu/shared/organisation/organisation.records.ts';
import { describe, expect, it } from 'vitest';
import { unitTree, withAllUnder } from './unitTree.ts';

const unit = (id: string, parentId: string | null, type: UnitType = 'department', order = 0): Unit => ({
  kind: 'unit',
  id,
  name: id,
  shortName: id,
  type,
  parentId,
  order,
  validFrom: '2020-01-01',
  validTo: null,
});

const drawn = (units: Unit[]) => unitTree(units).map(line => `${'-'.repeat(line.depth)}${line.id}`);

describe('the list of units', () => {
  it('sets units in under their parents, by type before order', () => {
    const units = [
      unit('xã', 'huyện', 'commune', 1),
      unit('huyện', 'ubnd', 'district', 1),
      unit('sở 2', 'ubnd', 'department', 9),
      unit('sở 1', 'ubnd', 'department', 2),
      unit('văn phòng', 'ubnd', 'committeeOffice', 50),
      unit('ubnd', null, 'peoplesCommittee'),
    ];
    expect(drawn(units)).toEqual(['ubnd', '-văn phòng', '-sở 1', '-sở 2', '-huyện', '--xã']);
  });

  it('shows every unit once, also under an unknown parent and in a circle', () => {
    expect(drawn([unit('a', 'b'), unit('b', 'a'), unit('c', 'gone'), unit('d', 'd')])).toEqual([
      'c',
      'a',
      '-b',
      'd',
    ]);
  });

  it('knows what a unit cannot belong to: itself and all under it', () => {
    const units = [unit('a', null), unit('b', 'a'), unit('c', 'b'), unit('d', null)];
    expect([...withAllUnder(units, 'a')]).toEqual(['a', 'b', 'c']);
    expect([...withAllUnder([unit('x', 'y'), unit('y', 'x')], 'x')]).toEqual(['x', 'y']);
  });
});
