import { type LocalDate, localDate, parseVietnameseDate } from '@nghisu/shared/platform/dates.ts';

// Viet Nam has been at UTC+7 without summer time since 1975.
const OFFSET = '+07:00';
const DIGITS_ONLY = /^(\d{1,2})[\s,]*(\d{2})[\s,]*(\d{4}|\d{2})?$/;
const CLOCK = /^(\d{1,2})(?:\s*(?:[:.,hg]|giờ)\s*(\d{1,2})?\s*(?:p|phút)?|(\d{2}))?$/;

/**
 * Reads a day as it is typed, day first: "5/12/2026", "5-12", and on keyboards that show only digits "05122026",
 * "051226", "0512". Without a year it is the next such day on or after `today`. Null if it cannot be read.
 */
export function readDay(typed: string, today: LocalDate): LocalDate | null {
  const text = typed.trim();
  const digits = DIGITS_ONLY.exec(text);
  const spelled = digits ? [digits[1], digits[2], digits[3]].filter(Boolean).join('/') : text;
  return parseVietnameseDate(spelled, today);
}

/** Reads a time of day as it is typed: "14:05", "14h05", "8h", "8 giờ 30", "805". Null if it cannot be read. */
export function readTime(typed: string): string | null {
  const match = CLOCK.exec(typed.trim().toLowerCase().normalize('NFC'));
  if (match === null) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? match[3] ?? 0);
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** The time `step` minutes later (earlier if negative) on the same day, on a multiple of the step. */
export function stepTime(time: string, step: number): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const size = Math.abs(step);
  const total = hours * 60 + minutes;
  const next = step > 0 ? Math.floor(total / size) * size + size : Math.ceil(total / size) * size - size;
  const kept = Math.min(Math.max(next, 0), 23 * 60 + 59);
  return `${String(Math.floor(kept / 60)).padStart(2, '0')}:${String(kept % 60).padStart(2, '0')}`;
}

/** The instant (ISO 8601, UTC) of a day and a time of day in Viet Nam. */
export function instantOf(day: LocalDate, time: string): string {
  return new Date(`${day}T${time}:00${OFFSET}`).toISOString();
}

/** The day and the time of day in Viet Nam of an instant, without seconds. */
export function dayAndTimeOf(instant: string): { day: LocalDate; time: string } {
  const shifted = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return { day: localDate(instant), time: shifted.slice(11, 16) };
}
