import { communesOf, districtNames, formatNumber } from '../../province/setting/wording.ts';
import { type Block, drawBlock, drawCaption, type Topic } from '../compose.ts';
import type { Flow } from '../layout/flow.ts';
import { type Column, Table } from '../layout/table.ts';
import {
  communeFigures,
  communeTable,
  districtTable,
  indicatorTable,
  type Project,
  projects,
} from './figures.ts';

const tableSize = 11;
const rowHeight = 22;
const groups = [
  'Giao thông, hạ tầng kỹ thuật',
  'Giáo dục và đào tạo',
  'Y tế, văn hóa, thể thao',
  'Nông nghiệp, thủy lợi, đê điều',
  'Khu, cụm công nghiệp',
  'Trụ sở, quốc phòng, an ninh',
  'Môi trường và cấp thoát nước',
  'Chuyển đổi số',
];

const projectColumns: readonly Column[] = [
  { title: 'TT', share: 0.055, align: 'centre' },
  { title: 'Danh mục dự án', share: 0.265, align: 'left' },
  { title: 'Địa điểm', share: 0.12, align: 'left' },
  { title: 'Thời gian', share: 0.09, align: 'centre' },
  { title: 'Tổng mức đầu tư', share: 0.13, align: 'right' },
  { title: 'Ngân sách tỉnh', share: 0.125, align: 'right' },
  { title: 'Ngân sách huyện', share: 0.115, align: 'right' },
  { title: 'Nguồn khác', share: 0.1, align: 'right' },
];

/** Tables for as many pages as asked: the field's indicators, the districts, the communes, then projects to the end. */
export function drawAnnex(flow: Flow, topic: Topic, end: number): void {
  const page = flow.area.top - flow.area.bottom;
  for (const block of annexTables(topic)) {
    // Room for the table, and below it for the beginning and the totals of the list of projects.
    if (flow.position + (block.rows.length * rowHeight + 350) / page > end) break;
    drawBlock(flow, block);
  }
  drawProjects(flow, topic, end);
}

function* annexTables(topic: Topic): Generator<Extract<Block, { kind: 'table' }>> {
  yield indicatorTable(topic);
  for (const [index, district] of districtNames.entries()) {
    if (index < topic.field.indicators.length) yield districtTable(topic, index);
    const caption = `Số liệu cơ bản các xã, phường, thị trấn thuộc ${district}`;
    yield communeTable(communeFigures(communesOf(district), topic.random), caption);
  }
}

/** A list of projects by group that ends on the page where `end` lies; groups and the whole add up. */
export function drawProjects(flow: Flow, topic: Topic, end: number): void {
  const { random } = topic;
  drawCaption(flow, 'Danh mục dự án và cơ cấu nguồn vốn', 'Đơn vị tính: triệu đồng');
  const table = new Table(flow, projectColumns, tableSize);
  // Total of the last group, total of the whole, each of up to two lines.
  const totals = table.heightOf(['', 'Cộng'], 'bold') * 3;
  const all: Project[] = [];
  let group: Project[] = [];
  let number = 0;
  let size = 0;
  const closeGroup = () => {
    if (group.length > 0) table.row(totalRow(`Cộng nhóm ${roman(number)}`, group), 'bold');
    group = [];
  };
  for (const project of projects(topic)) {
    const row = projectRow(all.length + 1, project);
    const onLastPage = flow.pages.length >= Math.ceil(end);
    if (onLastPage && flow.room < totals + table.heightOf(row) * 2) break;
    if (group.length === size) {
      closeGroup();
      number += 1;
      size = random.int(5, 9);
      table.keep(table.heightOf(row) * 2);
      table.row([roman(number), groups[(number - 1) % groups.length] ?? '', '', '', '', '', '', ''], 'bold');
    }
    table.row(row);
    group.push(project);
    all.push(project);
  }
  closeGroup();
  if (all.length > 0) table.row(totalRow('Tổng cộng', all), 'bold');
  table.close();
}

function projectRow(number: number, { name, place, period, total, sources }: Project): string[] {
  return [
    String(number),
    name,
    place,
    period,
    formatNumber(total),
    ...sources.map(value => formatNumber(value)),
  ];
}

function totalRow(title: string, list: readonly Project[]): string[] {
  const sum = (value: (project: Project) => number) =>
    formatNumber(list.reduce((total, project) => total + value(project), 0));
  const sources = ([0, 1, 2] as const).map(index => sum(project => project.sources[index]));
  return ['', title, '', '', sum(project => project.total), ...sources];
}

function roman(value: number): string {
  const digits: readonly (readonly [number, string])[] = [
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
