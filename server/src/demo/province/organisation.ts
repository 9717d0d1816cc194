import type { UnitType } from '@nghisu/shared/organisation/organisation.records.ts';
import type { LocalDate } from '@nghisu/shared/platform/dates.ts';
import type { SystemRole } from '@nghisu/shared/platform/viewer.ts';
import { districts as districtFacts } from './facts/communes.ts';
import { departments, subUnits } from './facts/departments.ts';
import { roomFacts } from './facts/rooms.ts';
import { type Appointments, appointAll, openAccounts, type Units } from './people/appointments.ts';
import { nameMaker } from './people/names.ts';
import { type Random, seededId, seededRandom } from './setting/random.ts';
import { capitalise } from './setting/wording.ts';

export type DemoUnit = {
  id: string;
  name: string;
  shortName: string;
  type: UnitType;
  parentId: string | null;
  order: number;
  validFrom: LocalDate;
  validTo: null;
};
export type DemoPerson = { id: string; fullName: string; protocolOrder: number };
export type DemoPost = {
  id: string;
  personId: string;
  unitId: string;
  title: string;
  head: boolean;
  validFrom: LocalDate;
  validTo: LocalDate | null;
};
type DemoRoom = { id: string; name: string; location: string; capacity: number; equipment: string[] };
export type DemoAccount = { username: string; personId: string; systemRoles: SystemRole[] };

/** One province: who belongs where today, and a few posts of the years before. */
export type DemoOrganisation = {
  units: DemoUnit[];
  people: DemoPerson[];
  posts: DemoPost[];
  rooms: DemoRoom[];
  accounts: DemoAccount[];
  /** The voting members of the People's Committee in protocol order, the Chairman first. */
  memberIds: string[];
};

/** How many members the People's Committee has; all of them vote. */
export const committeeSize = 28;

/** Builds the province of the seed as it stands on the day `today`. The same arguments give the same ids and names. */
export function buildOrganisation(seed: string, today: LocalDate): DemoOrganisation {
  const random = seededRandom(seed).fork('organisation');
  const units = buildUnits(random.fork('units'));
  const list: Appointments = {
    people: [],
    posts: [],
    memberIds: [],
    random: random.fork('people'),
    name: nameMaker(random.fork('names')),
    today,
  };
  const key = appointAll(list, units);
  const rooms = random.fork('rooms');
  return {
    units: [
      units.committee,
      units.office,
      ...units.divisions,
      ...units.agencies,
      ...units.districts,
      ...units.communes,
    ],
    people: list.people,
    posts: list.posts,
    rooms: roomFacts.map(room => ({ id: seededId(rooms), ...room, equipment: [...room.equipment] })),
    accounts: openAccounts(key),
    memberIds: list.memberIds,
  };
}

function buildUnits(random: Random): Units {
  let order = 0;
  type Fact = { name: string; shortName: string; since: string };
  const unit = (type: UnitType, parent: DemoUnit | null, fact: Fact): DemoUnit => {
    const { name, shortName, since: validFrom } = fact;
    const parentId = parent?.id ?? null;
    order += 10;
    return { id: seededId(random), name, shortName, type, parentId, order, validFrom, validTo: null };
  };
  const since = '1997-01-01';
  const committee = unit('peoplesCommittee', null, {
    name: 'UBND tỉnh Vĩnh Phúc',
    shortName: 'UBND tỉnh',
    since,
  });
  const office = unit('committeeOffice', committee, {
    name: 'Văn phòng UBND tỉnh',
    shortName: 'VP UBND tỉnh',
    since,
  });
  const divisions = subUnits.map(fact => unit('subUnit', office, fact));
  const agencies = departments.map(fact => unit('department', committee, fact));
  const districts = districtFacts.map(fact => unit('district', committee, fact));
  const communes = districtFacts.flatMap((fact, index) =>
    communesOf(fact).map(commune => unit('commune', districts[index] ?? committee, { ...commune, since })),
  );
  return { committee, office, divisions, agencies, districts, communes };
}

function communesOf(district: (typeof districtFacts)[number]): { name: string; shortName: string }[] {
  const groups = [
    ['phường', district.wards],
    ['thị trấn', district.towns],
    ['xã', district.communes],
  ] as const;
  return groups.flatMap(([kind, names]) =>
    (names?.split(', ') ?? []).map(name => ({
      name: `UBND ${kind} ${name}`,
      shortName: capitalise(`${kind} ${name}`),
    })),
  );
}
