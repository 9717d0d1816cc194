import { z } from 'zod';

/** Letters and digits that nobody takes for one another. */
export const doorCodeLetters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const doorCodeLength = 8;

/** The code at the door of one meeting, as it is shown, typed or scanned. */
export const doorCodeSchema = z
  .string()
  .max(40)
  .transform(typed => typed.toUpperCase().replace(/[\s-]/g, ''))
  .pipe(z.string().regex(new RegExp(`^[${doorCodeLetters}]{${doorCodeLength}}$`)));

/** A code is shown for so many seconds of the database's clock, and is good as long again. */
export const doorCodeSeconds = 30;

/** What the page at the door shows now, and for how many milliseconds. */
export const doorCodeAnswerSchema = z.strictObject({ code: z.string(), millisecondsLeft: z.int() });
export type DoorCodeAnswer = z.infer<typeof doorCodeAnswerSchema>;
