import { describe, expect, it } from 'vitest';
import {
  agendaNumbers,
  agendaOrder,
  nextItem,
  positionBefore,
  secondsLeft,
  secondsUsed,
} from './agenda.rules.ts';

const item = (id: string, position: number, parentId: string | null = null) => ({ id, position, parentId });

describe('the order of the agenda', () => {
  it('puts nested items after their parent and numbers them as people say them', () => {
    const items = [item('b', 2), item('a2', 2, 'a'), item('a', 1), item('a1', 1, 'a')];
    expect(agendaOrder(items).map(one => one.id)).toEqual(['a', 'a1', 'a2', 'b']);
    expect([...agendaNumbers(items)]).toEqual([
      ['a', '1'],
      ['a1', '1.1'],
      ['a2', '1.2'],
      ['b', '2'],
    ]);
  });

  it('finds a place before any neighbour, and says when there is none left', () => {
    const siblings = [item('a', 1), item('b', 2)];
    expect(positionBefore([], null)).toBe(1);
    expect(positionBefore(siblings, null)).toBe(3);
    expect(positionBefore(siblings, 'a')).toBeLessThan(1);
    expect(positionBefore(siblings, 'b')).toBe(1.5);
    expect(positionBefore([item('a', 1), item('b', 1.0000001)], 'b')).toBeNull();
  });

  it('goes on to the next planned item, and back to one that was left out', () => {
    const items = [
      { ...item('a', 1), state: 'planned' as const },
      { ...item('b', 2), state: 'current' as const },
      { ...item('c', 3), state: 'carriedOver' as const },
    ];
    expect(nextItem(items, 'b')?.id).toBe('a');
    expect(nextItem(items.slice(1), 'b')).toBeNull();
  });
});

describe('the clock of an item', () => {
  const start = Date.parse('2026-11-24T01:00:00Z');
  const running = {
    secondsUsed: 30,
    startedAt: new Date(start).toISOString(),
    pausedBefore: 100,
    minutesPlanned: 2,
  };
  const meeting = { pausedAt: null, pausedSeconds: 100, closedAt: null };

  it('counts from its start on top of what was used before', () => {
    expect(secondsUsed(running, meeting, start + 45_999)).toBe(75);
    expect(secondsLeft(running, meeting, start + 120_000)).toBe(-30);
  });

  it('stands still in a pause, leaves ended pauses out, and stops with the meeting', () => {
    const paused = { ...meeting, pausedAt: new Date(start + 20_000).toISOString() };
    expect(secondsUsed(running, paused, start + 500_000)).toBe(50);
    expect(secondsUsed(running, { ...meeting, pausedSeconds: 110 }, start + 60_000)).toBe(80);
    expect(
      secondsUsed(running, { ...meeting, closedAt: new Date(start + 5000).toISOString() }, start + 90_000),
    ).toBe(35);
  });

  it('never runs backwards when a device is ahead of the server', () => {
    expect(secondsUsed(running, meeting, start - 10_000)).toBe(30);
  });
});
