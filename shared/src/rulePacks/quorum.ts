import { neededOf, type Threshold } from './fractions.ts';

/** How many of those who decide have to be there; null where a meeting of this kind needs no number. */
export type QuorumRule = Threshold | null;

/** Túc số, with what explains it: "19/28, cần 19". */
export type Quorum = {
  readonly present: number;
  readonly total: number;
  readonly needed: number;
  readonly met: boolean;
};

/** Whether a meeting may decide. Nobody is no meeting, whatever the rule. */
export function quorumOf(rule: QuorumRule, present: number, total: number): Quorum {
  const needed = rule === null ? 1 : Math.max(1, neededOf(total, rule));
  return { present, total, needed, met: present >= needed };
}
