import { keyAt, phrases, type Token } from './tokens.ts';

/** A part of the text that holds at most a few assignments: up to a full stop, a semicolon or the end of a line. */
export interface Segment {
  /** The first token behind a bullet or a number. */
  readonly from: number;
  readonly end: number;
  readonly bullet: boolean;
  /** True behind a semicolon: the sentence goes on. */
  readonly goesOn: boolean;
  /** Where the sentence ends that this segment is a part of. */
  readonly sentenceEnd: number;
}

const bulletMark = new Set(['-', '+', '*', '•', '·', '●', '▪', '◦']);
const abbreviation = new Set(['tp', 'tx', 'tt', 'ths', 'ts', 'ks', 'gs', 'pgs', 'bs', 'd', 'dc', 'q']);
// A line that ends with one of these was broken in the middle of a name or a list.
const openEnd = new Set([
  ',',
  'va',
  'voi',
  'so',
  'ubnd',
  'huyen',
  'xa',
  'phuong',
  'tinh',
  'pho',
  'cua',
  'giao',
  'cho',
]);
const lineOpener = phrases(['giao', 'yeu cau', 'de nghi', 'phan cong']);

/** Cuts tokens into segments; a line broken inside a sentence does not end one. */
export function cutSegments(tokens: readonly Token[]): Segment[] {
  const segments: Segment[] = [];
  let [from, goesOn] = [0, false];
  const close = (end: number, next: number, semicolon: boolean) => {
    const start = skipBullet(tokens, from, end);
    if (start < end) segments.push({ from: start, end, bullet: start > from, goesOn, sentenceEnd: end });
    [from, goesOn] = [next, semicolon];
  };
  for (let at = 0; at < tokens.length; at += 1) {
    if (at > from && tokens[at]?.lineStart && breaksLine(tokens, at))
      close(at, at, keyAt(tokens, at - 1) === ';');
    if (keyAt(tokens, at) === ';' || endsSentence(tokens, at, from))
      close(at, at + 1, keyAt(tokens, at) === ';');
  }
  close(tokens.length, tokens.length, false);
  return withSentenceEnds(segments);
}

function withSentenceEnds(segments: readonly Segment[]): Segment[] {
  let sentenceEnd = 0;
  return segments
    .toReversed()
    .map((segment, index) => {
      const next = segments[segments.length - index];
      sentenceEnd = next?.goesOn ? sentenceEnd : segment.end;
      return { ...segment, sentenceEnd };
    })
    .toReversed();
}

function endsSentence(tokens: readonly Token[], at: number, from: number): boolean {
  const key = keyAt(tokens, at);
  if (key === '!' || key === '?') return true;
  const next = tokens[at + 1];
  if (key !== '.' || (next !== undefined && !next.spaceBefore)) return false;
  return skipBullet(tokens, from, at + 1) <= at && !abbreviation.has(keyAt(tokens, at - 1));
}

function breaksLine(tokens: readonly Token[], at: number): boolean {
  const before = keyAt(tokens, at - 1);
  if (before === '.' || before === ':' || before === ';' || skipBullet(tokens, at, tokens.length) > at)
    return true;
  if (lineOpener(tokens, at) > at) return true;
  return tokens[at]?.capital === true && !openEnd.has(before);
}

// "- ", "1.", "2.1.", "3)", "a)", "(i)"
function skipBullet(tokens: readonly Token[], at: number, end: number): number {
  if (!tokens[at]?.lineStart) return at;
  if (bulletMark.has(keyAt(tokens, at))) return at + 1;
  let place = keyAt(tokens, at) === '(' ? at + 1 : at;
  for (;;) {
    const key = keyAt(tokens, place);
    const label = /^\d{1,2}$/.test(key) || /^([a-z]|[ivx]{1,4})$/.test(key);
    const mark = keyAt(tokens, place + 1);
    if (!label || (mark !== '.' && mark !== ')') || place + 2 > end) break;
    place += 2;
    if (tokens[place]?.spaceBefore !== false) return place;
  }
  return at;
}
