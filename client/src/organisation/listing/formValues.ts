/** The whole number in a text field, or null; numbers beyond six digits are slips. */
export function wholeNumber(text: string): number | null {
  return /^-?\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null;
}

/** A number that puts something new after everything that is there. */
export const nextOrder = (taken: readonly number[]): number => Math.max(0, ...taken) + 1;
