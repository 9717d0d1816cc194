import { type Change, drop, put, type StreamEvent } from '@nghisu/shared/platform/feed.ts';
import { describe, expect, test } from 'vitest';
import { type Ask, FeedMachine } from './streamFeed.ts';

const epoch = 'before';
type Item = { kind: 'item'; id: string; value: number };
const item = (id: string, value = 0): Item => ({ kind: 'item', id, value });
const event = (seq: number, ...changes: Change[]): StreamEvent => ({
  seq,
  type: 'items.changed',
  by: null,
  at: '2026-11-24T01:00:00.000Z',
  changes,
});

function feedUnderTest() {
  const held = new Map<string, Item>();
  let requests = 0;
  const store = {
    apply(changes: readonly Change[], wipe: boolean) {
      if (wipe) held.clear();
      for (const change of changes) {
        if (change.op === 'put') held.set(change.record.id, change.record as Item);
        else held.delete(change.id);
      }
    },
  };
  const feed = new FeedMachine(store, () => {
    requests += 1;
  });
  const ask = (): Ask => {
    const asked = feed.beginAsk();
    if (!asked) throw new Error('the feed has nothing to ask');
    return asked;
  };
  return {
    feed,
    ask,
    values: () => Object.fromEntries([...held.values()].map(({ id, value }) => [id, value])),
    get requests() {
      return requests;
    },
    /** Subscribed and answered with a snapshot. */
    live(seq: number, ...items: Item[]) {
      feed.resume();
      feed.applyReply({ epoch, seq, wipe: true, changes: items.map(put) }, ask());
      requests = 0;
      return this;
    },
  };
}

describe('one reply for snapshot, catch-up and reset', () => {
  test('S2: a snapshot makes an empty feed live', () => {
    const world = feedUnderTest();
    expect(world.feed.state).toBe('loading');
    world.feed.resume();
    expect(world.ask().since).toBe(-1);
    world.feed.applyReply({ epoch, seq: 0, wipe: true, changes: [put(item('a', 1))] }, world.ask());
    expect(world.feed.state).toBe('live');
    expect(world.feed.seq).toBe(0);
    expect(world.values()).toEqual({ a: 1 });
  });

  test('S2: a catch-up changes only what it names', () => {
    const world = feedUnderTest().live(5, item('a'), item('b'), item('c'));
    world.feed.head(9);
    world.feed.applyReply(
      { epoch, seq: 9, wipe: false, changes: [put(item('a', 7)), drop('item', 'b')] },
      world.ask(),
    );
    expect(world.values()).toEqual({ a: 7, c: 0 });
    expect(world.feed.seq).toBe(9);
  });

  test('S2: a wipe forgets everything that it does not bring', () => {
    const world = feedUnderTest().live(5, item('a'), item('b'));
    world.feed.head(900);
    world.feed.applyReply({ epoch, seq: 900, wipe: true, changes: [put(item('b', 2))] }, world.ask());
    expect(world.values()).toEqual({ b: 2 });
  });

  test('S2: a server restored from a backup takes the feed back with a wipe', () => {
    const world = feedUnderTest().live(100, item('a', 100));
    world.feed.interrupt();
    world.feed.resume();
    expect(world.ask().since).toBe(100);
    world.feed.applyReply({ epoch, seq: 80, wipe: true, changes: [put(item('a', 80))] }, world.ask());
    expect([world.feed.seq, world.feed.state, world.values()]).toEqual([80, 'live', { a: 80 }]);
    world.feed.receive([event(81, put(item('a', 81)))]);
    expect(world.values()).toEqual({ a: 81 });
  });
});

describe('another history', () => {
  const restored = { epoch: 'after', seq: 120, wipe: true, changes: [put(item('a', 120))] };

  test('S2: a restored server that has meanwhile passed the feed takes it back: it counts in another epoch', () => {
    const world = feedUnderTest().live(100, item('a', 100), item('b', 100));
    world.feed.interrupt();
    world.feed.resume();
    const asked = world.ask();
    expect(asked).toMatchObject({ since: 100, epoch: 'before' });
    world.feed.receive([event(121, put(item('a', 121)))]);
    world.feed.applyReply(restored, asked);
    expect([world.feed.epoch, world.values()]).toEqual(['after', { a: 120 }]);
    world.feed.head(121);
    world.feed.applyReply(
      { epoch: 'after', seq: 121, wipe: false, changes: [put(item('a', 121))] },
      world.ask(),
    );
    expect([world.feed.seq, world.feed.state, world.values()]).toEqual([121, 'live', { a: 121 }]);
  });

  test('S2: one that stands at the very same number takes it back too', () => {
    const world = feedUnderTest().live(120, item('b', 100));
    world.feed.interrupt();
    world.feed.resume();
    world.feed.applyReply(restored, world.ask());
    expect([world.feed.seq, world.values()]).toEqual([120, { a: 120 }]);
  });

  test('S2: records kept on this device name their epoch in the first question', () => {
    const world = feedUnderTest();
    world.feed.restore({ seq: 7, epoch }, [put(item('a', 7))]);
    world.feed.resume();
    expect(world.ask()).toMatchObject({ since: 7, epoch });
    world.feed.applyReply(restored, world.ask());
    expect(world.values()).toEqual({ a: 120 });
  });
});

