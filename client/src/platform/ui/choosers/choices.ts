import { foldText } from '@nghisu/shared/platform/text.ts';

/** Something that can be chosen: its name in full, and a second line (the post under a name, the parent unit). */
export type Choice = {
  readonly value: string;
  readonly label: string;
  readonly detail?: string | undefined;
  /** Further words that find it: an abbreviation, an old name. Not shown. */
  readonly keywords?: string | undefined;
  readonly disabled?: boolean | undefined;
};

type Rank = 0 | 1 | 2 | 3;

/**
 * The choices that a typed text finds, best first: blind to diacritics and case, every word must occur, and the first
 * letters of the words count too ("stc" finds "Sở Tài chính"). Equal matches keep their order; nothing typed, all.
 */
export function findChoices(choices: readonly Choice[], typed: string): readonly Choice[] {
  const query = foldText(typed);
  if (query === '') return choices;
  return choices
    .map(choice => ({ choice, rank: rankOf(choice, query) }))
    .filter(match => match.rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(match => match.choice);
}

// 0: begins with the text; 1: a word begins with it, or it is the initials; 2: contains it; 3: all words occur somewhere.
function rankOf(choice: Choice, query: string): Rank | null {
  const label = foldText(choice.label);
  if (label.startsWith(query)) return 0;
  if (` ${label}`.includes(` ${query}`) || isInitials(label, query)) return 1;
  if (label.includes(query)) return 2;
  const everything = foldText(`${choice.label} ${choice.detail ?? ''} ${choice.keywords ?? ''}`);
  return query.split(' ').every(word => everything.includes(word)) ? 3 : null;
}

function isInitials(label: string, query: string): boolean {
  const initials = label
    .split(/[^\p{L}\p{N}]+/u)
    .map(word => word[0] ?? '')
    .join('');
  return query.length > 1 && initials.includes(query);
}
