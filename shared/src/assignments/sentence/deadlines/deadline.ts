import type { LocalDate } from '../../../platform/dates.ts';
import type { Token } from '../tokens.ts';
import { findEvents } from './events.ts';
import { type DatePhrase, findDatePhrases } from './phrases.ts';
import { findRecurrence, nextDueDate, type Recurrence, type RecurrencePhrase } from './recurrence.ts';
import type { TermCalendar } from './terms.ts';

/** A row of tokens, `end` not included. */
export interface TokenRange {
  readonly from: number;
  readonly end: number;
}

/** When an assignment is due, and which words say so. */
export interface Deadline {
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
  if (recurrence?.every) return recurring(recurrence, recurrence.every, dates, calendar.base);

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

/** True if a deadline phrase starts at a place, which is how a sentence that only adds one begins. */
export function startsDeadline(tokens: readonly Token[], at: number, calendar: TermCalendar): boolean {
  const [first] = findDatePhrases(tokens, at, Math.min(at + 16, tokens.length), calendar);
  return first?.from === at;
}

/** True for words before an assignment that say when it is due: "Trước ngày 30/11/2026, giao ...". */
export function tellsWhen(
  tokens: readonly Token[],
  { from, end }: TokenRange,
  calendar: TermCalendar,
): boolean {
  if (end <= from) return false;
  if (startsDeadline(tokens, from, calendar)) return true;
  return findRecurrence(tokens, from, end, calendar.base)?.from === from;
}

function choose(dates: readonly DatePhrase[]): DatePhrase | null {
  const strongest = Math.max(...dates.map(date => date.strength));
  return dates.findLast(date => date.strength === strongest) ?? null;
}

// A date gone by, a date that two phrases dispute, or a phrase that is vague in itself.
function isDoubtful(chosen: DatePhrase, dates: readonly DatePhrase[], base: LocalDate): boolean {
  const disputed = dates.some(date => date.strength >= 2 && date.date !== chosen.date);
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
  phrase: RecurrencePhrase,
  every: Recurrence['every'],
  dates: readonly DatePhrase[],
  base: LocalDate,
): Deadline {
  const named = dates.filter(date => date.moment?.first === null && date.date !== null);
  const joined = named.find(date => date.end >= phrase.from && date.from <= phrase.end) ?? choose(named);
  const moment = phrase.moment ?? joined?.moment ?? null;
  const { date, day } = nextDueDate(every, moment, base);
  const used: TokenRange[] = joined === null ? [phrase] : [phrase, joined];
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
