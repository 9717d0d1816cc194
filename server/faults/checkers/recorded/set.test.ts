import { describe, expect, it } from 'vitest';
import type { Entry } from '../../history/history.ts';
import { type Effects, SetCheck } from './set.ts';

type Command = Extract<Entry, { f: 'command' }>;

let at = 0;
const entry = (type: Command['type'], id: string, more: Partial<Command> = {}): Command => ({
  ...{ f: 'command', type, at: ++at, actor: 'chair', node: 0, stream: 's', id, name: 'agenda.editItem' },
  ...{ body: 'b', ...more },
});

function judge(history: Entry[], effects: Partial<Effects>) {
  const check = new SetCheck();
  for (const one of history) check.take(one);
  const { findings, counts } = check.finish({ accepted: [], events: [], ...effects });
  return { wrong: findings.map(({ what }) => what), counts };
}

const accepted = (id: string, seq: number) => ({ id, stream: 's', seq });
const sound = [entry('invoke', 'a'), entry('ok', 'a', { seq: 1 })];

describe('the set of acknowledged commands', () => {
  it('is as it should be: done once, unknown and done, unknown and not done, refused', () => {
    const { wrong, counts } = judge(
      [
        ...sound,
        entry('invoke', 'b'),
        entry('info', 'b', { problem: 'timeout' }),
        entry('invoke', 'c'),
        entry('info', 'c', { problem: 'unavailable' }),
        entry('invoke', 'd'),
        entry('fail', 'd', { problem: 'conflict' }),
      ],
      { accepted: [accepted('a', 1), accepted('b', 2)] },
    );
    expect(wrong).toEqual([]);
    expect(counts).toMatchObject({ invoked: 4, ok: 1, fail: 1, info: 2, commands: 4, lost: 0, doubled: 0 });
  });

  it('a refusal after an unknown outcome proves nothing', () => {
    const history = [entry('invoke', 'a'), entry('info', 'a'), entry('invoke', 'a'), entry('fail', 'a')];
    expect(judge(history, { accepted: [accepted('a', 1)] }).wrong).toEqual([]);
  });

  it('a repeat with another body may be refused', () => {
    const other = [entry('invoke', 'a', { body: 'x' }), entry('fail', 'a', { body: 'x' })];
    expect(judge([...sound, ...other], { accepted: [accepted('a', 1)] }).wrong).toEqual([]);
  });

  it.each<[string, Entry[], Partial<Effects>]>([
    ['an acknowledged command is not there', sound, {}],
    ['a command stands under another number than was told', sound, { accepted: [accepted('a', 2)] }],
    ['a command took effect more than once', sound, { accepted: [accepted('a', 1), accepted('a', 2)] }],
    [
      'a command took effect more than once',
      sound,
      { accepted: [accepted('a', 1)], events: [{ id: 'a', stream: 's', transactions: 2 }] },
    ],
    [
      'a refused command took effect',
      [entry('invoke', 'a'), entry('fail', 'a', { problem: 'not_found' })],
      { accepted: [accepted('a', 1)] },
    ],
    [
      'one id was answered with two numbers',
      [...sound, entry('invoke', 'a'), entry('ok', 'a', { seq: 3 })],
      { accepted: [accepted('a', 1)] },
    ],
    [
      'one id was accepted with two bodies',
      [...sound, entry('invoke', 'a', { body: 'x' }), entry('ok', 'a', { seq: 1, body: 'x' })],
      { accepted: [accepted('a', 1)] },
    ],
    [
      'a command met an unexpected error',
      [entry('invoke', 'a'), entry('info', 'a', { problem: 'internal' })],
      {},
    ],
    [
      'a later command stands before an earlier one',
      [
        entry('invoke', 'a'),
        entry('ok', 'a', { seq: 5 }),
        entry('invoke', 'b'),
        entry('ok', 'b', { seq: 4 }),
      ],
      { accepted: [accepted('a', 5), accepted('b', 4)] },
    ],
  ])('finds: %s', (what, history, effects) => {
    expect(judge(history, effects).wrong).toEqual([what]);
  });

  it('commands at the same time may stand in any order', () => {
    const history = [
      ...[entry('invoke', 'a'), entry('invoke', 'b')],
      ...[entry('ok', 'a', { seq: 2 }), entry('ok', 'b', { seq: 1 })],
    ];
    expect(judge(history, { accepted: [accepted('a', 2), accepted('b', 1)] }).wrong).toEqual([]);
  });
});
