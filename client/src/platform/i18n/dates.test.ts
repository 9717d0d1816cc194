import { afterEach, describe, expect, test } from 'vitest';
import {
  formatBytes,
  formatClock,
  formatDay,
  formatDue,
  formatDuration,
  formatMoment,
  formatNumber,
  formatSince,
  formatTime,
} from './dates.ts';
import { language } from './i18n.svelte.ts';

afterEach(() => language.use('vi'));

describe('days and times are those of Viet Nam', () => {
  test('a day carries its weekday', () => {
    expect(formatDay('2026-11-23')).toBe('thứ Hai, 23/11/2026');
    expect(formatDay('2026-11-29')).toBe('Chủ nhật, 29/11/2026');
  });

  test('an instant late in the evening in London is the next day in Ha Noi', () => {
    expect(formatDay('2026-11-23T17:30:00.000Z')).toBe('thứ Ba, 24/11/2026');
    expect(formatMoment('2026-11-23T17:30:00.000Z')).toBe('00:30, 24/11/2026');
  });

  test('times have 24 hours and two digits', () => {
    expect(formatTime('2026-11-24T07:05:00.000Z')).toBe('14:05');
    expect(formatTime(new Date('2026-11-24T00:05:00.000Z'))).toBe('07:05');
    expect(formatTime('2026-11-23T17:00:00.000Z')).toBe('00:00');
  });
});

describe('the distance of a due day', () => {
  const now = new Date('2026-11-24T01:00:00.000Z');

  test('is said in words', () => {
    expect(formatDue('2026-11-27', now)).toBe('còn 3 ngày');
    expect(formatDue('2026-11-24', now)).toBe('hôm nay');
    expect(formatDue('2026-11-19', now)).toBe('quá hạn 5 ngày');
  });

  test('counts days in Viet Nam, not 24 hours', () => {
    expect(formatDue('2026-11-24', new Date('2026-11-24T16:59:00.000Z'))).toBe('hôm nay');
    expect(formatDue('2026-11-24', new Date('2026-11-24T17:01:00.000Z'))).toBe('quá hạn 1 ngày');
  });

  test('has a plural in English', () => {
    language.use('en');
    expect(formatDue('2026-11-25', now)).toBe('1 day left');
    expect(formatDue('2026-11-19', now)).toBe('5 days overdue');
  });
});

describe('how long ago', () => {
  const now = new Date('2026-11-24T08:00:00.000Z');

  test('is said in words on the same day', () => {
    expect(formatSince('2026-11-24T07:59:30.000Z', now)).toBe('vừa xong');
    expect(formatSince('2026-11-24T07:55:00.000Z', now)).toBe('5 phút trước');
    expect(formatSince('2026-11-24T05:10:00.000Z', now)).toBe('2 giờ trước');
  });

  test('is the moment itself on another day, but minutes across midnight stay minutes', () => {
    expect(formatSince('2026-11-23T03:00:00.000Z', now)).toBe('10:00, 23/11/2026');
    expect(formatSince('2026-11-23T16:50:00.000Z', new Date('2026-11-23T17:10:00.000Z'))).toBe(
      '20 phút trước',
    );
  });

  test('a clock that runs ahead of the server still says just now', () => {
    expect(formatSince('2026-11-24T08:00:05.000Z', now)).toBe('vừa xong');
  });
});

describe('clocks, sizes and numbers', () => {
  test('a clock shows minutes and seconds, hours when there are any, and overrun with a minus', () => {
    expect(formatClock(750)).toBe('12:30');
    expect(formatClock(5)).toBe('00:05');
    expect(formatClock(3723)).toBe('1:02:03');
    expect(formatClock(-135)).toBe('−02:15');
    expect(formatClock(59.9)).toBe('00:59');
  });

  test('a length of time is said in hours and minutes', () => {
    expect(formatDuration(45)).toBe('45 phút');
    expect(formatDuration(60)).toBe('1 giờ');
    expect(formatDuration(90)).toBe('1 giờ 30 phút');
  });

  test('sizes use the decimal mark of the language', () => {
    expect(formatBytes(2_516_582)).toBe('2,4 MB');
    expect(formatBytes(820)).toBe('820 B');
    expect(formatBytes(23 * 1024 * 1024)).toBe('23 MB');
    expect(formatBytes(1_048_575)).toBe('1 MB');
    language.use('en');
    expect(formatBytes(2_516_582)).toBe('2.4 MB');
  });

  test('numbers are grouped as in Vietnamese', () => {
    expect(formatNumber(12_345)).toBe('12.345');
  });
});
