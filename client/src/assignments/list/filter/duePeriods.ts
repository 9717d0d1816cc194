import {
  addDays,
  addMonths,
  endOfMonth,
  endOfQuarter,
  formatDate,
  type LocalDate,
  startOfWeek,
} from '@nghisu/shared/platform/dates.ts';
import { listWords } from '../list.messages.ts';
import type { ListFilter } from './filterAddress.ts';

/** A stretch of days in which assignments are due, with its words. */
export type DuePeriod = { readonly from: LocalDate; readonly to: LocalDate; readonly label: string };

const monthOf = (date: LocalDate): number => Number(date.slice(5, 7));
const firstOfMonth = (date: LocalDate): LocalDate => `${date.slice(0, 8)}01`;

/** The periods offered on a day: this week and the next, this month and the next, this quarter. */
export function duePeriods(today: LocalDate): DuePeriod[] {
  const monday = startOfWeek(today);
  const next = addMonths(firstOfMonth(today), 1);
  const quarterEnd = endOfQuarter(today);
  const words = listWords.dueIn;
  return [
    { from: monday, to: addDays(monday, 6), label: words.thisWeek },
    { from: addDays(monday, 7), to: addDays(monday, 13), label: words.nextWeek },
    { from: firstOfMonth(today), to: endOfMonth(today), label: words.thisMonth(monthOf(today)) },
    { from: next, to: endOfMonth(next), label: words.nextMonth(monthOf(next)) },
    {
      from: firstOfMonth(addMonths(quarterEnd, -2)),
      to: quarterEnd,
      label: words.thisQuarter(monthOf(quarterEnd) / 3),
    },
  ];
}

/** The days of a filter in words, or null where it has none. */
export function periodWords(filter: Pick<ListFilter, 'dueFrom' | 'dueTo'>, today: LocalDate): string | null {
  const { dueFrom, dueTo } = filter;
  if (dueFrom === null && dueTo === null) return null;
  const known = duePeriods(today).find(period => period.from === dueFrom && period.to === dueTo);
  if (known) return known.label;
  if (dueFrom === null) return listWords.dueTo(formatDate(dueTo ?? today));
  if (dueTo === null) return listWords.dueFrom(formatDate(dueFrom));
  return listWords.dueBetween(formatDate(dueFrom), formatDate(dueTo));
}
