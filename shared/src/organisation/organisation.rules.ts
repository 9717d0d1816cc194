import type { LocalDate } from '../platform/dates.ts';
import type { Unit } from './organisation.records.ts';

/** A time of validity: from its first day up to `validTo`, which is the first day after it. */
type Validity = Pick<Unit, 'validFrom' | 'validTo'>;

/** True where it is valid on that day. */
export const isValidOn = ({ validFrom, validTo }: Validity, day: LocalDate): boolean =>
  validFrom <= day && (validTo === null || validTo > day);

/** True where it ends before it begins. Ending on the first day is allowed: that takes a mistaken entry back. */
export const endsBeforeStart = ({ validFrom, validTo }: Validity): boolean =>
  validTo !== null && validTo < validFrom;

/** True where it goes on after the other has ended; what was never valid outlasts nothing. */
export const outlasts = ({ validFrom, validTo }: Validity, other: Validity): boolean =>
  other.validTo !== null && (validTo === null || (validTo > other.validTo && validTo > validFrom));
