import { addDays, formatDate } from '@nghisu/shared/platform/dates.ts';
import { departments } from '../../province/facts/departments.ts';
import { fields } from '../../province/facts/fields.ts';
import { capitalise, communesOf, districtNames, formatNumber } from '../../province/setting/wording.ts';
import type { Topic } from '../compose.ts';
import type { Column } from '../layout/table.ts';
import { split } from './figures.ts';
import { projectNames } from './words/places.ts';

/** One line of a list: what it says, and the whole numbers behind it, which add up. */
export type Entry = { cells: string[]; values: number[] };

/** A list without end, in groups; where its entries have values, groups and the whole are totalled. */
export type List = {
  caption: string;
  note: string;
  /** The text columns after the number, and then one for each value. */
  columns: readonly Column[];
  groups: readonly string[];
  /** Fewest and most entries of a group. */
  groupSize: readonly [number, number];
  /** Digits after the comma; a value of 125 with one digit is 12,5. */
  decimals: number;
  entry(group: string): Entry;
};

/** The list that a title announces, or null where it announces none. */
export function listFor(topic: Topic): List | null {
  if (/thu hồi đất/.test(topic.subject)) return landList(topic);
  if (/nhiệm vụ/.test(topic.subject)) return taskList(topic);
  if (/theo đơn vị/.test(topic.subject)) return allocationList(topic);
  return /dự án|chủ đầu tư/.test(topic.subject) ? projectList(topic) : null;
}

const money = 'Đơn vị tính: triệu đồng';
const number: Column = { title: 'TT', share: 0.055, align: 'centre' };
const left = (title: string, share: number): Column => ({ title, share, align: 'left' });
const centre = (title: string, share: number): Column => ({ title, share, align: 'centre' });
const right = (title: string, share: number): Column => ({ title, share, align: 'right' });

const projectGroups = [
  'Giao thông, hạ tầng kỹ thuật',
  'Giáo dục và đào tạo',
  'Y tế, văn hóa, thể thao',
  'Nông nghiệp, thủy lợi, đê điều',
  'Khu, cụm công nghiệp',
  'Trụ sở, quốc phòng, an ninh',
  'Môi trường và cấp thoát nước',
  'Chuyển đổi số',
];

/** Projects with their cost by source. */
export function projectList({ random, wording, today }: Topic): List {
  const year = Number(today.slice(0, 4));
  return {
    caption: 'Danh mục dự án và cơ cấu nguồn vốn',
    note: money,
    columns: [
      number,
      left('Danh mục dự án', 0.265),
      left('Địa điểm', 0.12),
      centre('Thời gian', 0.09),
      right('Tổng mức đầu tư', 0.13),
      right('Ngân sách tỉnh', 0.125),
      right('Ngân sách huyện', 0.115),
      right('Nguồn khác', 0.1),
    ],
    groups: projectGroups,
    groupSize: [5, 9],
    decimals: 0,
    entry: () => {
      const place = random.pick(districtNames);
      const total = random.int(24, 1900) * 50;
      const start = year - random.int(0, 2);
      const name = capitalise(wording.deal(projectNames, { d: place, c: random.pick(communesOf(place)) }));
      return {
        cells: [name, capitalise(place), `${start} - ${start + random.int(1, 3)}`],
        values: [total, ...split(total, [random.int(30, 70), random.int(10, 40), random.int(0, 20)])],
      };
    },
  };
}

// Works by district with the land that they take.
function landList({ random, wording }: Topic): List {
  return {
    caption: 'Danh mục công trình, dự án thu hồi đất',
    note: 'Đơn vị tính: ha',
    columns: [
      number,
      left('Công trình, dự án', 0.405),
      right('Diện tích thu hồi', 0.14),
      right('Đất trồng lúa', 0.13),
      right('Đất nông nghiệp khác', 0.14),
      right('Đất khác', 0.13),
    ],
    groups: districtNames.map(capitalise),
    groupSize: [7, 11],
    decimals: 1,
    entry: group => {
      const total = random.int(4, 420);
      const place = districtNames.find(district => capitalise(district) === group) ?? group;
      const name = wording.deal(projectNames, { d: place, c: random.pick(communesOf(place)) });
      return {
        cells: [name],
        values: [total, ...split(total, [random.int(20, 60), random.int(10, 40), 12])],
      };
    },
  };
}

// Assignments by unit that are due or overdue.
function taskList({ random, wording, today }: Topic): List {
  return {
    caption: 'Tổng hợp nhiệm vụ theo đơn vị chủ trì',
    note: `Số liệu đến ngày ${formatDate(addDays(today, -1))}`,
    columns: [
      number,
      left('Nội dung nhiệm vụ', 0.505),
      centre('Ngày giao', 0.13),
      centre('Thời hạn', 0.13),
      left('Tình trạng', 0.18),
    ],
    groups: fields.flatMap(field => field.units.slice(0, 1)),
    groupSize: [2, 4],
    decimals: 0,
    entry: group => {
      const tasks = fields.find(field => field.units[0] === group)?.tasks ?? [];
      const left = random.int(-48, 6);
      const given = addDays(today, Math.min(left, 0) - random.int(14, 60));
      const state = left < 0 ? `Quá hạn ${-left} ngày` : left === 0 ? 'Đến hạn hôm nay' : `Còn ${left} ngày`;
      const due = addDays(today, left);
      return {
        cells: [capitalise(wording.deal(tasks)), formatDate(given), formatDate(due), state],
        values: [],
      };
    },
  };
}

const purposes = [
  'Chi quản lý hành chính',
  'Chi sự nghiệp',
  'Chi chương trình, đề án',
  'Chi mua sắm, sửa chữa tài sản',
];

// The budget of each department by purpose and kind of expense.
function allocationList({ random, wording }: Topic): List {
  return {
    caption: 'Phân bổ dự toán chi theo đơn vị',
    note: money,
    columns: [
      { ...number, share: 0.075 },
      left('Đơn vị, nội dung chi', 0.375),
      right('Tổng dự toán', 0.15),
      right('Chi cho con người', 0.14),
      right('Chi hoạt động', 0.13),
      right('Chi không thường xuyên', 0.13),
    ],
    groups: [
      'Văn phòng UBND tỉnh',
      ...departments.map(({ name }) => name),
      ...districtNames.map(name => `UBND ${name}`),
    ],
    groupSize: [4, 4],
    decimals: 0,
    entry: () => {
      const total = random.int(180, 9600) * 10;
      const values = [total, ...split(total, [random.int(40, 70), random.int(15, 35), random.int(4, 20)])];
      return { cells: [wording.deal(purposes)], values };
    },
  };
}

/** A value of a list as its tables show it. */
export const formatValue = (value: number, decimals: number): string =>
  formatNumber(value / 10 ** decimals, decimals);
