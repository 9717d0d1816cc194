import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addWorkingDays,
  dateOf,
  daysBetween,
  endOfMonth,
  endOfQuarter,
  formatDate,
  isLocalDate,
  isWorkingDay,
  localDate,
  nextOccurrence,
  parseVietnameseDate,
  startOfWeek,
  weekday,
} from './dates.ts';

const someDate = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2200-12-31T00:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));

describe('localDate', () => {
  test('the day changes at midnight in Viet Nam, not in UTC', () => {
    expect(localDate('2026-12-24T16:59:59.999Z')).toBe('2026-12-24');
    expect(localDate('2026-12-24T17:00:00Z')).toBe('2026-12-25');
    expect(localDate('2026-12-25T00:30:00+07:00')).toBe('2026-12-25');
    expect(localDate(new Date('2025-12-31T17:00:00Z'))).toBe('2026-01-01');
  });

  test('it agrees with the time zone data of the runtime', () => {
    const zone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' });
    const instants = fc.date({
      min: new Date('1980-01-01T00:00:00Z'),
      max: new Date('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, instant => {
        expect(localDate(instant)).toBe(zone.format(instant));
      }),
    );
  });

  test('what is no instant is refused', () => {
    expect(() => localDate('hôm nay')).toThrow(RangeError);
  });
});

describe('arithmetic', () => {
  test('days are added across months, years and 29 February', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  test('adding and counting days are inverse', () => {
    fc.assert(
      fc.property(someDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  test('months are added without falling into the next month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-01-10', -13)).toBe('2024-12-10');
  });

  test('months and quarters end on their last day', () => {
    expect(endOfMonth('2026-02-03')).toBe('2026-02-28');
    expect(endOfMonth('2028-02-29')).toBe('2028-02-29');
    expect(endOfMonth('2026-11-30')).toBe('2026-11-30');
    expect(endOfQuarter('2026-01-01')).toBe('2026-03-31');
    expect(endOfQuarter('2026-05-31')).toBe('2026-06-30');
    expect(endOfQuarter('2026-12-31')).toBe('2026-12-31');
  });

  test('weeks begin on Monday', () => {
    expect(weekday('1970-01-01')).toBe(4);
    expect(weekday('1969-12-28')).toBe(7);
    expect(weekday('2026-11-23')).toBe(1);
    expect(startOfWeek('2026-11-29')).toBe('2026-11-23');
    expect(startOfWeek('2026-11-23')).toBe('2026-11-23');
  });

  test('a day that does not exist is refused', () => {
    expect(isLocalDate('2026-02-29')).toBe(false);
    expect(isLocalDate('2026-2-9')).toBe(false);
    expect(isLocalDate('')).toBe(false);
    expect(isLocalDate('2028-02-29')).toBe(true);
    expect(dateOf(2026, 13, 1)).toBeNull();
    expect(dateOf(2100, 2, 29)).toBeNull();
    expect(dateOf(Number.NaN, 1, 1)).toBeNull();
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
  });

  test('every day that exists is accepted', () => {
    fc.assert(
      fc.property(someDate, date => {
        expect(isLocalDate(date)).toBe(true);
      }),
    );
  });
});

describe('working days', () => {
  test('Saturday, Sunday and public holidays are no working days', () => {
    expect(isWorkingDay('2026-11-27')).toBe(true);
    expect(isWorkingDay('2026-11-28')).toBe(false);
    expect(isWorkingDay('2026-11-29')).toBe(false);
    expect(isWorkingDay('2026-09-02', ['2026-09-02'])).toBe(false);
  });

  test('the day itself is not counted and days off are skipped', () => {
    expect(addWorkingDays('2026-11-26', 1)).toBe('2026-11-27');
    expect(addWorkingDays('2026-11-27', 1)).toBe('2026-11-30');
    expect(addWorkingDays('2026-11-28', 5)).toBe('2026-12-04');
    expect(addWorkingDays('2026-09-01', 1, ['2026-09-02', '2026-09-03'])).toBe('2026-09-04');
    expect(addWorkingDays('2026-11-30', -3)).toBe('2026-11-25');
    expect(addWorkingDays('2026-11-28', 0)).toBe('2026-11-28');
  });
});

describe('parseVietnameseDate', () => {
  const today = '2026-11-23';

  test.each([
    ['30/12', '2026-12-30'],
    ['23/11', '2026-11-23'],
    ['22/11', '2027-11-22'],
    ['5/12/2026', '2026-12-05'],
    ['05-12-2026', '2026-12-05'],
    ['5.12.26', '2026-12-05'],
    ['ngày 30/12', '2026-12-30'],
    ['ngày 05 tháng 12 năm 2026', '2026-12-05'],
    ['Ngày mùng 5 tháng 1', '2027-01-05'],
    ['ngày 05 tháng 12'.normalize('NFD'), '2026-12-05'],
    ['2026-12-05', '2026-12-05'],
    ['29/2', '2028-02-29'],
    ['31/4', null],
    ['30/2/2026', null],
    ['12/2026', null],
    ['15/13', null],
    ['quý II', null],
    ['', null],
  ])('%s is read as %s', (text, expected) => expect(parseVietnameseDate(text, today)).toBe(expected));

  test('what formatDate writes is read back', () => {
    fc.assert(
      fc.property(someDate, date => {
        expect(parseVietnameseDate(formatDate(date), today)).toBe(date);
      }),
    );
  });

  test('29 February is found even over a century without a leap day', () => {
    expect(nextOccurrence(2, 29, '2096-03-01')).toBe('2104-02-29');
    expect(nextOccurrence(4, 31, today)).toBeNull();
  });
});
