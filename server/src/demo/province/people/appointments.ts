import { addDays, addMonths, type LocalDate } from '@nghisu/shared/platform/dates.ts';
import { departments, subUnits } from '../facts/departments.ts';
import type { DemoAccount, DemoPerson, DemoPost, DemoUnit } from '../organisation.ts';
import { type Random, seededId } from '../setting/random.ts';
import type { NameMaker } from './names.ts';

/** What the appointments fill: the people and posts of one province, in protocol order. */
export type Appointments = {
  people: DemoPerson[];
  posts: DemoPost[];
  /** The voting members of the People's Committee, the Chairman first. */
  memberIds: string[];
  random: Random;
  name: NameMaker;
  today: LocalDate;
};

/** The units that appointments are made to, each list in protocol order. */
export type Units = {
  committee: DemoUnit;
  office: DemoUnit;
  divisions: DemoUnit[];
  agencies: DemoUnit[];
  districts: DemoUnit[];
  communes: DemoUnit[];
};

/** Who holds the posts that demo logins stand for. */
type KeyPeople = {
  members: string[];
  chiefOfOffice: string;
  secretaries: string[];
  financeDirector: string;
  engineer: string;
};

const headsOfOffice = 3;
const viceChairmen = [
  'Phó Chủ tịch Thường trực UBND tỉnh',
  'Phó Chủ tịch UBND tỉnh',
  'Phó Chủ tịch UBND tỉnh',
  'Phó Chủ tịch UBND tỉnh',
];
const memberTitle = 'Ủy viên UBND tỉnh';

/** Appoints everybody, from the Chairman down to the chairmen of the communes. */
export function appointAll(list: Appointments, units: Units): KeyPeople {
  const { committee, office, agencies, districts } = units;
  const chairman = appoint(list, committee, 'Chủ tịch UBND tỉnh', true, 0);
  promotedFrom(list, chairman, committee, 'Phó Chủ tịch UBND tỉnh');
  list.memberIds.push(chairman, ...viceChairmen.map(title => appoint(list, committee, title, false, 0.25)));

  const chiefOfOffice = appoint(list, office, 'Chánh Văn phòng UBND tỉnh', true, 0.1);
  const directors = agencies.map((agency, index) => appointDirector(list, agency, index));
  const deputyChiefs = Array.from({ length: headsOfOffice }, () =>
    appoint(list, office, 'Phó Chánh Văn phòng UBND tỉnh', false, 0.25),
  );
  promotedFrom(list, deputyChiefs[0], units.divisions[0], 'Trưởng phòng Tổng hợp');
  const mayors = districts.map(district => appoint(list, district, `Chủ tịch ${district.name}`, true, 0.15));
  const [mayorOfTheCapital = ''] = mayors;
  for (const personId of [chiefOfOffice, ...directors, mayorOfTheCapital]) {
    addPost(
      list,
      personId,
      committee,
      memberTitle,
      false,
      list.posts.find(post => post.personId === personId)?.validFrom,
    );
    list.memberIds.push(personId);
  }
  const officers = appointOffice(list, units.divisions);
  appointDeputies(list, units);
  for (const commune of units.communes) appoint(list, commune, `Chủ tịch ${commune.name}`, true, 0.2);
  return {
    members: list.memberIds,
    chiefOfOffice,
    secretaries: officers.get('Phòng Tổng hợp') ?? [],
    financeDirector: directors[agencies.findIndex(agency => agency.name === 'Sở Tài chính')] ?? '',
    engineer: officers.get('Trung tâm Tin học - Công báo')?.[0] ?? '',
  };
}

