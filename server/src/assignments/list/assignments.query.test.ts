import { byDueDate, matchesQuery } from '@nghisu/shared/assignments/assignments.filter.ts';
import { canSeeAssignment } from '@nghisu/shared/assignments/assignments.policy.ts';
import {
  type AssignmentParameters,
  assignmentQuerySchema,
  assignmentScopes,
} from '@nghisu/shared/assignments/assignments.query.ts';
import { type Assignment, progressStates } from '@nghisu/shared/assignments/assignments.records.ts';
import { timeStatus, timeStatuses } from '@nghisu/shared/assignments/assignments.rules.ts';
import { addDays } from '@nghisu/shared/platform/dates.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { Viewer } from '@nghisu/shared/platform/viewer.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/worlds/world.ts';
import { viewerOf } from '../../viewers.ts';
import { insertAssignment } from '../assignments.store.ts';
import { findAssignments } from './assignments.query.ts';

const today = '2026-11-24';
let world: World;
let all: Assignment[];
let people: Record<string, string>;
let units: string[];
let meetingIds: string[];

const find = async (viewer: Viewer, parameters: AssignmentParameters = {}) =>
  findAssignments(world.db, viewer, assignmentQuerySchema.parse(parameters), today);

const viewerFor = async (personId: string, meetingId: string | null = null): Promise<Viewer> =>
  (await viewerOf(world.db, personId, meetingId))!;

const idsOf = (list: readonly Assignment[]): string[] => list.map(one => one.id).sort();

/** Every page of a list, one after another. */
async function pages(viewer: Viewer, parameters: AssignmentParameters): Promise<Assignment[]> {
  const found: Assignment[] = [];
  let after: string | undefined;
  do {
    const page = await find(viewer, { ...parameters, ...(after && { after }) });
    found.push(...page.items);
    after = page.next ?? undefined;
  } while (after);
  return found;
}

const contents = [
  'Hoà giải tranh chấp đất đai tại xã Đồng Tâm',
  'Báo cáo tiến độ Chương trình KT-XH quý IV',
  'Rà soát thủ tục hành chính theo Quyết định 42/2014/QĐ-TTg',
];

/** The n-th assignment: every combination of state, dates, units, people and meetings comes up sooner or later. */
function generate(n: number): Assignment {
  const pick = <Value>(values: readonly Value[], step: number): Value =>
    values[Math.floor(n / step) % values.length]!;
  const progress = progressStates[n % progressStates.length]!;
  const isDeclared = progress === 'awaitingConfirmation' || progress === 'completed';
  const dueDate = n % 5 === 4 ? null : addDays(today, ((n * 7) % 31) - 12);
  const leadUnitId = pick(units, 1);
  const staff = Object.values(people);
  return {
    kind: 'assignment',
    id: newId(),
    content: pick(contents, 3),
    leadUnitId,
    coordinatingUnitIds: units.filter((id, index) => id !== leadUnitId && (n + index) % 4 === 0),
    dueDate,
    recurrence: n % 9 === 0 ? { every: 'month', day: 25 } : null,
    assignedAt: '2026-10-01T01:00:00.000Z',
    assignedById: pick(staff, 2),
    meetingId: pick(meetingIds, 5),
    agendaItemId: null,
    quote: '',
    responsibleId: n % 3 === 0 ? null : pick(staff, 7),
    progress,
    percent: 0,
    acceptedAt: null,
    lastReport: '',
    lastReportAt: null,
    completedOn: isDeclared ? addDays(today, ((n * 11) % 29) - 20) : null,
    revision: 1,
  };
}

