import { addDays, isWorkingDay, type LocalDate } from '@nghisu/shared/platform/dates.ts';

/** An instant in Asia/Ho_Chi_Minh (UTC+7, no summer time since 1975) as an ISO string in UTC; time is 'HH:MM'. */
export function momentOf(day: LocalDate, time: string): string {
  return new Date(`${day}T${time}:00+07:00`).toISOString();
}

/** The instant `minutes` minutes later, as an ISO string in UTC. */
export function addMinutes(moment: string, minutes: number): string {
  return new Date(Date.parse(moment) + minutes * 60_000).toISOString();
}

/** The same day when offices work on it, otherwise the next such day (step 1) or the last one (step -1). */
export function nearestWorkingDay(day: LocalDate, step: 1 | -1): LocalDate {
  let result = day;
  while (!isWorkingDay(result)) result = addDays(result, step);
  return result;
}

/** 'ngày 05 tháng 02 năm 2022': days below 10 and months 1 and 2 carry a zero, after Decree 30/2020/NĐ-CP. */
export function longDate(day: LocalDate): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}