/** The accounts that the demo prints; the administrator holds no post of the Office's analysts. */
export function openAccounts(key: KeyPeople): DemoAccount[] {
  const [chairman = ''] = key.members;
  const [first = '', second = ''] = key.secretaries;
  const known = new Set([chairman, key.chiefOfOffice, key.financeDirector]);
  const others = key.members.filter(personId => !known.has(personId)).slice(0, 20);
  return [
    { username: 'chutich', personId: chairman, systemRoles: [] },
    { username: 'thuky', personId: first, systemRoles: ['officeStaff'] },
    { username: 'thuky2', personId: second, systemRoles: ['officeStaff'] },
    { username: 'chanhvp', personId: key.chiefOfOffice, systemRoles: ['officeStaff', 'monitor'] },
    { username: 'gd.taichinh', personId: key.financeDirector, systemRoles: [] },
    ...others.map(
      (personId, index): DemoAccount => ({ username: `thanhvien${index + 1}`, personId, systemRoles: [] }),
    ),
    { username: 'quantri', personId: key.engineer, systemRoles: ['administrator'] },
  ];
}

function appointDirector(list: Appointments, agency: DemoUnit, index: number): string {
  const fact = departments[index];
  const forces = agency.name === 'Công an tỉnh' || agency.name === 'Bộ Chỉ huy Quân sự tỉnh';
  const personId = appoint(list, agency, fact?.head ?? agency.name, true, forces ? 0 : 0.2);
  // Every third director rose from deputy, so that the directory has a past to show.
  if (fact && index % 3 === 1) promotedFrom(list, personId, agency, fact.deputy);
  return personId;
}

function appointOffice(list: Appointments, divisions: DemoUnit[]): Map<string, string[]> {
  const officers = new Map<string, string[]>();
  for (const [index, division] of divisions.entries()) {
    const fact = subUnits[index];
    if (!fact) continue;
    appoint(list, division, fact.head, true, 0.35);
    appoint(list, division, fact.deputy, false, 0.4);
    const group = Array.from({ length: fact.officers }, () =>
      appoint(list, division, fact.officer, false, 0.45),
    );
    officers.set(division.name, group);
  }
  return officers;
}

function appointDeputies(list: Appointments, units: Units): void {
  for (const [index, agency] of units.agencies.entries()) {
    const fact = departments[index];
    if (!fact) continue;
    for (let left = list.random.int(2, 3); left > 0; left--) appoint(list, agency, fact.deputy, false, 0.25);
    appoint(list, agency, fact.office, false, 0.35);
  }
  for (const district of units.districts) {
    appoint(list, district, `Phó Chủ tịch ${district.name}`, false, 0.25);
    appoint(list, district, `Chánh Văn phòng HĐND và ${district.name}`, false, 0.3);
  }
}

function appoint(
  list: Appointments,
  unit: DemoUnit,
  title: string,
  head: boolean,
  shareOfWomen: number,
): string {
  const person: DemoPerson = {
    id: seededId(list.random),
    fullName: list.name(shareOfWomen),
    protocolOrder: (list.people.length + 1) * 10,
  };
  list.people.push(person);
  addPost(list, person.id, unit, title, head);
  return person.id;
}

function addPost(
  list: Appointments,
  personId: string,
  unit: DemoUnit,
  title: string,
  head: boolean,
  since?: LocalDate,
): void {
  const validFrom = since ?? firstOfMonth(addMonths(list.today, -list.random.int(9, 56)));
  list.posts.push({
    id: seededId(list.random),
    personId,
    unitId: unit.id,
    title,
    head,
    validFrom,
    validTo: null,
  });
}

// The person's present post began the day after the earlier one ended.
function promotedFrom(
  list: Appointments,
  personId: string | undefined,
  unit: DemoUnit | undefined,
  title: string,
): void {
  const present = list.posts.find(post => post.personId === personId);
  if (!present || !unit) return;
  list.posts.push({
    id: seededId(list.random),
    personId: present.personId,
    unitId: unit.id,
    title,
    head: false,
    validFrom: firstOfMonth(addMonths(present.validFrom, -list.random.int(24, 60))),
    validTo: addDays(present.validFrom, -1),
  });
}

const firstOfMonth = (day: LocalDate): LocalDate => `${day.slice(0, 8)}01`;
