import type { Flow } from './flow.ts';
import { breakLines, type Look, placeLine } from './lines.ts';

/** A column; `share` is its part of the table's width, all shares add up to 1. */
export type Column = { title: string; share: number; align: Look['align'] };

const padding = 4;
const ruleWidth = 0.6;

/** A ruled table that grows row by row; its head is repeated on every page. Close it when the last row stands. */
export class Table {
  readonly #flow: Flow;
  readonly #columns: readonly Column[];
  readonly #size: number;
  #top: number;

  constructor(flow: Flow, columns: readonly Column[], size: number) {
    this.#flow = flow;
    this.#columns = columns;
    this.#size = size;
    flow.keep(this.#height(this.#titles(), 'bold') + size * 3);
    this.#top = flow.y;
    this.#head();
  }

  /** Adds a row; a bold row is a heading or a total. */
  row(cells: readonly string[], style: 'regular' | 'bold' | 'italic' = 'regular'): void {
    const height = this.#height(cells, style);
    this.keep(height);
    this.#draw(cells, style, height, false);
  }

  /** Goes on at the head of a new page unless `height` fits on this one. */
  keep(height: number): void {
    if (this.#flow.room >= height) return;
    this.close();
    this.#flow.newPage();
    this.#top = this.#flow.y;
    this.#head();
  }

  /** The height that a row would take. */
  heightOf(cells: readonly string[], style: 'regular' | 'bold' | 'italic' = 'regular'): number {
    return this.#height(cells, style);
  }

  /** Draws the rules between the columns on this page. */
  close(): void {
    let x = this.#flow.area.left;
    for (const column of [0, ...this.#columns.map(({ share }) => share)]) {
      x += column * this.#flow.measure;
      this.#flow.mark({ kind: 'rule', x1: x, y1: this.#top, x2: x, y2: this.#flow.y, width: ruleWidth });
    }
  }

  #head(): void {
    this.#line();
    this.#draw(this.#titles(), 'bold', this.#height(this.#titles(), 'bold'), true);
  }

  #titles(): string[] {
    return this.#columns.map(column => column.title);
  }

  #height(cells: readonly string[], style: Look['style']): number {
    const lines = cells.map((cell, index) => this.#lines(cell, index, style).length);
    return Math.max(...lines) * this.#size * 1.2 + padding * 1.6;
  }

  #look(style: Look['style'], align: Look['align']): Look {
    return { style, size: this.#size, align, firstIndent: 0, indent: 0, before: 0, after: 0, leading: 1.2 };
  }

  #lines(cell: string, index: number, style: Look['style']) {
    const width = (this.#columns[index]?.share ?? 0) * this.#flow.measure - 2 * padding;
    return breakLines(this.#flow.typefaces, { text: cell }, this.#look(style, 'left'), width);
  }

  #draw(cells: readonly string[], style: Look['style'], height: number, head: boolean): void {
    let x = this.#flow.area.left;
    for (const [index, column] of this.#columns.entries()) {
      const width = column.share * this.#flow.measure;
      const look = this.#look(style, head ? 'centre' : column.align);
      const lines = this.#lines(cells[index] ?? '', index, style);
      const step = this.#size * 1.2;
      let base = this.#flow.y - (height - lines.length * step) / 2 - this.#size * 0.95;
      for (const line of lines) {
        if (line.words.length > 0) {
          this.#flow.mark(
            ...placeLine(this.#flow.typefaces, line, look, x + padding, x + width - padding, base),
          );
        }
        base -= step;
      }
      x += width;
    }
    this.#flow.y -= height;
    this.#line();
  }

  #line(): void {
    const { left, right } = this.#flow.area;
    this.#flow.mark({
      kind: 'rule',
      x1: left,
      y1: this.#flow.y,
      x2: right,
      y2: this.#flow.y,
      width: ruleWidth,
    });
  }
}
