import { neededOf } from '../rulePacks/fractions.ts';
import { type ChairSide, outcomeOf } from '../rulePacks/majority.ts';
import type { MeetingRules } from '../rulePacks/rulePacks.ts';
import { answers, type Choice, type Vote, type VoteResult } from './votes.records.ts';

type Form = Pick<Vote, 'options' | 'mostChoices'>;

/** What a ballot may choose from, in the order in which it is shown. */
export const choicesOf = ({ options }: Form): readonly Choice[] =>
  options.length > 0 ? options.map(option => option.id) : answers;

/** True where the choices are a valid ballot: known, each once, and not too many. */
export function isValidBallot(vote: Form, choices: readonly Choice[]): boolean {
  const known = new Set<Choice>(choicesOf(vote));
  const most = vote.options.length > 0 ? vote.mostChoices : 1;
  const isEach = new Set(choices).size === choices.length && choices.every(choice => known.has(choice));
  return choices.length > 0 && choices.length <= most && isEach;
}

/** Who could vote and was there, as it stood at the opening. */
export type Electorate = { readonly members: number; readonly present: number };

/** Counts ballots and says what was decided; it reads nothing but its arguments. The order of the ballots changes nothing. */
export function resultOf(
  vote: Form,
  rules: MeetingRules,
  ballots: readonly (readonly Choice[])[],
  electorate: Electorate,
  chair: ChairSide,
): VoteResult {
  const tally = new Map<Choice, number>(choicesOf(vote).map(choice => [choice, 0]));
  for (const choice of ballots.flat()) tally.set(choice, (tally.get(choice) ?? 0) + 1);
  const counts = [...tally].map(([choice, count]) => ({ choice, count }));
  const cast = { counts, ballots: ballots.length, onPaper: 0 };
  if (vote.options.length > 0) return { ...cast, ...chosenOption(counts, rules, ballots.length, electorate) };
  const countOf = (choice: Choice): number => tally.get(choice) ?? 0;
  const count = {
    inFavour: countOf('inFavour'),
    against: countOf('against'),
    notVoting: countOf('notVoting'),
  };
  const outcome = outcomeOf(rules.majority, { ...count, ...electorate }, chair);
  return { ...cast, ...outcome, chosen: outcome.adopted ? 'inFavour' : null };
}

/** Of several options the one with most ballots is chosen, if it has the majority and no other has as many. */
function chosenOption(
  counts: VoteResult['counts'],
  { majority }: MeetingRules,
  ballots: number,
  { members, present }: Electorate,
): Pick<VoteResult, 'base' | 'needed' | 'tied' | 'chosen' | 'adopted'> {
  const base = { members, present, ballots, decided: ballots }[majority.base];
  const needed = neededOf(base, majority.threshold);
  const most = Math.max(...counts.map(one => one.count));
  const first = counts.filter(one => one.count === most);
  const tied = most > 0 && first.length > 1;
  const chosen = !tied && base > 0 && most >= needed ? first[0]!.choice : null;
  return { base, needed, tied, chosen, adopted: chosen !== null };
}
