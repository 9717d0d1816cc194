/** A part of a whole in whole numbers: two thirds is `{ parts: 2, of: 3 }`. No rounding ever enters a count of votes. */
export type Fraction = { readonly parts: number; readonly of: number };

/** How many of `base` reach a threshold. `moreThan` half of 28 is 15; `atLeast` two thirds of 9 is 6. */
export type Threshold = { readonly kind: 'moreThan' | 'atLeast'; readonly fraction: Fraction };

/** The smallest count that reaches the threshold. `base` is a whole number from 0 up. */
export function neededOf(base: number, { kind, fraction }: Threshold): number {
  const parts = base * fraction.parts;
  const whole = Math.floor(parts / fraction.of);
  if (kind === 'moreThan') return whole + 1;
  return parts % fraction.of === 0 ? whole : whole + 1;
}
