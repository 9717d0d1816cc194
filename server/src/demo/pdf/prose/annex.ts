import { communesOf, districtNames } from '../../province/setting/wording.ts';
import { type Block, drawBlock, drawCaption, type Topic } from '../compose.ts';
import type { Flow } from '../layout/flow.ts';
import { Table } from '../layout/table.ts';
import { communeFigures, communeTable, districtTable, indicatorTable } from './figures.ts';
import { type Entry, formatValue, type List, listFor, projectList } from './lists.ts';

const tableSize = 11;
const rowHeight = 22;

/** Tables up to `end`: the list that the title announces, or else statistics and then the projects of the field. */
export function drawAnnex(flow: Flow, topic: Topic, end: number): void {
  const list = listFor(topic);
  if (list === null) drawStatistics(flow, topic, end);
  drawList(flow, topic, list ?? projectList(topic), end);
}

function drawStatistics(flow: Flow, topic: Topic, end: number): void {
  const page = flow.area.top - flow.area.bottom;
  for (const block of statistics(topic)) {
    // Room for the table, and below it for a few entries of the list and its totals.
    if (flow.position + (block.rows.length * rowHeight + 480) / page > end) break;
    drawBlock(flow, block);
  }
}

function* statistics(topic: Topic): Generator<Extract<Block, { kind: 'table' }>> {
  yield indicatorTable(topic);
  for (const [index, district] of districtNames.entries()) {
    if (index < topic.field.indicators.length) yield districtTable(topic, index);
    const caption = `Số liệu cơ bản các xã, phường, thị trấn thuộc ${district}`;
    yield communeTable(communeFigures(communesOf(district), topic.random), caption);
  }
}

/** A list by group that ends on the page where `end` lies; groups and the whole add up. */
export function drawList(flow: Flow, topic: Topic, list: List, end: number): void {
  drawCaption(flow, list.caption, list.note);
  const table = new Table(flow, list.columns, tableSize);
  const writer = new ListWriter(table, list);
  // Totals of two groups and of the whole and the head of a group, of which one or two may have two lines.
  const totals = table.heightOf(['', 'Cộng'], 'bold') * 5;
  for (let group = 0; ; group++) {
    const name = list.groups[group % list.groups.length] ?? '';
    const size = topic.random.int(...list.groupSize);
    for (let index = 0; index < size; index++) {
      const entry = list.entry(name);
      const height = writer.heightOf(entry);
      const onLastPage = flow.pages.length >= Math.ceil(end);
      if (onLastPage && flow.room < totals + height * 2) {
        writer.close();
        return;
      }
      if (index === 0) writer.open(name, height);
      writer.add(entry);
    }
  }
}

/** Writes entries into a table and keeps the sums of the open group and of the whole. */
class ListWriter {
  readonly #table: Table;
  readonly #list: List;
  #groups = 0;
  #count = 0;
  #group: Entry[] = [];
  #all: Entry[] = [];

  constructor(table: Table, list: List) {
    this.#table = table;
    this.#list = list;
  }

  heightOf(entry: Entry): number {
    return this.#table.heightOf(this.#row(String(this.#count + 1), entry));
  }

  /** Totals the group before and heads the next; `height` is that of its first entry, which stays with the head. */
  open(name: string, height: number): void {
    this.#closeGroup();
    this.#groups += 1;
    this.#table.keep(height * 2);
    this.#table.row([roman(this.#groups), name], 'bold');
  }

  add(entry: Entry): void {
    this.#count += 1;
    this.#table.row(this.#row(String(this.#count), entry));
    this.#group.push(entry);
    this.#all.push(entry);
  }

  close(): void {
    this.#closeGroup();
    if (this.#all.some(({ values }) => values.length > 0)) this.#total('Tổng cộng', this.#all);
    this.#table.close();
  }

  #closeGroup(): void {
    const counted = this.#group.some(({ values }) => values.length > 0);
    if (counted) this.#total(`Cộng nhóm ${roman(this.#groups)}`, this.#group);
    this.#group = [];
  }

  #total(title: string, entries: readonly Entry[]): void {
    const first = entries[0];
    if (!first) return;
    const values = first.values.map((_, index) =>
      entries.reduce((sum, entry) => sum + (entry.values[index] ?? 0), 0),
    );
    const cells = [title, ...first.cells.slice(1).map(() => '')];
    this.#table.row(this.#row('', { cells, values }), 'bold');
  }

  #row(number: string, { cells, values }: Entry): string[] {
    return [number, ...cells, ...values.map(value => formatValue(value, this.#list.decimals))];
  }
}

function roman(value: number): string {
  const digits: readonly (readonly [number, string])[] = [
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let text = '';
  for (const [size, letters] of digits) {
    for (; rest >= size; rest -= size) text += letters;
  }
  return text;
}
