import type { LocalDate } from '@nghisu/shared/platform/dates.ts';
import type { Field } from '../province/facts/fields/field.ts';
import type { Random } from '../province/setting/random.ts';
import type { Wording } from '../province/setting/wording.ts';
import type { Flow } from './layout/flow.ts';
import { type Closing, closingHeight, drawClosing } from './layout/letterhead.ts';
import type { Look } from './layout/lines.ts';
import { type Column, Table } from './layout/table.ts';

/** What a composer knows about the paper that it writes. */
export type Topic = {
  /** What the paper is about, as it reads in the middle of a sentence. */
  subject: string;
  field: Field;
  /** The unit that answers for the content. */
  unit: string;
  pages: number;
  today: LocalDate;
  random: Random;
  wording: Wording;
};

/** One row of a table; totals and group headings are bold. */
export type Row = { cells: string[]; bold?: boolean };

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'text'; text: string; lead?: string; italic?: boolean }
  | { kind: 'item'; text: string }
  | { kind: 'centred'; text: string }
  | { kind: 'table'; caption: string; note: string; columns: readonly Column[]; rows: readonly Row[] };

/**
 * A part of a paper. Without a share its blocks are all drawn; with one it has blocks without end, and of the room that
 * the others leave it takes its part, the shares of a paper adding up to 1.
 */
export type Section = { heading: string | null; share?: number; blocks: Iterable<Block> };

const bodySize = 14;
const body: Look = {
  style: 'regular',
  size: bodySize,
  align: 'justify',
  firstIndent: 36,
  indent: 0,
  before: 0,
  after: 6,
  leading: 1.22,
};

const looks: Record<1 | 2 | 3, Look> = {
  1: { ...body, style: 'bold', align: 'left', before: 6 },
  2: { ...body, style: 'bold', align: 'left', before: 2 },
  3: { ...body, style: 'boldItalic', align: 'left' },
};

/** The end of a paper, in pages: where the closing still fits on page `pages`. */
export function endOf(flow: Flow, pages: number, closing: Closing | null): number {
  const reserve = closing === null ? 4 : closingHeight(flow, closing) + 4;
  return pages - reserve / (flow.area.top - flow.area.bottom);
}

/**
 * Draws the sections so that they end near `end`: those with a share stretch by what the others leave, less `slack`
 * pages for the white at page ends, which shows only in drawing.
 */
export function drawSections(flow: Flow, sections: readonly Section[], end: number, slack: number): void {
  const fixed = sections.map(section => (section.share === undefined ? [...section.blocks] : null));
  const page = flow.area.top - flow.area.bottom;
  const needed = fixed.map((blocks, index) => {
    const heading = sections[index]?.heading ? bodySize * 3 : 0;
    return (heading + (blocks ?? []).reduce((sum, block) => sum + heightOf(flow, block), 0)) / page;
  });
  const total = needed.reduce((sum, height) => sum + height, 0);
  const spare = Math.max(0, end - flow.position - total - slack);
  for (const [index, section] of sections.entries()) {
    if (section.heading !== null) drawBlock(flow, { kind: 'heading', level: 1, text: section.heading });
    const target = flow.position + spare * (section.share ?? 0);
    let pending = true;
    for (const block of fixed[index] ?? section.blocks) {
      // A heading is never the last thing of a section.
      if (fixed[index] === null && !pending && flow.position >= target) break;
      drawBlock(flow, block);
      pending = block.kind === 'heading';
    }
  }
}

/** Signs the paper, when it is one that is signed. */
export function drawEnd(flow: Flow, closing: Closing | null): void {
  if (closing !== null) drawClosing(flow, closing);
}

/** Draws one block where the pen stands. */
export function drawBlock(flow: Flow, block: Block): void {
  if (block.kind === 'table') drawTable(flow, block);
  else if (block.kind === 'heading') {
    const look = looks[block.level];
    // A heading stays with the three lines that follow it.
    flow.keep(flow.heightOf({ text: block.text }, look) + bodySize * 4);
    flow.paragraph({ text: block.text }, look);
  } else {
    // A title in the middle of the page stays with what it heads.
    if (block.kind === 'centred') flow.keep(bodySize * 7);
    flow.paragraph(wordingOf(block), lookOf(block));
  }
}

function heightOf(flow: Flow, block: Block): number {
  if (block.kind === 'heading') return flow.heightOf({ text: block.text }, looks[block.level]);
  if (block.kind === 'table') return block.rows.length * 21 + 80;
  return flow.heightOf(wordingOf(block), lookOf(block));
}

type Prose = Extract<Block, { kind: 'text' | 'item' | 'centred' }>;

function wordingOf(block: Prose) {
  if (block.kind === 'item') return { text: `- ${block.text}` };
  return block.kind === 'text' && block.lead ? { lead: block.lead, text: block.text } : { text: block.text };
}

function lookOf(block: Prose): Look {
  if (block.kind === 'centred') return { ...body, style: 'bold', align: 'centre', firstIndent: 0, before: 4 };
  return block.kind === 'text' && block.italic ? { ...body, style: 'italic', after: 4 } : body;
}

function drawTable(flow: Flow, block: Extract<Block, { kind: 'table' }>): void {
  // A short table is not torn apart.
  if (block.rows.length <= 6) flow.keep(heightOf(flow, block) + bodySize * 3);
  drawCaption(flow, block.caption, block.note);
  const table = new Table(flow, block.columns, 12);
  for (const [index, row] of block.rows.entries()) {
    // The sum does not stand alone at the head of a page.
    if (index === block.rows.length - 2) table.keep(table.heightOf(row.cells) * 2);
    table.row(row.cells, row.bold ? 'bold' : 'regular');
  }
  table.close();
  flow.y -= 14;
}

/** The heading of a table and, on the right above it, its unit of measure. */
export function drawCaption(flow: Flow, caption: string, note: string): void {
  flow.keep(150);
  flow.paragraph(
    { text: caption },
    { ...body, style: 'bold', size: 13, align: 'centre', firstIndent: 0, before: 6, after: 2 },
  );
  flow.paragraph(
    { text: note },
    { ...body, style: 'italic', size: 12, align: 'right', firstIndent: 0, after: 3 },
  );
}
