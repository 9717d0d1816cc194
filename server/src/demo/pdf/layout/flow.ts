import { breakLines, type Look, placeLine, type Typefaces, type Wording } from './lines.ts';
import { a4, type Mark, type Page, type Picture } from './page.ts';

const pageNumberSize = 13;

/** A box on a page, in points from the lower left corner. */
type Box = { x: number; y: number; width: number; height: number };

/** Fills pages from top to bottom. The number of each page but the first stands in its top margin (Decree 30/2020). */
export class Flow {
  readonly pages: Page[] = [];
  readonly typefaces: Typefaces;
  readonly area: { left: number; right: number; top: number; bottom: number };
  /** The height of the pen above the lower edge. */
  y = 0;
  readonly #width: number;
  readonly #height: number;

  constructor(typefaces: Typefaces, landscape = false) {
    this.typefaces = typefaces;
    this.#width = landscape ? a4.long : a4.short;
    this.#height = landscape ? a4.short : a4.long;
    this.area = {
      left: a4.left,
      right: this.#width - a4.right,
      top: this.#height - a4.top,
      bottom: a4.bottom,
    };
    this.newPage();
  }

  /** The width between the margins. */
  get measure(): number {
    return this.area.right - this.area.left;
  }

  /** What is left above the lower margin. */
  get room(): number {
    return this.y - this.area.bottom;
  }

  /** Pages filled so far, the filled part of the present page as a fraction. */
  get position(): number {
    return this.pages.length - 1 + (this.area.top - this.y) / (this.area.top - this.area.bottom);
  }

  newPage(): void {
    this.pages.push({ width: this.#width, height: this.#height, marks: [], hidden: false });
    this.y = this.area.top;
    if (this.pages.length === 1) return;
    const number = String(this.pages.length);
    const half = (this.typefaces.regular.measure(number) * pageNumberSize) / 2000;
    const x = (this.area.left + this.area.right) / 2 - half;
    this.mark({
      kind: 'text',
      x,
      y: this.area.top + 14,
      style: 'regular',
      size: pageNumberSize,
      text: number,
      gap: 0,
      grey: 0,
    });
  }

  /** Starts a new page unless `height` fits on this one. */
  keep(height: number): void {
    if (this.room < height) this.newPage();
  }

  mark(...marks: Mark[]): void {
    this.pages.at(-1)?.marks.push(...marks);
  }

  /** Moves the pen down; white space at the head of a page is left out. */
  space(height: number): void {
    if (this.y < this.area.top) this.y -= height;
  }

  paragraph(wording: Wording, look: Look): void {
    const lines = breakLines(this.typefaces, wording, look, this.measure - look.indent);
    const step = look.size * look.leading;
    // No single line stays behind at the foot of a page.
    this.keep(look.before + step * Math.min(lines.length, 2));
    this.space(look.before);
    for (const [index, line] of lines.entries()) {
      // Nor does the last line stand alone at the head of one.
      if (index === lines.length - 2 && index > 1) this.keep(step * 2);
      this.keep(step);
      this.y -= step;
      const left = this.area.left + look.indent + (index === 0 ? look.firstIndent : 0);
      this.mark(...placeLine(this.typefaces, line, look, left, this.area.right, this.y + step - look.size));
    }
    this.y -= look.after;
  }

  /** The height that `paragraph` would take. */
  heightOf(wording: Wording, look: Look): number {
    const lines = breakLines(this.typefaces, wording, look, this.measure - look.indent);
    return look.before + look.after + lines.length * look.size * look.leading;
  }

  /** Puts a picture in the middle, `share` of the measure wide, and tells where it stands. */
  picture(picture: Picture, share: number): Box {
    const width = this.measure * share;
    const height = (width * picture.height) / picture.width;
    this.keep(height);
    this.y -= height;
    const box = { x: (this.area.left + this.area.right - width) / 2, y: this.y, width, height };
    this.mark({ kind: 'picture', ...box, picture });
    return box;
  }
}
