import { foldText, normaliseVietnamese } from '../../platform/text.ts';
import type { TokenRange } from './deadlines/deadline.ts';
import { contentLabel } from './lexicon.ts';
import { keyAt, phrases, type Token, tokenise } from './tokens.ts';

// A clause of these words alone only carries the date: "hoàn thành trước ngày 30/12", "báo cáo kết quả trước ...".
const emptyWords = phrases([
  'hoan thanh',
  'hoan tat',
  'xong',
  'bao cao',
  'ket qua',
  'thuc hien',
  'va',
  'dinh ky',
  'tat ca',
  'viec nay',
  'noi dung nay',
  'nhiem vu nay',
  'cac noi dung tren',
  'cac nhiem vu tren',
]);
const completion = phrases(['hoan thanh', 'xong', 'hoan tat', 'dinh ky', 'va hoan thanh', ', hoan thanh']);
const clauseMarks = new Set([',', ';', '.', ':', '(', ')']);

/** The text of a task without the words that became its deadline. */
export function writeContent(
  text: string,
  tokens: readonly Token[],
  ranges: readonly TokenRange[],
  removed: { readonly deadline: readonly TokenRange[]; readonly labels: readonly TokenRange[] },
  keepsClauses: boolean,
): string {
  const written = ranges.map(range => {
    const holes = removed.deadline
      .filter(({ from, end }) => from >= range.from && end <= range.end)
      .map(span => (keepsClauses ? span : widen(tokens, range, span, removed.deadline)));
    return writeRange(text, tokens, range, [...holes, ...removed.labels]);
  });
  return capitalise(written.filter(Boolean).join('; '));
}

// The whole clause goes if nothing else is in it; otherwise the date goes with the "xong" before it.
function widen(
  tokens: readonly Token[],
  range: TokenRange,
  span: TokenRange,
  removed: readonly TokenRange[],
): TokenRange {
  let { from, end } = span;
  while (from > range.from && !clauseMarks.has(keyAt(tokens, from - 1))) from -= 1;
  while (end < range.end && !clauseMarks.has(keyAt(tokens, end))) end += 1;
  const isRemoved = (at: number) => removed.some(hole => at >= hole.from && at < hole.end);
  const isEmpty = (start: number, stop: number) => {
    let at = start;
    while (at < stop && (isRemoved(at) || emptyWords(tokens, at) > at))
      at = Math.max(at + 1, emptyWords(tokens, at));
    return at >= stop;
  };
  if (isEmpty(from, span.end) && keyAt(tokens, span.end) === 'va') return { from, end: span.end + 1 };
  if (isEmpty(from, end)) {
    const aside = keyAt(tokens, from - 1) === '(' && keyAt(tokens, end) === ')';
    return aside ? { from: from - 1, end: end + 1 } : { from, end };
  }
  const before = [1, 2, 3].find(
    back => span.from - back > from && completion(tokens, span.from - back) === span.from,
  );
  return { from: span.from - (before ?? 0), end: span.end };
}

function writeRange(
  text: string,
  tokens: readonly Token[],
  range: TokenRange,
  holes: readonly TokenRange[],
): string {
  const pieces: string[] = [];
  let at = contentLabel(tokens, range.from);
  for (const hole of [...holes.toSorted((a, b) => a.from - b.from), { from: range.end, end: range.end }]) {
    if (hole.from > at) pieces.push(text.slice(tokens[at]?.from, tokens[hole.from - 1]?.to));
    at = Math.max(at, hole.end);
  }
  return tidy(pieces.join(' '));
}

function tidy(written: string): string {
  return normaliseVietnamese(written)
    .replace(/\s+/g, ' ')
    .replace(/ ([,;.:)])/g, '$1')
    .replace(/([,;:])(?: ?[,;:])+/g, '$1')
    .replace(/^(?:[-,;:.\s]+|và )+/, '')
    .replace(/(?:[-,;:./\s]| và)+$/, '');
}

/** What a sentence is about where it names the matter before the unit: "Việc ... giao Sở A thực hiện". */
export function writeTopic(text: string, tokens: readonly Token[], range: TokenRange): string {
  const topic = tidy(text.slice(tokens[range.from]?.from, tokens[range.end - 1]?.to));
  const [matter] = /^(?:việc|về việc|nội dung|về nội dung|đối với việc) /iu.exec(topic) ?? [];
  return matter === undefined ? '' : capitalise(topic.slice(matter.length));
}

function capitalise(written: string): string {
  return written.replace(/^\p{L}/u, letter => letter.toLocaleUpperCase('vi'));
}

/** True for a content of nothing but words such as "hoàn thành" and "thực hiện", which need an object. */
export function saysNothing(content: string): boolean {
  const tokens = tokenise(content);
  let at = 0;
  while (emptyWords(tokens, at) > at) at = emptyWords(tokens, at);
  return at >= tokens.length;
}

/** True for a content of fewer than `words` words, which tells too little to be carried out. */
export function isThin(content: string, words: number): boolean {
  return foldText(content).split(' ').length < words;
}
