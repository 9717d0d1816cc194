import { foldText } from '../../platform/text.ts';

/** A word, a number or a single mark of a text, with its place there. */
export interface Token {
  /** Folded as for search, so that spelling, case and tones make no difference; a mark is itself. */
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'word' | 'number' | 'mark';
  readonly capital: boolean;
  /** Written in capitals throughout, as abbreviations and headlines are. */
  readonly acronym: boolean;
  readonly spaceBefore: boolean;
  readonly lineStart: boolean;
}

const TOKEN = /[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{M}\p{N}]/gu;
const DASHES = /^[‐-―−]$/;

/** Cuts a text into tokens; every character that is no white space belongs to exactly one of them. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [word] = match;
    const gap = text.slice(end, match.index);
    end = match.index + word.length;
    tokens.push({
      key: keyOf(word),
      from: match.index,
      to: end,
      kind: /^\p{N}/u.test(word) ? 'number' : /^[\p{L}\p{M}]/u.test(word) ? 'word' : 'mark',
      acronym: /^(?:\p{Lu}\p{M}*){2,}$/u.test(word),
      capital: /^\p{M}*\p{Lu}/u.test(word),
      spaceBefore: gap !== '' || tokens.length === 0,
      lineStart: tokens.length === 0 || /[\n\r\u2028\u2029]/.test(gap),
    });
  }
  return tokens;
}

function keyOf(word: string): string {
  return DASHES.test(word) ? '-' : foldText(word) || word;
}

/** A matcher answers the index after what it found at a place of the tokens, or that place itself for nothing. */
export type Matcher = (tokens: readonly Token[], at: number) => number;

interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  ends: boolean;
}

/** A matcher for the longest of some phrases, given folded with spaces between tokens: 'chu tri', 'd / c'. */
export function phrases(...lists: (readonly string[])[]): Matcher {
  const root: PhraseNode = { next: new Map(), ends: false };
  for (const phrase of lists.flat()) addPhrase(root, phrase.split(' '));
  return (tokens, at) => {
    let [node, end] = [root, at];
    for (let place = at; place < tokens.length; place += 1) {
      const next = node.next.get(tokens[place]!.key);
      if (next === undefined) break;
      node = next;
      if (node.ends) end = place + 1;
    }
    return end;
  };
}

function addPhrase(root: PhraseNode, keys: readonly string[]): void {
  let node = root;
  for (const key of keys) {
    const next = node.next.get(key) ?? { next: new Map(), ends: false };
    node.next.set(key, next);
    node = next;
  }
  node.ends = true;
}

/** The folded token at a place, or '' outside the text. */
export function keyAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.key ?? '';
}
