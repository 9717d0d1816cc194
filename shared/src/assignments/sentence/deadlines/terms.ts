import { addDays, addMonths, addWorkingDays, type LocalDate } from '../../../platform/dates.ts';
import { keyAt, phrases, type Token } from '../tokens.ts';
import { readMoment } from './calendar.ts';

/** A number of days, weeks or months that runs from the meeting or from another day. */
interface Term {
  readonly end: number;
  readonly date: LocalDate;
  /** True if it runs from a day that is not known yet, such as the issue of the notice. */
  readonly vague: boolean;
}

/** The calendar that terms are counted in. */
export interface TermCalendar {
  readonly base: LocalDate;
  readonly holidays: readonly LocalDate[];
}

const NUMBER_WORDS = new Map([
  ['mot', 1],
  ['hai', 2],
  ['ba', 3],
  ['bon', 4],
  ['nam', 5],
  ['sau', 6],
  ['bay', 7],
  ['tam', 8],
  ['chin', 9],
  ['muoi', 10],
  ['muoi lam', 15],
  ['hai muoi', 20],
  ['ba muoi', 30],
]);
const numberWord = phrases([...NUMBER_WORDS.keys()]);
const HALF_MONTH_DAYS = 15;

type Unit = 'workingDay' | 'day' | 'week' | 'month' | 'hour';
const UNITS = new Map<string, Unit>([
  ['ngay lam viec', 'workingDay'],
  ['ngay', 'day'],
  ['tuan', 'week'],
  ['thang', 'month'],
  ['gio', 'hour'],
  ['h', 'hour'],
]);
const unitWord = phrases([...UNITS.keys()]);

const fromNow = phrases(['toi', 'nua', 'lien tiep', 'sap toi']);
const since = phrases(['ke tu', 'tinh tu', 'sau ngay', 'sau khi']);
const meetingDay = phrases([
  'hom nay',
  'ngay hom nay',
  'ngay hop',
  'ngay ket luan',
  'ngay',
  'nay',
  'ngay nay',
]);
// "kể từ ngày ban hành Thông báo này" and its like; a longer tail is no tail but the next clause.
const LONGEST_TAIL = 10;

/** Reads "10 ngày", "05 ngày làm việc", "hai tuần tới", "15 ngày kể từ ngày ban hành Thông báo này". */
export function readTerm(tokens: readonly Token[], at: number, calendar: TermCalendar): Term | null {
  const amount = readAmount(tokens, at);
  if (amount === null) return null;
  const afterUnit = unitWord(tokens, amount.end);
  const unit = UNITS.get(
    tokens
      .slice(amount.end, afterUnit)
      .map(token => token.key)
      .join(' '),
  );
  // "trong 3 ngày 5, 6, 7/12" names the days themselves.
  if (unit === undefined || tokens[afterUnit]?.kind === 'number') return null;
  const afterNow = fromNow(tokens, afterUnit);
  const tail = readTail(tokens, afterNow, calendar.base);
  const start = tail?.start ?? calendar.base;
  return {
    end: tail?.end ?? afterNow,
    date: addTerm(start, amount.value, unit, calendar.holidays),
    vague: tail !== null && tail.start === null,
  };
}

function readAmount(tokens: readonly Token[], at: number): { value: number; end: number } | null {
  if (keyAt(tokens, at) === 'nua' && keyAt(tokens, at + 1) === 'thang') return { value: 0.5, end: at + 1 };
  if (/^\d{1,3}$/.test(keyAt(tokens, at))) return { value: Number(keyAt(tokens, at)), end: at + 1 };
  const end = numberWord(tokens, at);
  const words = tokens.slice(at, end).map(token => token.key);
  const value = NUMBER_WORDS.get(words.join(' '));
  return value === undefined ? null : { value, end };
}

function addTerm(start: LocalDate, amount: number, unit: Unit, holidays: readonly LocalDate[]): LocalDate {
  switch (unit) {
    case 'workingDay':
      return addWorkingDays(start, amount, holidays);
    case 'week':
      return addDays(start, amount * 7);
    case 'month':
      return amount < 1 ? addDays(start, HALF_MONTH_DAYS) : addMonths(start, amount);
    case 'hour':
      return addDays(start, Math.ceil(amount / 24));
    case 'day':
      return addDays(start, amount);
  }
}

function readTail(
  tokens: readonly Token[],
  at: number,
  base: LocalDate,
): { start: LocalDate | null; end: number } | null {
  const afterSince = since(tokens, at);
  if (afterSince === at) return null;
  const moment = readMoment(tokens, afterSince, base);
  if (moment?.date && moment.first === null) return { start: moment.date, end: moment.end };
  let end = afterSince;
  while (end < tokens.length && end < afterSince + LONGEST_TAIL && tokens[end]?.kind !== 'mark') end += 1;
  const known = meetingDay(tokens, afterSince) === end;
  return { start: known ? base : null, end };
}
