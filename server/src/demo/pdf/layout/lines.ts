import type { Style, Typeface } from '../typeface.ts';
import type { Mark } from './page.ts';

export type Typefaces = Record<Style, Typeface>;

/** How a paragraph looks; lengths in points. */
export type Look = {
  style: Style;
  size: number;
  align: 'left' | 'right' | 'centre' | 'justify';
  /** Extra indent of the first line. */
  firstIndent: number;
  /** Indent of the whole paragraph from the left margin. */
  indent: number;
  before: number;
  after: number;
  /** Distance between base lines as a multiple of the size. */
  leading: number;
};

/** A text that may begin with some words in another style, such as 'Điều 1.' in bold. */
export type Wording = { lead?: string; leadStyle?: Style; text: string };

type Word = { text: string; style: Style; width: number };
type Line = { words: Word[]; last: boolean };

/** Breaks a text into lines that fit `width`; a word wider than a line stands alone. Centred lines become of one length. */
export function breakLines(typefaces: Typefaces, wording: Wording, look: Look, width: number): Line[] {
  const words = wordsOf(typefaces, wording, look);
  const space = spaceOf(typefaces, look.style, look);
  const lines = fillLines(words, space, look.firstIndent, width);
  if (look.align !== 'centre' || lines.length === 1) return lines;
  const natural = words.reduce((sum, word) => sum + word.width + space, 0);
  for (let narrow = natural / lines.length; narrow < width; narrow += width / 40) {
    const balanced = fillLines(words, space, look.firstIndent, narrow);
    if (balanced.length === lines.length) return balanced;
  }
  return lines;
}

function fillLines(words: readonly Word[], space: number, firstIndent: number, width: number): Line[] {
  const lines: Line[] = [];
  let line: Word[] = [];
  let used = firstIndent;
  for (const word of words) {
    if (line.length > 0 && used + space + word.width > width) {
      lines.push({ words: line, last: false });
      line = [];
      used = 0;
    }
    used += (line.length > 0 ? space : 0) + word.width;
    line.push(word);
  }
  lines.push({ words: line, last: true });
  return lines;
}

/** Turns a line into marks between two edges, one for each stretch of one style. */
export function placeLine(
  typefaces: Typefaces,
  line: Line,
  look: Look,
  left: number,
  right: number,
  base: number,
): Mark[] {
  const spaces = line.words.slice(0, -1).map(word => spaceOf(typefaces, word.style, look));
  const natural =
    line.words.reduce((sum, { width }) => sum + width, 0) + spaces.reduce((sum, width) => sum + width, 0);
  const spare = right - left - natural;
  const gap = look.align === 'justify' && !line.last && spaces.length > 0 ? spare / spaces.length : 0;
  let x = left;
  if (look.align === 'right') x += spare;
  if (look.align === 'centre') x += spare / 2;
  const marks: Extract<Mark, { kind: 'text' }>[] = [];
  for (const [index, word] of line.words.entries()) {
    const space = spaces[index];
    const text = space === undefined ? word.text : `${word.text} `;
    const open = marks.at(-1);
    if (open?.style === word.style) open.text += text;
    else marks.push({ kind: 'text', x, y: base, style: word.style, size: look.size, text, gap, grey: 0 });
    x += word.width + (space === undefined ? 0 : space + gap);
  }
  return marks;
}

function spaceOf(typefaces: Typefaces, style: Style, look: Look): number {
  return (typefaces[style].measure(' ') * look.size) / 1000;
}

function wordsOf(typefaces: Typefaces, wording: Wording, look: Look): Word[] {
  const split = (text: string, style: Style): Word[] =>
    text
      .split(' ')
      .filter(part => part !== '')
      .map(part => ({ text: part, style, width: (typefaces[style].measure(part) * look.size) / 1000 }));
  return [...split(wording.lead ?? '', wording.leadStyle ?? 'bold'), ...split(wording.text, look.style)];
}
