/** Words after which a full stop ends no sentence: "TP. Vĩnh Yên", "khoản 1. Điều 3" reads on too. */
const abbreviation = /(?:^|[\s(])(?:tp|tx|tt|ths|ts|pgs|gs|đ\/c|ông|bà|số|khoản|điểm|điều|mục|stt|vv)$/iu;

/** True where the sign at `at` ends a sentence. */
function endsSentence(text: string, at: number): boolean {
  const sign = text[at];
  if (sign === '\n' || sign === '!' || sign === '?' || sign === ';') return true;
  if (sign !== '.') return false;
  const next = text[at + 1];
  // A date or a number goes on: 30.12, 1.500.
  if (next !== undefined && !/\s/.test(next)) return false;
  const before = text.slice(Math.max(0, at - 12), at);
  // The number of a clause: "1. Giao ...".
  if (/(?:^|\s)\d{1,3}$/.test(before)) return false;
  return !abbreviation.test(before);
}

/**
 * The sentence of a paragraph around the position `at`, as a range of offsets without the spaces around it; null where
 * there is none. A position right behind the last sign belongs to that sentence.
 */
export function sentenceAround(text: string, at: number): { from: number; to: number } | null {
  let from = Math.max(0, Math.min(at, text.length));
  // Behind "…12." the caret still means the sentence that just ended.
  if (from > 0 && text.slice(from).trim() === '') from -= 1;
  while (from > 0 && !endsSentence(text, from - 1)) from -= 1;
  let to = Math.max(from, Math.min(at, text.length) - (text.slice(at).trim() === '' ? 1 : 0));
  while (to < text.length && !endsSentence(text, to)) to += 1;
  if (to < text.length && text[to] !== '\n') to += 1;
  while (from < to && /\s/.test(text[from]!)) from += 1;
  while (to > from && /\s/.test(text[to - 1]!)) to -= 1;
  return to > from ? { from, to } : null;
}