beforeAll(async () => {
  world = await createWorld();
  units = [
    await world.unit(),
    await world.unit(),
    await world.unit(),
    await world.unit(),
    await world.unit(),
  ];
  people = {
    head: await world.person({ heads: [units[0]!] }),
    staff: await world.person({ worksIn: [units[0]!, units[1]!] }),
    coordinator: await world.person({ heads: [units[2]!] }),
    monitor: await world.person({ roles: ['monitor'] }),
    administrator: await world.person({ roles: ['administrator', 'officeStaff'] }),
    member: await world.person(),
    invitee: await world.person(),
    observer: await world.person(),
    stranger: await world.person(),
  };
  const { member, invitee, observer } = people;
  const guests = { members: [member!], invitees: [invitee!], observers: [observer!] };
  const meetings = [await world.meeting(guests), await world.meeting({ members: [observer!] })];
  Object.assign(people, { chair: meetings[0]!.chair, secretary: meetings[1]!.secretary });
  meetingIds = [...meetings.map(meeting => meeting.id), newId()];
  // A stranger by every measure owns nothing either.
  const { stranger, ...owners } = people;
  people = owners;
  all = Array.from({ length: 180 }, (_, n) => generate(n));
  people = { ...owners, stranger: stranger! };
  await world.db.transaction(async tx => {
    for (const assignment of all) await insertAssignment(tx, assignment);
  });
});
afterAll(() => world.close());

describe('who sees which assignment in the list', () => {
  it('is for every role what the policy says of each one', async () => {
    for (const [role, personId] of Object.entries(people)) {
      const viewers = new Map<string, Viewer>();
      for (const id of meetingIds) viewers.set(id, await viewerFor(personId, id));
      const expected = all.filter(one => canSeeAssignment(viewers.get(one.meetingId)!, one));
      const found = await pages(await viewerFor(personId), { limit: '100' });
      expect({ role, ids: idsOf(found) }).toEqual({ role, ids: idsOf(expected) });
    }
  });

  it('differs between the roles: the monitor sees all, the stranger nothing', async () => {
    const seen = async (role: string) => (await find(await viewerFor(people[role]!))).total;
    expect(await seen('monitor')).toBe(all.length);
    expect(await seen('stranger')).toBe(0);
    expect(await seen('head')).toBeGreaterThan(0);
    expect(await seen('head')).toBeLessThan(all.length);
  });

  it('holds for a person without a post, whatever is asked', async () => {
    const viewer = await viewerFor(people.stranger!);
    for (const scope of assignmentScopes) {
      const page = await find(viewer, { scope, unit: units[0], meeting: meetingIds[0] });
      expect(page).toMatchObject({ items: [], total: 0, next: null });
    }
  });
});