describe('events around a reply', () => {
  test('S3: events that come before the reply wait for it, and those it contains are dropped', () => {
    const world = feedUnderTest();
    world.feed.resume();
    world.feed.receive([event(7, put(item('a', 7))), event(8, put(item('a', 8)))]);
    expect(world.values()).toEqual({});
    world.feed.applyReply({ epoch, seq: 7, wipe: true, changes: [put(item('a', 70))] }, world.ask());
    expect(world.values()).toEqual({ a: 8 });
    expect([world.feed.seq, world.feed.state]).toEqual([8, 'live']);
  });

  test('S3: events wait for the reply after a reconnect too, for it may wipe', () => {
    const world = feedUnderTest().live(5, item('old', 5));
    world.feed.interrupt();
    world.feed.resume();
    const asked = world.ask();
    world.feed.receive([event(6, put(item('new', 6)))]);
    expect(world.values()).toEqual({ old: 5 });
    world.feed.applyReply({ epoch, seq: 5, wipe: true, changes: [] }, asked);
    expect(world.values()).toEqual({ new: 6 });
  });

  test('S3: an event at or below the own seq changes nothing', () => {
    const world = feedUnderTest().live(5, item('a', 5));
    world.feed.receive([event(5, put(item('a', 50))), event(3, drop('item', 'a'))]);
    expect(world.values()).toEqual({ a: 5 });
    expect(world.requests).toBe(0);
  });

  test('S3: a reply older than the feed is harmless', () => {
    const world = feedUnderTest().live(5, item('a', 5));
    world.feed.head(6);
    const first = world.ask();
    world.feed.receive([event(6, put(item('a', 6))), event(7, put(item('a', 7)))]);
    world.feed.applyReply({ epoch, seq: 6, wipe: true, changes: [put(item('a', 60))] }, first);
    expect([world.feed.seq, world.values()]).toEqual([7, { a: 7 }]);
  });

  test('S3: the same reply twice is harmless', () => {
    const world = feedUnderTest().live(5, item('a'));
    world.feed.head(6);
    const asked = world.ask();
    const reply = { epoch, seq: 6, wipe: false, changes: [put(item('a', 6))] };
    world.feed.applyReply(reply, asked);
    world.feed.receive([event(7, put(item('a', 7)))]);
    world.feed.applyReply(reply, asked);
    expect([world.feed.seq, world.values()]).toEqual([7, { a: 7 }]);
  });
});

describe('holes', () => {
  test('S4: events out of order are applied in order', () => {
    const world = feedUnderTest().live(0);
    world.feed.receive([event(2, put(item('a', 2)))]);
    expect([world.feed.state, world.values()]).toEqual(['catchingUp', {}]);
    world.feed.receive([event(1, put(item('a', 1)))]);
    expect([world.feed.state, world.values()]).toEqual(['live', { a: 2 }]);
  });

  test('S4: a hole that closes by itself leaves nothing to ask', () => {
    const world = feedUnderTest().live(0);
    world.feed.receive([event(2)]);
    world.feed.receive([event(1)]);
    expect(world.feed.beginAsk()).toBeNull();
  });

  test('S4: however much is missing, one request stands, and it asks from the newest seq', () => {
    const world = feedUnderTest().live(0);
    for (let seq = 3; seq < 100; seq += 1) world.feed.receive([event(seq)]);
    world.feed.head(200);
    world.feed.receive([event(1)]);
    expect(world.requests).toBe(1);
    expect(world.ask().since).toBe(1);
  });

  test('S4: a beat above the own seq asks, a beat at or below it does not', () => {
    const world = feedUnderTest().live(5);
    world.feed.head(4);
    world.feed.head(5);
    expect([world.requests, world.feed.state]).toEqual([0, 'live']);
    world.feed.head(6);
    expect([world.requests, world.feed.state]).toEqual([1, 'catchingUp']);
  });

  test('S4: a reply that is already old again asks once more', () => {
    const world = feedUnderTest().live(5);
    world.feed.head(9);
    world.feed.applyReply({ epoch, seq: 7, wipe: false, changes: [] }, world.ask());
    expect([world.requests, world.feed.state, world.ask().since]).toEqual([2, 'catchingUp', 7]);
  });

  test('S4: a reply that brings nothing does not start a storm of requests', () => {
    const world = feedUnderTest().live(5);
    world.feed.head(9);
    world.feed.applyReply({ epoch, seq: 5, wipe: false, changes: [] }, world.ask());
    expect([world.requests, world.feed.state]).toEqual([1, 'catchingUp']);
    world.feed.head(9);
    expect(world.requests).toBe(2);
  });
});

