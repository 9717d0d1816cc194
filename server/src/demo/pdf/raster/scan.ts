import type { Random } from '../../province/setting/random.ts';
import type { Typefaces } from '../layout/lines.ts';
import type { Mark, Page, Picture } from '../layout/page.ts';
import type { Style } from '../typeface.ts';
import { type Ink, inkOf } from './glyphs.ts';

/** Dots an inch; an A4 page is 1240 x 1754 grey pixels, 2.2 MB. */
const resolution = 150;
const scale = resolution / 72;
const darkest = 38;

type Bitmap = { width: number; height: number; pixels: Uint8Array };

/** Turns laid-out pages into what an office scanner makes of them: one noisy, slightly turned picture a page. */
export class Scanner {
  readonly #typefaces: Typefaces;
  readonly #inks = new Map<string, Ink>();

  constructor(typefaces: Typefaces) {
    this.#typefaces = typefaces;
  }

  /** The page as a picture, with its text laid over it unseen, as recognised text is. */
  scan(page: Page, random: Random): Page {
    const width = Math.round(page.width * scale);
    const height = Math.round(page.height * scale);
    const sheet: Bitmap = { width, height, pixels: new Uint8Array(width * height).fill(255) };
    const slope = (random.next() - 0.5) * 0.012;
    for (const mark of page.marks) this.#print(sheet, page, mark, slope);
    expose(sheet, random);
    const picture: Picture = { width, height, pixels: sheet.pixels, stored: true };
    const image: Mark = { kind: 'picture', x: 0, y: 0, width: page.width, height: page.height, picture };
    const text = page.marks.filter(mark => mark.kind === 'text');
    return { ...page, marks: [image, ...text], hidden: true };
  }

  #print(sheet: Bitmap, page: Page, mark: Mark, slope: number): void {
    if (mark.kind === 'rule') {
      printRule(sheet, page, mark, slope);
      return;
    }
    if (mark.kind !== 'text') return;
    const face = this.#typefaces[mark.style];
    let x = mark.x;
    for (const character of mark.text) {
      if (character !== ' ') {
        const column = x * scale;
        const row = (page.height - mark.y) * scale;
        stamp(sheet, this.#ink(mark.style, character, mark.size), column - row * slope, row + column * slope);
      }
      x += (face.measure(character) * mark.size) / 1000 + (character === ' ' ? mark.gap : 0);
    }
  }

  #ink(style: Style, character: string, size: number): Ink {
    const key = `${style} ${size} ${character}`;
    const known = this.#inks.get(key) ?? inkOf(this.#typefaces[style], character, size * scale);
    this.#inks.set(key, known);
    return known;
  }
}

function stamp(sheet: Bitmap, ink: Ink, column: number, row: number): void {
  const left = Math.round(column) + ink.left;
  const top = Math.round(row) + ink.top;
  for (let y = Math.max(0, -top); y < ink.height && top + y < sheet.height; y++) {
    const from = (top + y) * sheet.width + left;
    for (let x = Math.max(0, -left); x < ink.width && left + x < sheet.width; x++) {
      const coverage = ink.coverage[y * ink.width + x] ?? 0;
      const paper = sheet.pixels[from + x] ?? 255;
      sheet.pixels[from + x] = Math.max(0, paper - coverage);
    }
  }
}

function printRule(sheet: Bitmap, page: Page, rule: Extract<Mark, { kind: 'rule' }>, slope: number): void {
  const steps = Math.ceil(Math.hypot(rule.x2 - rule.x1, rule.y2 - rule.y1) * scale);
  for (let step = 0; step <= steps; step++) {
    const x = (rule.x1 + ((rule.x2 - rule.x1) * step) / steps) * scale;
    const y = (page.height - (rule.y1 + ((rule.y2 - rule.y1) * step) / steps)) * scale;
    const column = Math.round(x - y * slope);
    const row = Math.round(y + x * slope);
    if (column > 0 && column < sheet.width && row > 0 && row < sheet.height) {
      sheet.pixels[row * sheet.width + column] = 70;
    }
  }
}

/** Lays light, shadow at the binding, punch holes and grain over the printed sheet. */
function expose(sheet: Bitmap, random: Random): void {
  const { width, height, pixels } = sheet;
  const columns = Float32Array.from(
    { length: width },
    (_, x) => 1 - 0.16 * Math.exp(-x / 26) - 0.05 * Math.exp((x - width) / 60),
  );
  const rows = Float32Array.from(
    { length: height },
    (_, y) => 0.955 + 0.02 * Math.sin((y / height) * 3.1 + random.next() * 0.02),
  );
  punch(sheet, Math.round(height / 2 - resolution * 1.57));
  punch(sheet, Math.round(height / 2 + resolution * 1.57));
  let state = random.int(1, 0x7fffffff);
  for (let y = 0; y < height; y++) {
    const light = rows[y] ?? 1;
    for (let x = 0, at = y * width; x < width; x++, at++) {
      // xorshift32: the grain has to be quick, not good.
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      const printed = darkest + ((pixels[at] ?? 255) / 255) * (255 - darkest);
      const grain = (state & 15) + ((state >>> 8) & 15) - 15;
      const value = printed * light * (columns[x] ?? 1) + grain;
      pixels[at] = value < 0 ? 0 : value > 255 ? 255 : value;
    }
  }
}

function punch(sheet: Bitmap, middle: number): void {
  const radius = resolution * 0.12;
  const centre = resolution * 0.42;
  for (let y = Math.round(middle - radius); y <= middle + radius; y++) {
    for (let x = Math.round(centre - radius); x <= centre + radius; x++) {
      const distance = Math.hypot(x - centre, y - middle);
      if (distance < radius) sheet.pixels[y * sheet.width + x] = distance > radius - 2 ? 150 : 96;
    }
  }
}