describe('the scopes', () => {
  it('mine: I am responsible, or I head the lead unit and nobody is named', async () => {
    const { head } = people;
    const expected = all.filter(
      one => one.responsibleId === head || (one.responsibleId === null && one.leadUnitId === units[0]),
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(idsOf(await pages(await viewerFor(head!), { scope: 'mine' }))).toEqual(idsOf(expected));
  });

  it('mine: staff do not inherit what the head has not given to anybody', async () => {
    const found = await pages(await viewerFor(people.staff!), { scope: 'mine' });
    expect(idsOf(found)).toEqual(idsOf(all.filter(one => one.responsibleId === people.staff)));
  });

  it('unit: led or helped by a unit of mine', async () => {
    const expected = all.filter(one => [one.leadUnitId, ...one.coordinatingUnitIds].includes(units[2]!));
    const found = await pages(await viewerFor(people.coordinator!), { scope: 'unit' });
    expect(idsOf(found)).toEqual(idsOf(expected));
  });
});

describe('the same filter on a device', () => {
  it('is in every scope, for every role, what SQL answers', async () => {
    const queries: AssignmentParameters[] = [
      {},
      { state: 'inProgress,rework' },
      { time: 'overdue,late', text: 'hoa giai dat da' },
      { dueFrom: '2026-11-20', dueTo: '2026-12-01', text: '42/20' },
      { unit: units[1]!, meeting: meetingIds[0]! },
    ];
    for (const [role, personId] of Object.entries(people)) {
      const viewers = new Map<string, Viewer>();
      for (const id of meetingIds) viewers.set(id, await viewerFor(personId, id));
      for (const scope of assignmentScopes) {
        for (const parameters of queries) {
          const query = assignmentQuerySchema.parse({ ...parameters, scope });
          const expected = all.filter(one => {
            const viewer = viewers.get(one.meetingId)!;
            return canSeeAssignment(viewer, one) && matchesQuery(viewer, query, one, today);
          });
          const found = await pages(viewers.get(meetingIds[2]!)!, { ...parameters, scope, limit: '100' });
          const [ids, expectedIds] = [
            found.map(one => one.id),
            expected.toSorted(byDueDate).map(one => one.id),
          ];
          expect({ role, scope, parameters, ids }).toEqual({ role, scope, parameters, ids: expectedIds });
        }
      }
    }
  });
});

describe('the filters', () => {
  let monitor: Viewer;
  beforeAll(async () => {
    monitor = await viewerFor(people.monitor!);
  });

  it('time status: SQL and the rule agree on every assignment', async () => {
    for (const time of timeStatuses) {
      const expected = all.filter(one => timeStatus(one, today) === time);
      expect(expected.length).toBeGreaterThan(0);
      expect(idsOf(await pages(monitor, { time }))).toEqual(idsOf(expected));
    }
  });

  it('apply together', async () => {
    const parameters = {
      state: 'inProgress,rework',
      unit: units[1]!,
      dueFrom: '2026-11-20',
      dueTo: '2026-12-10',
    };
    const expected = all.filter(
      one =>
        ['inProgress', 'rework'].includes(one.progress) &&
        one.leadUnitId === units[1] &&
        one.dueDate !== null &&
        one.dueDate >= '2026-11-20' &&
        one.dueDate <= '2026-12-10',
    );
    expect(expected.length).toBeGreaterThan(0);
    const page = await find(monitor, parameters);
    expect(idsOf(page.items)).toEqual(idsOf(expected));
    expect(page.total).toBe(expected.length);
  });

  it.each([
    ['hoà giải', contents[0]],
    ['hòa giải', contents[0]],
    ['HOA GIAI dat', contents[0]],
    ['đồng tâ', contents[0]],
    ['kt-xh', contents[1]],
    ['tien do bao', contents[1]],
    ['42/2014', contents[2]],
    ['qd ttg', contents[2]],
  ])('text %j finds what was written with other marks, case or order', async (text, content) => {
    const found = await pages(monitor, { text });
    expect(idsOf(found)).toEqual(idsOf(all.filter(one => one.content === content)));
  });

  it.each([
    ["'", 3],
    ['%_\\', 3],
    ['\u0000', 3],
    [':*', 3],
    ['!đất & (', 1],
    ["hoà' | 'tiến", 0],
    ['không có gì như vậy', 0],
  ])('text %j is words and nothing else, never a query', async (text, kinds) => {
    expect((await find(monitor, { text })).total).toBe((kinds * all.length) / contents.length);
  });
});

describe('paging', () => {
  it('brings every assignment once, by due date, those without one last', async () => {
    const viewer = await viewerFor(people.monitor!);
    const found = await pages(viewer, { limit: '7' });
    expect(found).toHaveLength(all.length);
    expect(new Set(found.map(one => one.id)).size).toBe(all.length);
    const keys = found.map(one => `${one.dueDate ?? '9999'} ${one.id}`);
    expect(keys).toEqual([...keys].sort());
  });
});

describe('the counts', () => {
  it('tell for each status what choosing it would bring, under all other filters', async () => {
    const viewer = await viewerFor(people.monitor!);
    const filters = { state: 'inProgress,notStarted', time: 'overdue', unit: units[3]! };
    const { counts, total } = await find(viewer, filters);
    for (const time of timeStatuses) {
      expect(counts.byTime[time]).toBe((await find(viewer, { ...filters, time })).total);
    }
    for (const state of progressStates) {
      expect(counts.byProgress[state]).toBe((await find(viewer, { ...filters, state })).total);
    }
    expect(total).toBe(counts.byProgress.inProgress + counts.byProgress.notStarted);
  });
});
