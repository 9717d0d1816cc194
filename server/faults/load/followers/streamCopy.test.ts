import { drop, put, type StreamEvent } from '@nghisu/shared/platform/feed.ts';
import { describe, expect, it } from 'vitest';
import { StreamCopy } from './streamCopy.ts';

const event = (seq: number, change = put({ kind: 'a', id: `${seq}` })): StreamEvent => ({
  ...{ seq, type: 't', by: null, at: '', changes: [change] },
});
const reply = (seq: number, wipe: boolean, ...ids: string[]) => ({
  ...{ epoch: 'e', seq, wipe, changes: ids.map(id => put({ kind: 'a', id })) },
});

function following(): StreamCopy {
  const copy = new StreamCopy('s');
  copy.take(reply(4, true, 'x'));
  return copy;
}

describe('the copy of a stream', () => {
  it('applies what is next in line, and once', () => {
    const copy = following();
    expect(copy.receive([event(3), event(4), event(5), event(6, drop('a', 'x'))])).toEqual([
      { from: 3, to: 6 },
    ]);
    expect([copy.seq, [...copy.records.keys()], copy.isBehind]).toEqual([6, ['a/5'], false]);
  });

  it('applies nothing behind a hole, and tells of it, until an answer closes it', () => {
    const copy = following();
    expect(copy.receive([event(5), event(7), event(8)])).toEqual([
      { from: 5, to: 5 },
      { from: 7, to: 8 },
    ]);
    expect([copy.seq, copy.isBehind]).toEqual([5, true]);
    copy.take(reply(8, false, '6', '7', '8'));
    expect([copy.seq, copy.isBehind, copy.records.size]).toEqual([8, false, 5]);
  });

  it('believes no answer that is older than what it holds, unless it starts anew', () => {
    const copy = following();
    copy.receive([event(5)]);
    copy.take(reply(4, false, 'old'));
    expect([copy.seq, copy.records.has('a/old')]).toEqual([5, false]);
    copy.take(reply(2, true, 'restored'));
    expect([copy.seq, [...copy.records.keys()]]).toEqual([2, ['a/restored']]);
  });

  it('forgets all when its rights change, and waits for an answer after a lost connection', () => {
    const copy = following();
    copy.interrupt();
    copy.receive([event(5)]);
    expect([copy.seq, copy.state, copy.life]).toEqual([4, 'asking', 1]);
    copy.forget('gone');
    expect([copy.seq, copy.records.size, copy.isBehind]).toEqual([-1, 0, true]);
  });
});
