import type { DemoUnit } from '../organisation.ts';
import type { Directory } from '../setting/directory.ts';
import type { Random } from '../setting/random.ts';

/** Units by how much work falls to them; the first five lead about half of all assignments. */
const ranking = [
  'Sở Kế hoạch và Đầu tư',
  'Sở Tài chính',
  'Sở Tài nguyên và Môi trường',
  'Sở Xây dựng',
  'Sở Giao thông vận tải',
  'Sở Nông nghiệp và Phát triển nông thôn',
  'Sở Nội vụ',
  'Văn phòng UBND tỉnh',
  'Sở Công Thương',
  'Sở Thông tin và Truyền thông',
  'Sở Giáo dục và Đào tạo',
  'Sở Y tế',
  'Công an tỉnh',
  'Sở Lao động - Thương binh và Xã hội',
  'UBND thành phố Vĩnh Yên',
  'UBND thành phố Phúc Yên',
  'UBND huyện Bình Xuyên',
  'Sở Tư pháp',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Ban Quản lý các khu công nghiệp',
  'Thanh tra tỉnh',
  'UBND huyện Yên Lạc',
  'UBND huyện Tam Đảo',
  'Sở Khoa học và Công nghệ',
  'UBND huyện Lập Thạch',
  'Bộ Chỉ huy Quân sự tỉnh',
  'UBND huyện Vĩnh Tường',
  'Sở Ngoại vụ',
];

// Zipf's law: the second has half the work of the first, the third a third.
const weights = ranking.map((name, index) => [name, 1 / (index + 1.4)] as const);

/** The one lead unit (Decree 39/2022/NĐ-CP): often the unit that presented the item, else by rank. */
export function leadFor(directory: Directory, itemUnitId: string, random: Random): DemoUnit {
  if (random.chance(0.22)) return directory.unit(itemUnitId);
  return directory.unitNamed(random.weighted(weights));
}

type Coordinators = {
  units: DemoUnit[];
  /** What stands between the lead unit and the task: 'chủ trì, phối hợp với … ', or nothing. */
  phrase: string;
};

/** How many units coordinate: nobody for a quarter of all assignments, everybody (-1) for a twelfth. */
export type Coordination = (random: Random) => number;

const none: Coordination = () => 0;
const few: Coordination = random => random.int(1, 2);
const many: Coordination = random => random.int(3, 6);
const all: Coordination = () => -1;

/** Forty assignments have these in any order. */
export const coordinations: readonly Coordination[] = [
  ...Array.from({ length: 10 }, () => none),
  ...Array.from({ length: 18 }, () => few),
  ...Array.from({ length: 9 }, () => many),
  ...Array.from({ length: 3 }, () => all),
];

/** Chooses the coordinating units and words them. */
export function coordinatorsFor(
  directory: Directory,
  leadId: string,
  random: Random,
  how: Coordination,
): Coordinators {
  const count = how(random);
  if (count === 0) return { units: [], phrase: '' };
  if (count < 0) return everybody(directory, leadId, random);
  const names = new Set<string>();
  while (names.size < count) {
    const name = random.weighted(weights);
    if (directory.unitNamed(name).id !== leadId) names.add(name);
  }
  // In the order of protocol, as conclusions name them.
  const units = [...names].map(name => directory.unitNamed(name)).sort((a, b) => a.order - b.order);
  return { units, phrase: `chủ trì, phối hợp với ${units.map(unit => unit.name).join(', ')} ` };
}

function everybody(directory: Directory, leadId: string, random: Random): Coordinators {
  const [type, name] = random.pick([
    ['district', 'UBND các huyện, thành phố'],
    ['department', 'các sở, ban, ngành'],
  ] as const);
  const units = directory.unitsOfType(type).filter(unit => unit.id !== leadId);
  return { units, phrase: `chủ trì, phối hợp với ${name} ` };
}
