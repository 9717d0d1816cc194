import type { Unit } from '../../organisation/organisation.records.ts';

/** A unit that sentences may name: officially, by its short name, or by any other name in use. */
export interface SentenceUnit extends Pick<Unit, 'id' | 'name' | 'shortName' | 'type'> {
  readonly aliases?: readonly string[];
}
