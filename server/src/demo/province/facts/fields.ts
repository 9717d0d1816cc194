import { economyFields } from './fields/economy.ts';
import type { Field } from './fields/field.ts';
import { governmentFields } from './fields/government.ts';
import { societyFields } from './fields/society.ts';
import { spaceFields } from './fields/space.ts';

/** All fields of government, in the order in which a report on the whole province takes them up. */
export const fields: readonly Field[] = [
  ...economyFields,
  ...spaceFields,
  ...societyFields,
  ...governmentFields,
];

/** The field that a unit works in; whoever has none of its own works in general administration. */
export function fieldOf(unitName: string): Field {
  const own = fields.find(field => field.units.includes(unitName));
  const general = fields.at(-1);
  if (!general) throw new RangeError('no field of government is known');
  return own ?? general;
}
