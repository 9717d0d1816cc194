import {
  daysBetween,
  formatDate,
  isLocalDate,
  type LocalDate,
  localDate,
  weekday,
} from '@nghisu/shared/platform/dates.ts';
import { platformWords } from '../platform.messages.ts';
import { language } from './i18n.svelte.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const KILOBYTE = 1024;

/** What these functions read: a calendar day `2026-11-24`, an instant in ISO 8601, or a `Date`. */
export type When = LocalDate | string | Date;

const clockOfDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The day with its weekday, in Viet Nam: "thứ Ba, 24/11/2026". */
export function formatDay(when: When): string {
  const day = dayOf(when);
  return platformWords.dates.day(platformWords.dates.weekdays[weekday(day) - 1] ?? '', formatDate(day));
}

/** The day alone, in Viet Nam: "24/11/2026". */
export function formatShortDay(when: When): string {
  return formatDate(dayOf(when));
}

/** The time of day in Viet Nam, 24 hours: "14:05". */
export function formatTime(at: string | Date): string {
  return clockOfDay.format(new Date(at));
}

/** Time and day in Viet Nam: "14:05, 24/11/2026". */
export function formatMoment(at: string | Date): string {
  return platformWords.dates.moment(formatTime(at), formatShortDay(at));
}

/** The distance of a due day in words, counted in days in Viet Nam: "còn 3 ngày", "hôm nay", "quá hạn 5 ngày". */
export function formatDue(due: LocalDate, now: Date): string {
  const days = daysBetween(localDate(now), due);
  if (days === 0) return platformWords.dates.today;
  return days > 0 ? platformWords.dates.daysLeft(days) : platformWords.dates.daysOverdue(-days);
}

/** How long ago something happened: "vừa xong", "5 phút trước"; beyond the day of `now`, the moment itself. */
export function formatSince(at: string | Date, now: Date): string {
  const passed = now.getTime() - new Date(at).getTime();
  if (localDate(at) !== localDate(now) && passed >= HOUR_MS) return formatMoment(at);
  if (passed < MINUTE_MS) return platformWords.dates.justNow;
  if (passed < HOUR_MS) return platformWords.dates.minutesAgo(Math.floor(passed / MINUTE_MS));
  return platformWords.dates.hoursAgo(Math.floor(passed / HOUR_MS));
}

/** A length of time in words, to the minute: "45 phút", "1 giờ 30 phút". */
export function formatDuration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  if (hours === 0) return platformWords.dates.minutes(rest);
  return rest === 0 ? platformWords.dates.hours(hours) : platformWords.dates.hoursMinutes(hours, rest);
}

/** Seconds as a clock: "12:30", from one hour on "1:02:03"; time overrun is negative, "−2:15". */
export function formatClock(seconds: number): string {
  const whole = Math.trunc(seconds);
  const [hours, minutes, rest] = [
    Math.floor(Math.abs(whole) / 3600),
    Math.floor((Math.abs(whole) % 3600) / 60),
    Math.abs(whole) % 60,
  ];
  const clock =
    hours > 0
      ? `${hours}:${twoDigits(minutes)}:${twoDigits(rest)}`
      : `${twoDigits(minutes)}:${twoDigits(rest)}`;
  return whole < 0 ? `−${clock}` : clock;
}

/** The size of a file: "820 B", "2,4 MB"; one decimal below ten, with the decimal mark of the language. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let size = bytes;
  let unit = 0;
  // 1023.95 KB would round to "1.024 KB", so the step up comes before it.
  while (size >= KILOBYTE - 0.5 && unit < units.length - 1) {
    size /= KILOBYTE;
    unit += 1;
  }
  const decimals = unit > 0 && size < 9.95 ? 1 : 0;
  return `${numberFormat(decimals).format(size)} ${units[unit]}`;
}

/** A whole number with the grouping of the language: "1.234". */
export function formatNumber(value: number): string {
  return numberFormat(0).format(value);
}

function dayOf(when: When): LocalDate {
  return typeof when === 'string' && isLocalDate(when) ? when : localDate(when);
}

function numberFormat(decimals: number): Intl.NumberFormat {
  return new Intl.NumberFormat(language.current, { maximumFractionDigits: decimals });
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
