import type { LocalDate } from '../../../platform/dates.ts';
import { phrases, type Token } from '../tokens.ts';
import { findEvents } from './events.ts';
import { type DatePhrase, findDatePhrases } from './phrases.ts';
import {
  findRecurrence,
  nextDueDate,
  type Recurrence,
  type RecurrencePhrase,
  readMonthOfQuarter,
} from './recurrence.ts';
import type { TermCalendar } from './terms.ts';

/** A row of tokens, `end` not included. */
export interface TokenRange {
  readonly from: number;
  readonly end: number;
}

/** When an assignment is due, and which words say so. */
interface Deadline {
  readonly dueDate: LocalDate | null;
  readonly recurrence: Recurrence | null;
  /** The words that say when, in the order of the text. */
  readonly said: readonly TokenRange[];
  /** The words that became the date; words that did not are still part of what is to be done. */
  readonly resolved: readonly TokenRange[];
  readonly uncertain: readonly ('dueDate' | 'recurrence')[];
}

/** Finds the deadline in some ranges of the text that belong to one assignment. */
export function findDeadline(
  tokens: readonly Token[],
  ranges: readonly TokenRange[],
  calendar: TermCalendar,
): Deadline {
  const events = ranges.flatMap(({ from, end }) => findEvents(tokens, from, end));
  const dates = ranges
    .flatMap(({ from, end }) => findDatePhrases(tokens, from, end, calendar))
    .filter(date => !events.some(event => overlap(event, date)));
  const recurrences = ranges.flatMap(
    ({ from, end }) => findRecurrence(tokens, from, end, calendar.base) ?? [],
  );
  const [recurrence] = recurrences;
  if (recurrence?.every) return recurring(tokens, recurrence, recurrence.every, dates, calendar.base);

  const interval = recurrence === undefined ? [] : (['recurrence'] as const);
  const usable = dates.filter(date => recurrence === undefined || !overlap(recurrence, date));
  const chosen = choose(usable);
  if (chosen === null) return unresolved([...usable, ...events], recurrence, interval);
  return {
    dueDate: chosen.date,
    recurrence: null,
    said: [chosen],
    resolved: chosen.date === null ? [] : [chosen],
    uncertain: [...interval, ...(isDoubtful(chosen, usable, calendar.base) ? (['dueDate'] as const) : [])],
  };
}

// As many tokens as the longest date phrase with all its introducing words.
const LONGEST_PHRASE = 24;

/** The place after the deadline phrase that starts at a place, or that place itself. */
export function skipDeadline(tokens: readonly Token[], at: number, calendar: TermCalendar): number {
  const [first] = findDatePhrases(tokens, at, Math.min(at + LONGEST_PHRASE, tokens.length), calendar);
  return first?.from === at ? first.end : at;
}

const periodically = phrases(['dinh ky']);

/** True for words before an assignment that say when it is due: "Trước ngày 30/11/2026, giao ...". */
export function tellsWhen(
  tokens: readonly Token[],
  { from, end }: TokenRange,
  calendar: TermCalendar,
): boolean {
  if (end <= from) return false;
  const start = periodically(tokens, from);
  if (skipDeadline(tokens, start, calendar) > start) return true;
  const recurrence = findRecurrence(tokens, from, end, calendar.base);
  return recurrence !== null && recurrence.from <= start;
}

function choose(dates: readonly DatePhrase[]): DatePhrase | null {
  const real = dates.filter(({ date }) => date !== null);
  const candidates = real.length > 0 ? real : dates;
  const strongest = Math.max(...candidates.map(date => date.strength));
  return candidates.findLast(date => date.strength === strongest) ?? null;
}

// A date gone by, a date that two phrases dispute, or a phrase that is vague in itself.
function isDoubtful(chosen: DatePhrase, dates: readonly DatePhrase[], base: LocalDate): boolean {
  const disputed = dates.some(({ strength, date }) => strength >= 2 && date !== null && date !== chosen.date);
  return chosen.vague || disputed || (chosen.date !== null && chosen.date < base);
}

function unresolved(
  said: readonly TokenRange[],
  recurrence: RecurrencePhrase | undefined,
  interval: readonly 'recurrence'[],
): Deadline {
  const words = recurrence === undefined ? said : [recurrence, ...said];
  return {
    dueDate: null,
    recurrence: null,
    said: words.slice(0, 1),
    resolved: [],
    uncertain: [...interval, ...(said.length > 0 ? (['dueDate'] as const) : [])],
  };
}

function recurring(
  tokens: readonly Token[],
  phrase: RecurrencePhrase,
  every: Recurrence['every'],
  dates: readonly DatePhrase[],
  base: LocalDate,
): Deadline {
  const named = dates.filter(date => date.moment?.first === null && date.date !== null);
  const joined = named.find(date => date.end >= phrase.from && date.from <= phrase.end) ?? choose(named);
  const moment = phrase.moment ?? joined?.moment ?? null;
  // "định kỳ hằng quý ... trước ngày 10 của tháng đầu quý sau"
  const ofQuarter = joined && readMonthOfQuarter(tokens, joined.end);
  const { date, day } = nextDueDate(every, moment, base, ofQuarter?.month ?? 'last');
  const used: TokenRange[] =
    joined === null ? [phrase] : [phrase, { from: joined.from, end: ofQuarter?.end ?? joined.end }];
  const said = used.toSorted((a, b) => a.from - b.from);
  return {
    dueDate: date,
    recurrence: { every, day },
    said,
    resolved: said,
    uncertain: day === null ? ['dueDate'] : [],
  };
}

function overlap(a: TokenRange, b: TokenRange): boolean {
  return a.from < b.end && b.from < a.end;
}