describe('rights', () => {
  test('S5: a drop of something never seen only moves the seq', () => {
    const world = feedUnderTest().live(5, item('a'));
    world.feed.receive([event(6, drop('item', 'hidden'))]);
    expect([world.feed.seq, world.values()]).toEqual([6, { a: 0 }]);
  });

  test('S6: a reset forgets at once and asks for everything', () => {
    const world = feedUnderTest().live(5, item('secret'));
    world.feed.reset();
    expect([world.feed.state, world.feed.seq, world.values()]).toEqual(['loading', -1, {}]);
    expect([world.requests, world.ask().since]).toEqual([1, -1]);
  });

  test('S6: an answer under the old rights that arrives after the reset is not believed', () => {
    const world = feedUnderTest().live(5);
    world.feed.head(6);
    const before = world.ask();
    world.feed.reset();
    world.feed.applyReply({ epoch, seq: 6, wipe: true, changes: [put(item('secret'))] }, before);
    expect([world.feed.state, world.values()]).toEqual(['loading', {}]);
  });

  test('S6: a reset while records kept on this device are being read wins', () => {
    const world = feedUnderTest();
    world.feed.reset();
    world.feed.restore({ seq: 5, epoch }, [put(item('secret'))]);
    expect([world.feed.state, world.values()]).toEqual(['loading', {}]);
  });

  test('a stream that is not ours holds nothing and comes back when it is', () => {
    const world = feedUnderTest().live(5, item('a'));
    world.feed.end();
    expect([world.feed.state, world.values()]).toEqual(['gone', {}]);
    world.feed.resume();
    world.feed.applyReply({ epoch, seq: 6, wipe: true, changes: [put(item('b'))] }, world.ask());
    expect([world.feed.state, world.values()]).toEqual(['live', { b: 0 }]);
  });
});

test('a stream that was looked at before it was made comes with the answer to the command that makes it', async () => {
  const world = feedUnderTest();
  world.feed.resume();
  world.ask();
  world.feed.end();
  world.feed.head(1);
  const wait = world.feed.reached(1);
  expect(world.feed.state).toBe('loading');
  world.feed.applyReply({ epoch, seq: 1, wipe: true, changes: [put(item('a'))] }, world.ask());
  await wait;
  expect([world.feed.state, world.values()]).toEqual(['live', { a: 0 }]);
});

describe('the truth about itself', () => {
  test('S11: without a connection the records stay, and are not called live', () => {
    const world = feedUnderTest().live(5, item('a'));
    world.feed.interrupt();
    expect([world.feed.state, world.values()]).toEqual(['catchingUp', { a: 0 }]);
  });

  test('S11: an answer of a connection that is gone does not make the feed live', () => {
    const world = feedUnderTest().live(5);
    world.feed.head(6);
    const before = world.ask();
    world.feed.interrupt();
    world.feed.applyReply({ epoch, seq: 6, wipe: false, changes: [] }, before);
    expect([world.feed.seq, world.feed.state]).toEqual([5, 'catchingUp']);
  });

  test('S11: records kept on this device are shown, asked from their seq, and not called live', () => {
    const world = feedUnderTest();
    world.feed.restore({ seq: 5, epoch }, [put(item('a'))]);
    expect([world.feed.state, world.values()]).toEqual(['catchingUp', { a: 0 }]);
    world.feed.resume();
    expect(world.ask().since).toBe(5);
    world.feed.applyReply({ epoch, seq: 5, wipe: false, changes: [] }, world.ask());
    expect(world.feed.state).toBe('live');
  });

  test('S11: kept records never replace what the server has told', () => {
    const world = feedUnderTest().live(6, item('a', 6));
    world.feed.restore({ seq: 5, epoch }, [put(item('a', 5))]);
    expect([world.feed.seq, world.values()]).toEqual([6, { a: 6 }]);
  });

  test('waiting for a seq ends when it is reached, whichever way', async () => {
    const world = feedUnderTest().live(5);
    const order: string[] = [];
    const waits = [6, 8, 4].map(seq => world.feed.reached(seq).then(() => order.push(`reached ${seq}`)));
    world.feed.receive([event(6)]);
    world.feed.head(8);
    world.feed.applyReply({ epoch, seq: 8, wipe: true, changes: [] }, world.ask());
    await Promise.all(waits);
    expect(order.sort()).toEqual(['reached 4', 'reached 6', 'reached 8']);
  });

  test('waiting for a seq ends when the stream is gone', async () => {
    const world = feedUnderTest().live(5);
    const wait = world.feed.reached(6);
    world.feed.end();
    await expect(wait).resolves.toBeUndefined();
  });
});
