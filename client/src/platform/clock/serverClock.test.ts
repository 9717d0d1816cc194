import { describe, expect, test } from 'vitest';
import { retryDelayMs } from '../connection/retryDelay.ts';
import { ServerClock } from './serverClock.ts';

describe('the server clock', () => {
  test('is this device’s own until the server has been heard', () => {
    expect(new ServerClock(() => 1_000).now()).toBe(1_000);
  });

  test('believes the beat that travelled fastest', () => {
    let local = 0;
    const clock = new ServerClock(() => local);
    // The server is 5,000 ahead; the beats took 300, 20 and 900 ms.
    for (const [at, took] of [
      [1_000, 300],
      [2_000, 20],
      [3_000, 900],
    ] as const) {
      local = at;
      clock.beat(at + 5_000 - took);
    }
    expect(clock.now()).toBe(8_000 - 20);
  });

  test('adds half of the fastest round trip', () => {
    const clock = new ServerClock(() => 1_000);
    clock.beat(6_000 - 20);
    clock.answered(400);
    clock.answered(40);
    expect(clock.now()).toBe(6_000);
  });

  test('moves on with this device between beats', () => {
    let local = 0;
    const clock = new ServerClock(() => local);
    clock.beat(500);
    local = 2_000;
    expect(clock.now()).toBe(2_500);
  });

  test('follows a device whose clock stood still while it slept', () => {
    let local = 0;
    const clock = new ServerClock(() => local);
    clock.beat(1_000);
    local = 10;
    clock.beat(60_000);
    expect(clock.now()).toBe(60_000);
  });

  test('forgets an old measurement after ten beats', () => {
    const clock = new ServerClock(() => 0);
    clock.beat(9_000);
    for (let count = 0; count < 10; count += 1) clock.beat(1_000);
    expect(clock.now()).toBe(1_000);
  });

  test('measures anew on another connection, without a jump before the first beat', () => {
    const clock = new ServerClock(() => 0);
    clock.beat(5_000);
    clock.answered(100);
    clock.restart();
    expect(clock.now()).toBe(5_000);
  });
});

describe('the wait before another attempt', () => {
  test('grows to ten seconds, and half of it is chance', () => {
    expect([0, 1, 2, 3, 4, 5, 100].map(tries => retryDelayMs(tries, () => 1))).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000,
    ]);
    expect(retryDelayMs(0, () => 0)).toBe(250);
    expect(retryDelayMs(100, () => 0)).toBe(5_000);
  });
});
