import {
  addDays,
  addMonths,
  dateOf,
  endOfMonth,
  endOfQuarter,
  type LocalDate,
  nextOccurrence,
  startOfWeek,
} from '../../../platform/dates.ts';
import { keyAt, phrases, type Token } from '../tokens.ts';

/** A day or a period named in a text, without the words around it that make it a deadline. */
export interface Moment {
  readonly end: number;
  /** The last day of what is named; null for a day that does not exist ("31/11"). */
  readonly date: LocalDate | null;
  /** The first day of a period; null for a single day. */
  readonly first: LocalDate | null;
  /** What a recurring report keeps of it. */
  readonly day: number | null;
  readonly month: number | null;
  readonly weekday: number | null;
}

const FRIDAY = 5;
const SUNDAY = 7;
const SHORT_NUMBER = /^\d{1,2}$/;
const YEAR = /^(\d{4}|\d{2})$/;
const QUARTERS = new Map(['i', 'ii', 'iii', 'iv'].map((roman, index) => [roman, index + 1]));
const WEEKDAYS = new Map(
  ['hai', 'ba', 'tu', 'nam', 'sau', 'bay'].flatMap((name, index) => [
    [name, index + 1] as const,
    [String(index + 2), index + 1] as const,
  ]),
);

const nextOne = phrases(['sau', 'toi', 'ke tiep', 'tiep theo']);
const today = phrases(['hom nay', 'ngay hom nay', 'sang nay', 'chieu nay', 'toi nay']);
const tomorrow = phrases(['ngay mai', 'sang mai', 'chieu mai', 'toi mai', 'sang ngay mai', 'chieu ngay mai']);
const hour = phrases(['h', 'gio', 'g']);

const none = { first: null, day: null, month: null, weekday: null };

/** The place after a time of day such as "17 giờ 00" or "16h30", which a due date does not keep. */
export function skipTimeOfDay(tokens: readonly Token[], at: number): number {
  const part = partOfDay(tokens, at);
  return part > at ? part : skipHour(tokens, at);
}

const partOfDay = phrases([
  'sang',
  'chieu',
  'toi',
  'cuoi gio chieu',
  'cuoi gio sang',
  'dau gio sang',
  'dau gio chieu',
]);

function skipHour(tokens: readonly Token[], at: number): number {
  if (!SHORT_NUMBER.test(keyAt(tokens, at))) return at;
  const afterHour = hour(tokens, at + 1);
  if (afterHour === at + 1) return at;
  const minutes = SHORT_NUMBER.test(keyAt(tokens, afterHour)) ? afterHour + 1 : afterHour;
  const after = keyAt(tokens, minutes) === 'phut' || keyAt(tokens, minutes) === "'" ? minutes + 1 : minutes;
  return keyAt(tokens, after) === ',' && keyAt(tokens, after + 1) === 'ngay' ? after + 1 : after;
}

/** Reads the day or period that starts at a place; a missing year or month means the next one from `base` on. */
export function readMoment(tokens: readonly Token[], at: number, base: LocalDate): Moment | null {
  const moment = readOneMoment(tokens, at, base);
  if (moment === null || keyAt(tokens, moment.end) !== '(') return moment;
  // "thứ Hai tuần sau (30/11/2026)": the date in brackets settles it.
  const exact = readDay(tokens, moment.end + 1, base);
  if (!exact?.month || keyAt(tokens, exact.end) !== ')') return moment;
  return { ...exact, weekday: moment.weekday, end: exact.end + 1 };
}

function readOneMoment(tokens: readonly Token[], at: number, base: LocalDate): Moment | null {
  return (
    readRelativeDay(tokens, at, base) ??
    readDay(tokens, at, base) ??
    readWeekday(tokens, at, base) ??
    readWeek(tokens, at, base) ??
    readMonth(tokens, at, base) ??
    readMonthsOfYear(tokens, at, base) ??
    readQuarter(tokens, at, base) ??
    readYear(tokens, at, base)
  );
}

function readRelativeDay(tokens: readonly Token[], at: number, base: LocalDate): Moment | null {
  const afterToday = today(tokens, at);
  if (afterToday > at) return { ...none, end: afterToday, date: base };
  const afterTomorrow = tomorrow(tokens, at);
  return afterTomorrow > at ? { ...none, end: afterTomorrow, date: addDays(base, 1) } : null;
}

function readDay(tokens: readonly Token[], at: number, base: LocalDate): Moment | null {
  const named = keyAt(tokens, at) === 'ngay';
  const start = named ? at + 1 : at;
  const at0 = keyAt(tokens, start) === 'mung' || keyAt(tokens, start) === 'mong' ? start + 1 : start;
  const day = shortNumber(tokens, at0);
  if (day === null) return null;
  return (
    readNumericDate(tokens, at0, day, named, base) ??
    readDayOfMonth(tokens, at0, day, base) ??
    (named && day >= 1 && day <= 31
      ? { ...none, end: at0 + 1, date: dayOnOrAfter(base, day), day, weekday: null }
      : null)
  );
}

