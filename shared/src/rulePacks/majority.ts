import { neededOf, type Threshold } from './fractions.ts';

/** Of whom a majority is counted: all who decide, those who were present, all ballots, or those for and against. */
export type MajorityBase = 'members' | 'present' | 'ballots' | 'decided';

export type MajorityRule = {
  readonly base: MajorityBase;
  readonly threshold: Threshold;
  /** What decides when as many are for as against: the side that the chair is on, or nothing, so that it is not adopted. */
  readonly tie: 'chair' | 'rejected';
};

/** Ballots by answer, and who could have given one. */
export type Count = {
  readonly inFavour: number;
  readonly against: number;
  readonly notVoting: number;
  /** Everybody who decides in the meeting. */
  readonly members: number;
  /** Of them, who was present when the vote was opened. */
  readonly present: number;
};

/** What a vote decided, with all that explains it. */
export type Outcome = {
  /** The number that the majority is counted of. */
  readonly base: number;
  /** How many in favour adopt. */
  readonly needed: number;
  readonly tied: boolean;
  /** Null where a tie waits for the side of a chair whose ballot nobody may know. */
  readonly adopted: boolean | null;
};

/** Which side the chair is on; null where it is not known or there is none. */
export type ChairSide = 'inFavour' | 'against' | null;

export function baseOf({ base }: MajorityRule, count: Count): number {
  const ballots = count.inFavour + count.against + count.notVoting;
  return {
    members: count.members,
    present: count.present,
    ballots,
    decided: count.inFavour + count.against,
  }[base];
}

/**
 * Whether the question is adopted. A tie is as many for as against where one more in favour would adopt: then the side of
 * the chair decides (Law on Organisation of Local Government). One for and one against, of 28, is no tie: it is too few.
 */
export function outcomeOf(rule: MajorityRule, count: Count, chair: ChairSide): Outcome {
  const base = baseOf(rule, count);
  const needed = neededOf(base, rule.threshold);
  const reached = base > 0 && count.inFavour >= needed;
  const isEven = count.inFavour === count.against && count.inFavour > 0;
  const tied = isEven && count.inFavour + 1 >= needed;
  if (reached || !tied || rule.tie === 'rejected') return { base, needed, tied, adopted: reached };
  return { base, needed, tied, adopted: chair === null ? null : chair === 'inFavour' };
}
