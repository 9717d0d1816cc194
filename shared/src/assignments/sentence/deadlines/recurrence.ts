import {
  addMonths,
  endOfMonth,
  endOfQuarter,
  type LocalDate,
  nextOccurrence,
} from '../../../platform/dates.ts';
import type { Assignment } from '../../assignments.records.ts';
import { keyAt, phrases, type Token } from '../tokens.ts';
import { dayOnOrAfter, type Moment, readMoment, weekdayOnOrAfter } from './calendar.ts';

/** How often a standing assignment is to be reported, as the assignment's record keeps it. */
export type Recurrence = NonNullable<Assignment['recurrence']>;

/** Words that make an assignment recur, at the tokens `from` up to `end`. */
export interface RecurrencePhrase {
  readonly from: number;
  readonly end: number;
  /** Null for an interval that assignments cannot keep ("hằng ngày", "6 tháng một lần"). */
  readonly every: Recurrence['every'] | null;
  /** A day named directly before: "ngày 05 hằng tháng". */
  readonly moment: Moment | null;
}

type Every = Recurrence['every'];
const PERIODS: readonly (readonly [word: string, every: Every])[] = [
  ['tuan', 'week'],
  ['thang', 'month'],
  ['quy', 'quarter'],
  ['nam', 'year'],
];
const everyOf = new Map<string, Every>(PERIODS);

const spellings = (word: string) => [
  `hang ${word}`,
  `moi ${word}`,
  `dinh ky ${word}`,
  `dinh ky hang ${word}`,
  `dinh ky moi ${word}`,
  `dinh ky bao cao hang ${word}`,
];
const periodic = phrases(PERIODS.flatMap(([word]) => spellings(word)));
const lastMonth = ['thang cuoi quy', 'thang cuoi cua quy', 'thang cuoi moi quy'];
const firstMonth = [
  'thang dau quy sau',
  'thang dau quy tiep theo',
  'thang dau cua quy sau',
  'thang dau tien quy sau',
];
const inLastMonth = phrases(
  lastMonth,
  lastMonth.map(words => `cua ${words}`),
);
const inFirstMonth = phrases(
  firstMonth,
  firstMonth.map(words => `cua ${words}`),
);
const once = phrases([
  'bao cao mot lan',
  'bao cao 1 lan',
  'mot lan',
  '1 lan',
  '01 lan',
  '/ lan',
  '/ 1 lan',
  '/ 01 lan',
]);
const timesPer = phrases(['1 lan /', '01 lan /', 'mot lan moi']);
const daily = phrases(['hang ngay', 'moi ngay', 'dinh ky hang ngay']);
const smallCount = phrases([
  '2',
  '02',
  'hai',
  '3',
  '03',
  'ba',
  '4',
  '04',
  '6',
  '06',
  'sau',
  '9',
  '09',
  'nua',
]);
const report = phrases(['bao cao', 'tong hop', 'gui', 'hop', 'giao ban']);
const clauseMarks = new Set(['', ',', ';', '.', ':', '(', ')']);
const LONGEST_CLAUSE = 40;

/** The first recurrence named between two places, or null. */
export function findRecurrence(
  tokens: readonly Token[],
  from: number,
  to: number,
  base: LocalDate,
): RecurrencePhrase | null {
  for (let at = from; at < to; at += 1) {
    const found = readRecurrence(tokens, at, from, base);
    if (found !== null && found.end <= to) return found;
  }
  return null;
}

function readRecurrence(
  tokens: readonly Token[],
  at: number,
  start: number,
  base: LocalDate,
): RecurrencePhrase | null {
  const unsupported = Math.max(daily(tokens, at), readInterval(tokens, at));
  if (unsupported > at) return { from: at, end: unsupported, every: null, moment: null };
  const ofQuarter = readMonthOfQuarter(tokens, at);
  if (ofQuarter !== null) return { from: at, end: ofQuarter.end, every: 'quarter', moment: null };
  const per = timesPer(tokens, at);
  const perPeriod = per > at ? everyOf.get(keyAt(tokens, per)) : undefined;
  if (perPeriod !== undefined) return { from: at, end: per + 1, every: perPeriod, moment: null };

  const after = periodic(tokens, at);
  if (after === at) return null;
  const every = everyOf.get(keyAt(tokens, after - 1)) ?? null;
  const end = once(tokens, after);
  const moment = momentBefore(tokens, at, start, base);
  const certain = keyAt(tokens, at) === 'dinh' || end > after || moment !== null;
  if (!certain && !reportsHere(tokens, at, after, start) && readDayAfter(tokens, end, base) === null)
    return null;
  return { from: moment?.from ?? at, end, every, moment: moment?.moment ?? null };
}