function readNumericDate(
  tokens: readonly Token[],
  at: number,
  day: number,
  named: boolean,
  base: LocalDate,
): Moment | null {
  const mark = keyAt(tokens, at + 1);
  const month = shortNumber(tokens, at + 2);
  if (!['/', '-', '.'].includes(mark) || month === null || tokens[at + 2]?.spaceBefore) return null;
  const hasYear = keyAt(tokens, at + 3) === mark && YEAR.test(keyAt(tokens, at + 4));
  // "1.2" and "3-5" are numbers of something else unless a year follows or "ngày" stands before.
  if (mark !== '/' && !hasYear && !named) return null;
  const date = hasYear
    ? dateOf(Number(keyAt(tokens, at + 4).padStart(4, '20')), month, day)
    : nextOccurrence(month, day, base);
  return { ...none, end: hasYear ? at + 5 : at + 3, date, day, month };
}

function readDayOfMonth(tokens: readonly Token[], at: number, day: number, base: LocalDate): Moment | null {
  const start = ['/', 'cua'].includes(keyAt(tokens, at + 1)) ? at + 2 : at + 1;
  if (keyAt(tokens, start) !== 'thang') return null;
  const relative = readRelative(tokens, start + 1);
  if (relative !== null) {
    const inMonth = addMonths(base, relative.ahead);
    const date = dateOf(Number(inMonth.slice(0, 4)), Number(inMonth.slice(5, 7)), day);
    return { ...none, end: relative.end, date, day };
  }
  const month = shortNumber(tokens, start + 1);
  if (month === null) return null;
  const { year, end } = readYearAfter(tokens, start + 2, base);
  const date = year === null ? nextOccurrence(month, day, base) : dateOf(year, month, day);
  return { ...none, end, date, day, month };
}

function readWeekday(tokens: readonly Token[], at: number, base: LocalDate): Moment | null {
  const sunday = keyAt(tokens, at) === 'chu' && keyAt(tokens, at + 1) === 'nhat';
  const weekday = sunday
    ? SUNDAY
    : keyAt(tokens, at) === 'thu'
      ? WEEKDAYS.get(keyAt(tokens, at + 1))
      : undefined;
  if (weekday === undefined) return null;
  const dated = readDay(tokens, keyAt(tokens, at + 2) === ',' ? at + 3 : at + 2, base);
  if (dated?.month) return { ...dated, weekday };
  if (keyAt(tokens, at + 2) === 'tuan') {
    const relative = readRelative(tokens, at + 3);
    if (relative !== null) {
      const date = addDays(startOfWeek(base), relative.ahead * 7 + weekday - 1);
      return { ...none, end: relative.end, date, weekday };
    }
  }
  return { ...none, end: at + 2, date: weekdayOnOrAfter(base, weekday), weekday };
}

function readWeek(tokens: readonly Token[], at: number, base: LocalDate): Moment | null {
  const relative = keyAt(tokens, at) === 'tuan' ? readRelative(tokens, at + 1) : null;
  if (relative === null) return null;
  const monday = addDays(startOfWeek(base), relative.ahead * 7);
  const friday = addDays(monday, FRIDAY - 1);
  // "This week", said at a weekend, still has its Sunday.
  const date = friday < base ? addDays(monday, SUNDAY - 1) : friday;
  return { ...none, end: relative.end, date, first: monday };
}

function readMonth(tokens: readonly Token[], at: number, base: LocalDate): Moment | null {
  if (keyAt(tokens, at) !== 'thang') return null;
  const relative = readRelative(tokens, at + 1);
  if (relative !== null) return wholeMonth(addMonths(base, relative.ahead), relative.end);
  const month = shortNumber(tokens, at + 1);
  if (month === null || month < 1 || month > 12) return null;
  const { year, end } = readYearAfter(tokens, at + 2, base);
  const thisYear = Number(base.slice(0, 4));
  const first = dateOf(year ?? thisYear, month, 1) ?? base;
  return wholeMonth(year === null && endOfMonth(first) < base ? addMonths(first, 12) : first, end);
}

function wholeMonth(date: LocalDate, end: number): Moment {
  return { ...none, end, date: endOfMonth(date), first: `${date.slice(0, 8)}01` };
}

