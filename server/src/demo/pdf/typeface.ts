import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import fontkit from '@pdf-lib/fontkit';
import { subsetTrueType } from './subset.ts';

export type Style = 'regular' | 'bold' | 'italic' | 'boldItalic';

/** One step of a glyph's outline in font units, y upwards. */
export type OutlineStep = { command: string; args: number[] };

/** A style of Tinos (metrics of Times New Roman, which Decree 30/2020 asks for), cut down to the letters in use. */
export type Typeface = {
  style: Style;
  postscriptName: string;
  italicAngle: number;
  /** The subset font program, deflated, and its size before. */
  program: Uint8Array;
  programLength: number;
  /** The map from glyphs back to text that search and copying need, deflated. */
  toUnicode: Uint8Array;
  /** Width of each glyph of the subset, in 1/1000 of the size. */
  glyphWidths: number[];
  /** Width of a text in 1/1000 of the size; throws on a character that the subset does not hold. */
  measure(text: string): number;
  /** The glyph numbers of a text as hexadecimal digits, four a glyph. */
  encode(text: string): string;
  /** The outline of one character, in units of `unitsPerEm`. */
  outline(character: string): OutlineStep[];
  unitsPerEm: number;
};

// What the package's own types leave out.
type Glyph = { id: number; advanceWidth: number; path: { commands: OutlineStep[] } };
type Font = {
  postscriptName: string;
  unitsPerEm: number;
  italicAngle: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): Glyph;
};

const files: Record<Style, string> = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
};

/** Every character that papers may use: ASCII, all Vietnamese letters in composed form, and official punctuation. */
export const repertoire: string = [
  ...Array.from({ length: 95 }, (_, index) => String.fromCodePoint(0x20 + index)),
  ...'ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư',
  ...Array.from({ length: 90 }, (_, index) => String.fromCodePoint(0x1ea0 + index)),
  ...'–—“”‘’…•°²³×±½§«»₫≥≤',
].join('');

const loaded = new Map<Style, Promise<Typeface>>();

/** The typeface of a style; read and cut down once per process. */
export function typeface(style: Style): Promise<Typeface> {
  const known = loaded.get(style) ?? load(style);
  loaded.set(style, known);
  return known;
}

async function load(style: Style): Promise<Typeface> {
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${files[style]}`);
  const file = await readFile(path);
  const font = fontkit.create(file) as unknown as Font;
  const glyphs = new Map([...repertoire].map(character => [character, glyphOf(font, character)]));
  // Glyph 0 stands for "no such character" and is in every font program.
  const ids = [...new Set([0, ...[...glyphs.values()].map(glyph => glyph.id)])];
  const program = subsetTrueType(file, ids);
  const numberOf = new Map([...glyphs].map(([character, glyph]) => [character, ids.indexOf(glyph.id)]));
  const glyphWidths: number[] = ids.map(() => 0);
  for (const [character, glyph] of glyphs) {
    glyphWidths[numberOf.get(character) ?? 0] = (glyph.advanceWidth * 1000) / font.unitsPerEm;
  }
  return {
    style,
    postscriptName: font.postscriptName,
    italicAngle: font.italicAngle,
    program: deflateSync(program),
    programLength: program.length,
    toUnicode: deflateSync(toUnicode(numberOf)),
    glyphWidths,
    unitsPerEm: font.unitsPerEm,
    outline: character => glyphOf(font, character).path.commands,
    ...coding(numberOf, glyphWidths),
  };
}

function glyphOf(font: Font, character: string): Glyph {
  const codePoint = character.codePointAt(0) ?? 0;
  if (!font.hasGlyphForCodePoint(codePoint))
    throw new RangeError(`${font.postscriptName} lacks '${character}'`);
  return font.glyphForCodePoint(codePoint);
}

function coding(numberOf: Map<string, number>, glyphWidths: number[]): Pick<Typeface, 'measure' | 'encode'> {
  const widths = new Float64Array(0x2200).fill(Number.NaN);
  const digits: string[] = [];
  for (const [character, number] of numberOf) {
    const code = character.charCodeAt(0);
    widths[code] = glyphWidths[number] ?? 0;
    digits[code] = number.toString(16).padStart(4, '0');
  }
  const measure = (text: string): number => {
    let width = 0;
    for (let index = 0; index < text.length; index++) width += widths[text.charCodeAt(index)] ?? Number.NaN;
    if (Number.isNaN(width)) throw new RangeError(`a character of '${text}' has no glyph`);
    return width;
  };
  const encode = (text: string): string => {
    let code = '';
    for (let index = 0; index < text.length; index++) code += digits[text.charCodeAt(index)] ?? '';
    return code;
  };
  return { measure, encode };
}

// PDF 32000-1, 9.10.3; at most 100 pairs a block.
function toUnicode(numberOf: Map<string, number>): Buffer {
  const hex = (value: number) => value.toString(16).padStart(4, '0');
  const pairs = [...numberOf].map(
    ([character, number]) => `<${hex(number)}> <${hex(character.charCodeAt(0))}>`,
  );
  const blocks: string[] = [];
  for (let start = 0; start < pairs.length; start += 100) {
    const block = pairs.slice(start, start + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return Buffer.from(
    [
      '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap',
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
      '/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def',
      '1 begincodespacerange\n<0000> <ffff>\nendcodespacerange',
      ...blocks,
      'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend',
    ].join('\n'),
  );
}
