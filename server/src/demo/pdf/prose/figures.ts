import { districts } from '../../province/facts/communes.ts';
import type { Random } from '../../province/setting/random.ts';
import { capitalise, districtNames, formatNumber } from '../../province/setting/wording.ts';
import type { Block, Row, Topic } from '../compose.ts';
import type { Column } from '../layout/table.ts';

type Table = Extract<Block, { kind: 'table' }>;

const planColumns: readonly Column[] = [
  { title: 'TT', share: 0.07, align: 'centre' },
  { title: 'Đơn vị', share: 0.33, align: 'left' },
  { title: 'Kế hoạch', share: 0.2, align: 'right' },
  { title: 'Thực hiện', share: 0.2, align: 'right' },
  { title: 'Tỷ lệ (%)', share: 0.2, align: 'right' },
];

/** Plan and result of one indicator in the nine districts; the last row is their sum. */
export function districtTable(topic: Topic, index: number): Table {
  const { random, field } = topic;
  const [name, unit, low, high] = field.indicators[index % field.indicators.length] ?? [
    'Chỉ tiêu',
    '',
    100,
    200,
  ];
  const plans = split(
    random.int(low, high),
    districts.map(district => district.communes.length + random.int(60, 160)),
  );
  const results = plans.map(plan => Math.max(1, Math.round(plan * (0.68 + random.next() * 0.44))));
  const rows: Row[] = districtNames.map((district, place) => ({
    cells: [String(place + 1), capitalise(district), ...planCells(plans[place] ?? 0, results[place] ?? 0)],
  }));
  rows.push({ cells: ['', 'Toàn tỉnh', ...planCells(sum(plans), sum(results))], bold: true });
  return {
    kind: 'table',
    caption: `${name} năm ${topic.today.slice(0, 4)} theo địa bàn`,
    note: `Đơn vị tính: ${unit}`,
    columns: planColumns,
    rows,
  };
}

/** All indicators of the field with plan, result and the year before. */
export function indicatorTable(topic: Topic): Table {
  const { random, field } = topic;
  const year = Number(topic.today.slice(0, 4));
  const rows = field.indicators.map(([name, unit, low, high], index): Row => {
    const plan = random.int(low, high);
    const before = Math.round(plan * (0.84 + random.next() * 0.14));
    const result = Math.round(plan * (0.78 + random.next() * 0.26));
    return { cells: [String(index + 1), name, unit, formatNumber(before), ...planCells(plan, result)] };
  });
  return {
    kind: 'table',
    caption: `Kết quả thực hiện một số chỉ tiêu về ${field.name}`,
    note: `Số liệu ước thực hiện năm ${year}`,
    columns: [
      { title: 'TT', share: 0.06, align: 'centre' },
      { title: 'Chỉ tiêu', share: 0.3, align: 'left' },
      { title: 'Đơn vị tính', share: 0.17, align: 'centre' },
      { title: `Năm ${year - 1}`, share: 0.12, align: 'right' },
      { title: `Kế hoạch ${year}`, share: 0.12, align: 'right' },
      { title: `Ước ${year}`, share: 0.12, align: 'right' },
      { title: 'Tỷ lệ (%)', share: 0.11, align: 'right' },
    ],
    rows,
  };
}

/** Splits a whole number by weights into whole numbers that add up to it exactly. */
export function split(total: number, weights: readonly number[]): number[] {
  const whole = sum(weights);
  const parts = weights.map(weight => Math.floor((total * weight) / whole));
  const first = parts[0] ?? 0;
  parts[0] = first + total - sum(parts);
  return parts;
}

/** What the statistics say of a commune: hectares, people, households, and revenue in millions of đồng. */
type CommuneFigures = {
  name: string;
  area: number;
  people: number;
  households: number;
  revenue: number;
};

/** Invents the figures of communes; households have 3.2 to 4.1 members. */
export function communeFigures(names: readonly string[], random: Random): CommuneFigures[] {
  return names.map(name => {
    const people = random.int(4200, 15800);
    const households = Math.round(people / (3.2 + random.next() * 0.9));
    return { name, area: random.int(320, 2400), people, households, revenue: random.int(2400, 19800) };
  });
}

/** A table of communes; the last row is their sum. */
export function communeTable(communes: readonly CommuneFigures[], caption: string): Table {
  const cells = ({ area, people, households, revenue }: Omit<CommuneFigures, 'name'>) =>
    [area, people, households, revenue].map(value => formatNumber(value));
  const rows: Row[] = communes.map((commune, index) => ({
    cells: [String(index + 1), capitalise(commune.name), ...cells(commune)],
  }));
  const total = {
    area: sum(communes.map(commune => commune.area)),
    people: sum(communes.map(commune => commune.people)),
    households: sum(communes.map(commune => commune.households)),
    revenue: sum(communes.map(commune => commune.revenue)),
  };
  rows.push({ cells: ['', 'Cộng', ...cells(total)], bold: true });
  return {
    kind: 'table',
    caption,
    note: 'Số liệu đến ngày 31 tháng 12 năm trước',
    columns: [
      { title: 'TT', share: 0.07, align: 'centre' },
      { title: 'Đơn vị hành chính', share: 0.33, align: 'left' },
      { title: 'Diện tích (ha)', share: 0.15, align: 'right' },
      { title: 'Dân số (người)', share: 0.15, align: 'right' },
      { title: 'Số hộ', share: 0.13, align: 'right' },
      { title: 'Thu ngân sách (triệu đồng)', share: 0.17, align: 'right' },
    ],
    rows,
  };
}

const planCells = (plan: number, result: number): string[] => [
  formatNumber(plan),
  formatNumber(result),
  formatNumber((result / plan) * 100, 1),
];
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
