import { describe, expect, it } from 'vitest';
import type { Entry } from '../../history/history.ts';
import { RightsCheck } from './rights.ts';

const away = (type: 'revoked' | 'restored', at: number): Entry => ({
  ...{ f: 'rights', type, at, person: 'p', meeting: 'm' },
});
const told = (at: number, more: Partial<Extract<Entry, { f: 'received' }>> = {}): Entry => ({
  ...{ f: 'received', at, actor: 'p@2', stream: 'meeting:m', socket: 1, epoch: '', from: 1, to: 1 },
  ...{ kind: 'change', ...more },
});

function judge(history: Entry[]) {
  const check = new RightsCheck();
  for (const one of history) check.take(one);
  return check.finish();
}

const revoked = [away('revoked', 1000), away('restored', 60_000), away('revoked', 90_000)];

describe('whoever has no rights any more', () => {
  it.each<[string, Entry]>([
    ['before', told(900)],
    ['within the grace', told(5999)],
    ['after the next invitation', told(60_001)],
    ['of another meeting', told(9000, { stream: 'meeting:n' })],
    ['of the directory', told(9000, { stream: 'org' })],
    ['that all is to be forgotten', told(9000, { from: -1, to: -1, kind: 'snapshot' })],
    ['as another person', told(9000, { actor: 'q@2' })],
  ])('may be told %s', (_, entry) => {
    expect(judge([...revoked, entry]).findings).toEqual([]);
  });

  it.each<[string, Entry]>([
    ['a change', told(6001)],
    ['a beat', told(9000, { kind: 'beat' })],
    ['an answer', told(9000, { kind: 'snapshot', from: -1 })],
    ['over HTTP', told(9000, { actor: 'p@http', socket: -1, from: -1, to: -1, kind: 'snapshot' })],
    ['in the minutes', told(9000, { actor: 'p@minutes', stream: 'minutes:m', socket: -1, from: -1, to: -1 })],
    ['after the second time', told(99_000)],
  ])('is told nothing: %s', (_, entry) => {
    const { findings, counts } = judge([...revoked, entry]);
    expect(findings.map(({ what }) => what)).toEqual(['somebody without rights was told of a meeting']);
    expect(counts).toEqual({ revocations: 2 });
  });
});
