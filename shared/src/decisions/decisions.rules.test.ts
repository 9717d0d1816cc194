import { describe, expect, it } from 'vitest';
import type { Stance } from './decisions.records.ts';
import { consentOf, inBlock, withoutPosition } from './decisions.rules.ts';

const voters = new Set(['an', 'binh', 'chi']);
const taken = (...given: [string, Stance][]) => given.map(([personId, stance]) => ({ personId, stance }));

describe('an unopposed item', () => {
  it('needs a "no objection" of everybody where the rule says so', () => {
    const rule = { needs: 'everybody' } as const;
    const two = taken(['an', 'noObjection'], ['binh', 'noObjection']);
    expect(consentOf(rule, voters, two)).toEqual({
      noObjection: 2,
      otherwise: 0,
      total: 3,
      needed: 3,
      unopposed: false,
    });
    expect(consentOf(rule, voters, [...two, ...taken(['chi', 'noObjection'])]).unopposed).toBe(true);
    expect(consentOf(rule, new Set(), []).unopposed).toBe(false);
  });

  it('is one that somebody spoke for and nobody against where silence agrees', () => {
    const rule = { needs: 'nobodyAgainst' } as const;
    expect(consentOf(rule, voters, taken(['an', 'noObjection'])).unopposed).toBe(true);
    expect(consentOf(rule, voters, []).unopposed).toBe(false);
  });

  it.each(['objection', 'wishesToSpeak'] as const)('is none that one person meets with %s', stance => {
    const positions = taken(['an', 'noObjection'], ['binh', 'noObjection'], ['chi', stance]);
    for (const needs of ['everybody', 'nobodyAgainst'] as const)
      expect(consentOf({ needs }, voters, positions)).toMatchObject({ otherwise: 1, unopposed: false });
  });

  it('does not count those who do not decide', () => {
    const positions = taken(['an', 'noObjection'], ['guest', 'objection'], ['visitor', 'noObjection']);
    const consent = consentOf({ needs: 'nobodyAgainst' }, voters, positions);
    expect(consent).toMatchObject({ noObjection: 1, otherwise: 0, unopposed: true });
  });

  it('waits for a word of this person while it is planned', () => {
    const items = ['a', 'b', 'c'].map(id => ({
      id,
      state: id === 'c' ? ('done' as const) : ('planned' as const),
    }));
    const positions = [
      { agendaItemId: 'a', personId: 'an' },
      { agendaItemId: 'b', personId: 'binh' },
    ];
    expect(withoutPosition(items, positions, 'an').map(item => item.id)).toEqual(['b']);
  });

  it('stands in the block until it is pulled out or discussed', () => {
    const items = [
      { id: 'a', state: 'planned' as const },
      { id: 'b', state: 'planned' as const },
      { id: 'c', state: 'current' as const },
      { id: 'd', state: 'planned' as const },
    ];
    const proposed = ['a', 'b', 'c'].map(id => ({ id, pulledOutById: id === 'b' ? 'an' : null }));
    expect(inBlock(items, proposed).map(item => item.id)).toEqual(['a']);
  });
});
