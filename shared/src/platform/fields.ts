import { z } from 'zod';

/** Text that the database can hold: PostgreSQL knows no character 0. */
const text = (max: number) =>
  z
    .string()
    .max(max * 4)
    .refine(given => !given.includes('\0'));

/** A line of text as people type it: composed Unicode (NFC), trimmed, not empty, at most `max` characters. */
export const line = (max: number) => text(max).normalize('NFC').trim().min(1).max(max);

/** As `line`, but may be empty. */
export const optionalLine = (max: number) => text(max).normalize('NFC').trim().max(max);

/** An instant in UTC, `2026-11-24T01:00:00.000Z`. */
export const instantSchema = z.iso.datetime();

/** A calendar date in the installation's time zone, `2026-12-30`. */
export const dateSchema = z.iso.date();
