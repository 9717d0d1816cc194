import { describe, expect, it } from 'vitest';
import type { Entry } from '../../history/history.ts';
import { SequenceCheck } from './sequence.ts';

type Received = Extract<Entry, { f: 'received' }>;
type Heads = Parameters<SequenceCheck['finish']>[0];

const received = (kind: Received['kind'], at: number, from: number, to: number, more = {}): Received => ({
  ...{ f: 'received', at, actor: 'p@0', stream: 's', socket: 1, epoch: 'e', from, to, kind, ...more },
});
const answer = (at: number, to: number, more = {}) => received('snapshot', at, -1, to, more);
const change = (at: number, from: number, to = from, more = {}) => received('change', at, from, to, more);

function judge(history: Entry[], heads: Heads = []) {
  const check = new SequenceCheck();
  for (const one of history) check.take(one);
  const { findings, counts } = check.finish(heads);
  return { wrong: findings.map(({ what }) => what), counts };
}

describe('the numbers that come to a reader', () => {
  it.each<[string, Entry[]]>([
    ['all of them', [answer(0, 4), change(1, 5), change(2, 6, 9), answer(3, 9)]],
    ['some again', [answer(0, 4), change(1, 3, 5), change(2, 5), change(3, 6)]],
    ['before the first answer', [change(0, 8), answer(1, 8), change(2, 9)]],
    ['a hole that an answer closes', [answer(0, 4), change(1, 7), answer(2000, 7), change(30_000, 8)]],
    [
      'a hole that closes by itself',
      [answer(0, 4), change(1, 6), change(2, 5), change(3, 6), change(30_000, 7)],
    ],
    ['a hole that ends with the connection', [answer(0, 4), change(1, 7), answer(30_000, 9, { socket: 2 })]],
    ['a hole that ends with the rights', [answer(0, 4), change(1, 7), answer(2, -1), answer(30_000, 9)]],
    ['answers to questions asked at the same time', [answer(0, 4, { asked: 0 }), change(9, 5)]],
  ])('are right: %s', (_, history) => {
    expect(judge(history).wrong).toEqual([]);
  });

  it.each<[string, string, Entry[]]>([
    ['a hole was not closed', 'while more comes', [answer(0, 4), change(1, 7), change(25_000, 8)]],
    [
      'a hole was not closed',
      'until the end',
      [answer(0, 4), change(1, 7), change(15_000, 1, 1, { actor: 'q@0' })],
    ],
    [
      'a hole was not closed',
      'by an answer that is too old',
      [answer(0, 4), change(1, 7), answer(2, 5), change(25_000, 8)],
    ],
    ['the epoch changed, and nothing was restored', 'ever', [answer(0, 4), answer(1, 4, { epoch: 'f' })]],
    [
      'an answer lacks what was acknowledged before it was asked',
      'at all',
      [
        ...[
          {
            f: 'command',
            type: 'ok',
            at: 5,
            actor: 'a',
            node: 0,
            stream: 's',
            id: 'i',
            name: 'n',
            seq: 6,
          } as const,
        ],
        answer(9, 5, { asked: 6 }),
      ],
    ],
  ])('finds: %s, %s', (what, _, history) => {
    expect(judge(history).wrong).toEqual([what]);
  });

  it('finds streams whose numbers are not dense', () => {
    const dense = { stream: 'a', first: 1, last: 3, count: 3, head: 3 };
    const heads = [
      dense,
      { stream: 'empty', first: 0, last: 0, count: 0, head: 0 },
      { ...dense, count: 2 },
      { ...dense, first: 2, count: 2 },
      { ...dense, head: 4 },
    ];
    const { wrong } = judge([], heads);
    expect(wrong).toEqual(Array(3).fill('the numbers of a stream are not dense'));
  });
});
