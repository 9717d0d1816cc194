import {
  familyNames,
  femaleGivenNames,
  femaleMiddleNames,
  maleGivenNames,
  maleMiddleNames,
} from '../facts/names.ts';
import type { Random } from '../setting/random.ts';

/** Gives a full name that nobody has had before, with the share of women asked for. */
export type NameMaker = (shareOfWomen: number) => string;

/** Starts a maker of Vietnamese names; family names come with their real frequency, middle names suit the sex. */
export function nameMaker(random: Random): NameMaker {
  const taken = new Set<string>();
  const make: NameMaker = shareOfWomen => {
    const name = random.chance(shareOfWomen) ? femaleName(random) : maleName(random);
    if (taken.has(name) || repeats(name)) return make(shareOfWomen);
    taken.add(name);
    return name;
  };
  return make;
}

function maleName(random: Random): string {
  return `${random.weighted(familyNames)} ${random.weighted(maleMiddleNames)} ${random.pick(maleGivenNames)}`;
}

function femaleName(random: Random): string {
  return `${random.weighted(familyNames)} ${random.weighted(femaleMiddleNames)} ${random.pick(femaleGivenNames)}`;
}

// No parents call a child 'Minh Minh'.
function repeats(name: string): boolean {
  const words = name.split(' ');
  return new Set(words).size < words.length;
}