// "6 tháng đầu năm 2027", "9 tháng đầu năm"
function readMonthsOfYear(tokens: readonly Token[], at: number, base: LocalDate): Moment | null {
  const months = shortNumber(tokens, at);
  const words = [1, 2, 3].map(offset => keyAt(tokens, at + offset)).join(' ');
  if (
    months === null ||
    months < 1 ||
    months > 11 ||
    (words !== 'thang dau nam' && words !== 'thang cuoi nam')
  )
    return null;
  const { year, end } = readYearAfter(tokens, at + 3, base);
  const lastMonth = words === 'thang dau nam' ? months : 12;
  const thisYear = Number(base.slice(0, 4));
  const date = endOfMonth(dateOf(year ?? thisYear, lastMonth, 1) ?? base);
  const next = year === null && date < base ? endOfMonth(addMonths(date, 12)) : date;
  return {
    ...none,
    end: Math.max(end, at + 4),
    date: next,
    first: addMonths(`${next.slice(0, 8)}01`, 1 - months),
  };
}

function readQuarter(tokens: readonly Token[], at: number, base: LocalDate): Moment | null {
  if (keyAt(tokens, at) !== 'quy') return null;
  const relative = readRelative(tokens, at + 1);
  if (relative !== null) return wholeQuarter(addMonths(base, relative.ahead * 3), relative.end);
  const quarter = QUARTERS.get(keyAt(tokens, at + 1)) ?? shortNumber(tokens, at + 1);
  if (quarter === null || quarter < 1 || quarter > 4) return null;
  const { year, end } = readYearAfter(tokens, at + 2, base);
  const thisYear = Number(base.slice(0, 4));
  const inQuarter = dateOf(year ?? thisYear, quarter * 3, 1) ?? base;
  return wholeQuarter(
    year === null && endOfQuarter(inQuarter) < base ? addMonths(inQuarter, 12) : inQuarter,
    end,
  );
}

function wholeQuarter(date: LocalDate, end: number): Moment {
  const last = endOfQuarter(date);
  return { ...none, end, date: last, first: `${addMonths(last, -2).slice(0, 8)}01` };
}

function readYear(tokens: readonly Token[], at: number, base: LocalDate): Moment | null {
  if (keyAt(tokens, at) !== 'nam') return null;
  const relative = readRelative(tokens, at + 1);
  const year = relative !== null ? Number(base.slice(0, 4)) + relative.ahead : Number(keyAt(tokens, at + 1));
  if (relative === null && !/^\d{4}$/.test(keyAt(tokens, at + 1))) return null;
  const date = dateOf(year, 12, 31);
  if (date === null) return null;
  return { ...none, end: relative?.end ?? at + 2, date, first: dateOf(year, 1, 1) };
}

// "này" and "nay" fold to one key: tháng này, năm nay.
function readRelative(tokens: readonly Token[], at: number): { ahead: number; end: number } | null {
  if (keyAt(tokens, at) === 'nay') return { ahead: 0, end: at + 1 };
  const end = nextOne(tokens, at);
  return end > at ? { ahead: 1, end } : null;
}

// "/2027", "-2027", "năm 2027", "năm nay", "năm sau"
function readYearAfter(
  tokens: readonly Token[],
  at: number,
  base: LocalDate,
): { year: number | null; end: number } {
  const mark = keyAt(tokens, at);
  const joined = (mark === '/' || mark === '-' || mark === '.') && !tokens[at + 1]?.spaceBefore;
  if ((joined || mark === 'nam') && /^[12]\d{3}$/.test(keyAt(tokens, at + 1)))
    return { year: Number(keyAt(tokens, at + 1)), end: at + 2 };
  const relative = mark === 'nam' ? readRelative(tokens, at + 1) : null;
  if (relative === null) return { year: null, end: at };
  return { year: Number(base.slice(0, 4)) + relative.ahead, end: relative.end };
}

function shortNumber(tokens: readonly Token[], at: number): number | null {
  const key = keyAt(tokens, at);
  return SHORT_NUMBER.test(key) ? Number(key) : null;
}

/** The first day on or after `base` with this day of the month; the last day of a month that is shorter. */
export function dayOnOrAfter(base: LocalDate, day: number): LocalDate {
  const inMonth = (month: LocalDate) => {
    const last = endOfMonth(month);
    const date = `${last.slice(0, 8)}${String(day).padStart(2, '0')}`;
    return date < last ? date : last;
  };
  const now = inMonth(base);
  return now >= base ? now : inMonth(addMonths(base, 1));
}

/** The first such weekday (1 Monday to 7 Sunday) on or after `base`. */
export function weekdayOnOrAfter(base: LocalDate, weekday: number): LocalDate {
  const inThisWeek = addDays(startOfWeek(base), weekday - 1);
  return inThisWeek >= base ? inThisWeek : addDays(inThisWeek, 7);
}
