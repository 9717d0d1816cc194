// Calendar dates are strings 'YYYY-MM-DD' that mean a day in Viet Nam. A `Date` appears only inside this file and only
// at UTC midnight, so the time zone of the machine never moves a day.

const DAY_MS = 86_400_000;
// Asia/Ho_Chi_Minh has been UTC+7 without summer time since 1975, before any record of this product.
const OFFSET_MS = 7 * 3_600_000;

const LOCAL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const SHORT_DATE = /^(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}|\d{2}))?$/;
const LONG_DATE = /^(?:ngày\s+)?(?:mùng\s+|mồng\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}))?$/;
// The longest wait for a day without a year: 29/2 over a century that is no leap year (2096 to 2104).
const LONGEST_LEAP_GAP_YEARS = 8;

/** A calendar day in Viet Nam as 'YYYY-MM-DD'; such strings compare and sort as dates. */
export type LocalDate = string;

/** The day in Viet Nam at an instant given in ISO 8601 (with offset or Z) or as a `Date`; throws on anything else. */
export function localDate(instant: string | Date): LocalDate {
  const time = typeof instant === 'string' ? Date.parse(instant) : instant.getTime();
  if (Number.isNaN(time)) throw new RangeError(`not an instant: ${String(instant)}`);
  return new Date(time + OFFSET_MS).toISOString().slice(0, 10);
}

/** True for 'YYYY-MM-DD' of a day that exists (years 1000 to 9999). */
export function isLocalDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = LOCAL_DATE.exec(text) ?? [];
  return dateOf(Number(year), Number(month), Number(day)) === text;
}

/** The day of a year, month (1-12) and day of the month, or null if there is no such day. */
export function dateOf(year: number, month: number, day: number): LocalDate | null {
  if (!(year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return null;
  if (day > daysInMonth(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day `days` later (earlier if negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** How many days lie from one day to another; negative if `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day of the month `months` later, or the last day of that month if it is shorter. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return mustExist(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** The last day of the month that holds the day. */
export function endOfMonth(date: LocalDate): LocalDate {
  const { year, month } = partsOf(date);
  return mustExist(year, month, daysInMonth(year, month));
}

/** The last day of the calendar quarter that holds the day. */
export function endOfQuarter(date: LocalDate): LocalDate {
  const { year, month } = partsOf(date);
  const last = Math.ceil(month / 3) * 3;
  return mustExist(year, last, daysInMonth(year, last));
}

/** 1 for Monday to 7 for Sunday, as ISO 8601 counts. */
export function weekday(date: LocalDate): number {
  // Day 0 (1970-01-01) was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the week that holds the day; Vietnamese offices count weeks from Monday. */
export function startOfWeek(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekday(date));
}

/** True from Monday to Friday, unless the day is among the public holidays given. */
export function isWorkingDay(date: LocalDate, holidays: readonly LocalDate[] = []): boolean {
  return weekday(date) <= 5 && !holidays.includes(date);
}

/**
 * The n-th working day after the day (before it if negative). The day itself is not counted, as legal time limits
 * are counted (Civil Code 2015, art. 147); 0 gives the day itself.
 */
export function addWorkingDays(date: LocalDate, n: number, holidays: readonly LocalDate[] = []): LocalDate {
  const step = n < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(n); left > 0; ) {
    day = addDays(day, step);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}

/** The first day on or after `from` with this month and day of the month, or null if no year has it. */
export function nextOccurrence(month: number, day: number, from: LocalDate): LocalDate | null {
  const { year } = partsOf(from);
  for (let ahead = 0; ahead <= LONGEST_LEAP_GAP_YEARS; ahead += 1) {
    const date = dateOf(year + ahead, month, day);
    if (date !== null && date >= from) return date;
  }
  return null;
}

/**
 * Reads a date as Vietnamese people write it: '30/12', '5/12/2026', '05-12-26', 'ngày 05 tháng 12 năm 2026', and ISO.
 * Without a year it is the next such day on or after `today`; null if the text is no date or the day does not exist.
 */
export function parseVietnameseDate(text: string, today: LocalDate): LocalDate | null {
  const tidy = text
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^ngày (?=\S+$)/, '');
  if (isLocalDate(tidy)) return tidy;
  const match = SHORT_DATE.exec(tidy) ?? LONG_DATE.exec(tidy);
  if (match === null) return null;
  const [day, month] = [Number(match[1]), Number(match[2])];
  if (match[3] === undefined) return nextOccurrence(month, day, today);
  // Two digits are years of this century: nothing in this product is due in another one.
  return dateOf(Number(match[3].padStart(4, '20')), month, day);
}

/** The day as people read it, '05/12/2026'. */
export function formatDate(date: LocalDate): string {
  const { year, month, day } = partsOf(date);
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function dayNumber(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError(`not a calendar date: ${date}`);
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function fromDayNumber(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function partsOf(date: LocalDate): { year: number; month: number; day: number } {
  const [, year, month, day] = LOCAL_DATE.exec(date) ?? [];
  if (year === undefined) throw new RangeError(`not a calendar date: ${date}`);
  return { year: Number(year), month: Number(month), day: Number(day) };
}

function mustExist(year: number, month: number, day: number): LocalDate {
  const date = dateOf(year, month, day);
  if (date === null) throw new RangeError(`no such day: ${year}-${month}-${day}`);
  return date;
}
