import { describe, expect, test } from 'vitest';
import { dayAndTimeOf, instantOf, readDay, readTime, stepTime } from './dateEntry.ts';

const today = '2026-11-24';

describe('a typed day', () => {
  test.each([
    ['5/12/2026', '2026-12-05'],
    ['05/12/2026', '2026-12-05'],
    ['5-12-2026', '2026-12-05'],
    ['5.12.26', '2026-12-05'],
    ['05122026', '2026-12-05'],
    ['051226', '2026-12-05'],
    ['0512', '2026-12-05'],
    ['512', '2026-12-05'],
    ['5 12 2026', '2026-12-05'],
    ['30/12', '2026-12-30'],
    ['1/2', '2027-02-01'],
    [' 24/11 ', '2026-11-24'],
    ['ngày 5 tháng 12 năm 2026', '2026-12-05'],
  ])('%s is read day first as %s', (typed, day) => {
    expect(readDay(typed, today)).toBe(day);
  });

  test.each(['', '31/2/2026', '13/13/2026', '12', 'mai', '5/12/20266', '99999999', '1/2/3/4'])(
    '%s is no day',
    typed => {
      expect(readDay(typed, today)).toBeNull();
    },
  );
});

describe('a typed time', () => {
  test.each([
    ['14:05', '14:05'],
    ['8:30', '08:30'],
    ['8h30', '08:30'],
    ['8h', '08:00'],
    ['8', '08:00'],
    ['14.05', '14:05'],
    ['805', '08:05'],
    ['1405', '14:05'],
    ['8 giờ 30 phút', '08:30'],
    ['14g5', '14:05'],
    ['0:00', '00:00'],
  ])('%s is read as %s', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });

  test.each(['', '24:00', '8:60', '2561', 'tám giờ', '8:', '::'])('%s is at most a full hour', typed => {
    expect([null, '08:00']).toContain(readTime(typed));
  });

  test('steps land on multiples and stay within the day', () => {
    expect([stepTime('08:02', 5), stepTime('08:02', -5), stepTime('08:00', 15)]).toEqual([
      '08:05',
      '08:00',
      '08:15',
    ]);
    expect([stepTime('23:58', 5), stepTime('00:00', -5)]).toEqual(['23:59', '00:00']);
  });
});

test('day and time in Viet Nam and the instant are each other’s reverse, whatever the zone of the machine', () => {
  expect(instantOf('2026-11-24', '00:30')).toBe('2026-11-23T17:30:00.000Z');
  expect(dayAndTimeOf('2026-11-23T17:30:00.000Z')).toEqual({ day: '2026-11-24', time: '00:30' });
});