/** The month of a quarter named at a place: its last ("tháng cuối quý") or the first of the next one. */
export function readMonthOfQuarter(
  tokens: readonly Token[],
  at: number,
): { end: number; month: 'first' | 'last' } | null {
  const last = inLastMonth(tokens, at);
  if (last > at) return { end: last, month: 'last' };
  const first = inFirstMonth(tokens, at);
  return first > at ? { end: first, month: 'first' } : null;
}

// "6 tháng một lần", "02 tuần/lần"
function readInterval(tokens: readonly Token[], at: number): number {
  const count = smallCount(tokens, at);
  if (count === at || !everyOf.has(keyAt(tokens, count))) return at;
  const end = once(tokens, count + 1);
  return end > count + 1 ? end : at;
}

// "ngày 05 hằng tháng", "thứ Năm hằng tuần"; a day with "trước" before it is found as a date phrase as well.
function momentBefore(
  tokens: readonly Token[],
  at: number,
  start: number,
  base: LocalDate,
): { from: number; moment: Moment } | null {
  for (const back of [2, 3, 4]) {
    const from = at - back;
    const moment = from >= start ? readMoment(tokens, from, base) : null;
    if (moment?.end === at && moment.first === null) return { from, moment };
  }
  return null;
}

function readDayAfter(tokens: readonly Token[], at: number, base: LocalDate): Moment | null {
  const skip = ['truoc', 'vao'].includes(keyAt(tokens, at)) ? at + 1 : at;
  const moment = readMoment(tokens, skip, base);
  return moment?.first === null ? moment : null;
}

// "kế hoạch hằng năm" names a plan; "báo cáo hằng năm" at the end of its clause is a duty that recurs.
function reportsHere(tokens: readonly Token[], at: number, after: number, start: number): boolean {
  const opens = at === start || clauseMarks.has(keyAt(tokens, at - 1));
  if (opens) return true;
  if (!clauseMarks.has(keyAt(tokens, after))) return false;
  for (let place = at - 1; place >= start && place > at - LONGEST_CLAUSE; place -= 1) {
    if (clauseMarks.has(keyAt(tokens, place))) return false;
    if (report(tokens, place) > place) return true;
  }
  return false;
}

/** The next due date of a recurring assignment on or after `base`; `day` is null where the text names none. */
export function nextDueDate(
  every: Every,
  moment: Moment | null,
  base: LocalDate,
  month: 'first' | 'last',
): { date: LocalDate; day: number | null } {
  const day = every === 'week' ? (moment?.weekday ?? null) : (moment?.day ?? null);
  if (day === null) return { date: endOfPeriod(every, base), day };
  switch (every) {
    case 'week':
      return { date: weekdayOnOrAfter(base, day), day };
    case 'month':
      return { date: dayOnOrAfter(base, day), day };
    case 'quarter':
      return { date: dayOfQuarter(base, day, month), day };
    case 'year':
      return {
        date: (moment?.month && nextOccurrence(moment.month, day, base)) || endOfPeriod(every, base),
        day,
      };
  }
}

function endOfPeriod(every: Every, base: LocalDate): LocalDate {
  if (every === 'week') return weekdayOnOrAfter(base, 5);
  if (every === 'month') return endOfMonth(base);
  return every === 'quarter' ? endOfQuarter(base) : `${base.slice(0, 4)}-12-31`;
}

// A quarterly report is due in the quarter's last month, unless the first of the next one is named.
function dayOfQuarter(base: LocalDate, day: number, month: 'first' | 'last'): LocalDate {
  const inMonth = (ahead: number) => {
    const last = addMonths(endOfQuarter(base), 3 * ahead - (month === 'first' ? 2 : 0));
    return dayOnOrAfter(`${last.slice(0, 8)}01`, day);
  };
  const now = inMonth(0);
  return now >= base ? now : inMonth(1);
}
