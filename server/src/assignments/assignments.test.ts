import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../test/worlds/world.ts';
import { assignmentById, assignmentsOfMeeting, assignmentsOfUnit, historyOf } from './assignments.store.ts';
import { assignments } from './assignments.tables.ts';
import { type Given, giveAssignment, today } from './assignments.testing.ts';

let world: World;
let given: Given;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const steps = async () => (await historyOf(world.db, given.id)).map(entry => [entry.type, entry.note]);
const now = async () => (await assignmentById(world.db, given.id))!;

describe('the life of an assignment', () => {
  beforeAll(async () => {
    given = await giveAssignment(world);
  });

  it('begins with one lead unit, in the streams of the meeting and of all its units', async () => {
    expect(await now()).toMatchObject({
      progress: 'notStarted',
      percent: 0,
      revision: 1,
      responsibleId: null,
    });
    const told = world.published
      .filter(event => event.type === 'assignments.assigned')
      .map(event => event.stream);
    const units = [given.leadUnit, given.coordinator].map(id => `unit:${id}`);
    expect(told.sort()).toEqual([given.meeting.stream, ...units].sort());
    expect(await assignmentsOfUnit(world.db, given.coordinator)).toHaveLength(1);
    expect(await assignmentsOfMeeting(world.db, given.meeting.id)).toHaveLength(1);
  });

  it('is accepted by the lead unit, which names the person responsible', async () => {
    const { id: assignmentId, head, staff, home } = given;
    await world.run(head, home, 'assignments.accept', { assignmentId, responsibleId: staff });
    expect(await now()).toMatchObject({ progress: 'inProgress', responsibleId: staff, revision: 2 });
    expect((await now()).acceptedAt).not.toBeNull();
  });

  it('carries the newest report and percentage', async () => {
    const { id: assignmentId, staff, home } = given;
    const report = 'Đã lấy ý kiến 12 sở, ngành.';
    await world.run(staff, home, 'assignments.reportProgress', { assignmentId, report, percent: 60 });
    expect(await now()).toMatchObject({ lastReport: report, percent: 60, progress: 'inProgress' });
  });

  it('waits for the assigner once it is declared done, judged by the day of the declaration', async () => {
    const { id: assignmentId, staff, home } = given;
    await world.run(staff, home, 'assignments.submit', { assignmentId, report: 'Đã trình dự thảo.' });
    expect(await now()).toMatchObject({
      progress: 'awaitingConfirmation',
      percent: 100,
      completedOn: today(),
    });
  });

  it('goes back with a reason, to the percentage that was reported before', async () => {
    const { id: assignmentId, meeting, home } = given;
    await world.run(meeting.secretary, home, 'assignments.return', {
      assignmentId,
      reason: 'Thiếu phụ lục 2.',
    });
    expect(await now()).toMatchObject({ progress: 'rework', percent: 60, completedOn: null });
  });

  it('is confirmed by a chair who did not give it, and stays in the unit streams for a month', async () => {
    const { id: assignmentId, staff, meeting, home } = given;
    await world.run(staff, home, 'assignments.submit', { assignmentId, report: 'Đã bổ sung phụ lục 2.' });
    await world.run(meeting.chair, home, 'assignments.confirm', { assignmentId, note: '' });
    expect(await now()).toMatchObject({ progress: 'completed', percent: 100, revision: 7 });
    expect(await assignmentsOfUnit(world.db, given.leadUnit)).toHaveLength(1);
    const monthAgo = sql`now() - interval '31 days'`;
    await world.db.update(assignments).set({ confirmedAt: monthAgo }).where(eq(assignments.id, given.id));
    expect(await assignmentsOfUnit(world.db, given.leadUnit)).toHaveLength(0);
    expect(await assignmentsOfMeeting(world.db, given.meeting.id)).toHaveLength(1);
  });

  it('tells its history from the oldest step on', async () => {
    expect(await steps()).toEqual([
      ['assigned', ''],
      ['accepted', ''],
      ['reported', 'Đã lấy ý kiến 12 sở, ngành.'],
      ['submitted', 'Đã trình dự thảo.'],
      ['returned', 'Thiếu phụ lục 2.'],
      ['submitted', 'Đã bổ sung phụ lục 2.'],
      ['confirmed', ''],
    ]);
  });
});

describe('correcting an assignment', () => {
  beforeAll(async () => {
    given = await giveAssignment(world);
  });

  it('S8: takes it from a unit that does not help any more, and brings it to one that does', async () => {
    const { id: assignmentId, meeting, home, content, coordinator } = given;
    const newcomer = await world.unit();
    await world.person({ worksIn: [newcomer] });
    const terms = {
      content,
      dueDate: '2026-12-30',
      recurrence: null,
      coordinatingUnitIds: [newcomer, newcomer],
    };
    await world.run(meeting.secretary, home, 'assignments.correct', {
      assignmentId,
      reason: 'Gia hạn',
      ...terms,
    });
    expect(await assignmentsOfUnit(world.db, coordinator)).toHaveLength(0);
    expect((await assignmentsOfUnit(world.db, newcomer)).map(one => one.coordinatingUnitIds)).toEqual([
      [newcomer],
    ]);
    expect((await historyOf(world.db, assignmentId)).at(-1)).toMatchObject({
      type: 'corrected',
      note: 'Gia hạn',
      changed: {
        dueDate: { before: null, after: '2026-12-30' },
        coordination: { added: [newcomer], removed: [coordinator] },
      },
    });
  });

  it('writes no history where nothing changed', async () => {
    const { id: assignmentId, meeting, home } = given;
    const { content, dueDate, recurrence, coordinatingUnitIds, revision } = await now();
    const same = { assignmentId, reason: '', content, dueDate, recurrence, coordinatingUnitIds };
    await world.run(meeting.secretary, home, 'assignments.correct', same);
    expect((await now()).revision).toBe(revision);
  });
});

describe('a declined assignment', () => {
  it('comes back with a reason and can then be accepted', async () => {
    given = await giveAssignment(world);
    const { id: assignmentId, head, meeting, home } = given;
    await world.run(head, home, 'assignments.decline', { assignmentId, reason: 'Không thuộc chức năng.' });
    expect(await now()).toMatchObject({ progress: 'declined', acceptedAt: null });
    const input = { assignmentId, reason: 'Sở vẫn là đầu mối theo Quyết định 12.' };
    await world.run(meeting.secretary, home, 'assignments.return', input);
    await world.run(head, home, 'assignments.accept', { assignmentId, responsibleId: null });
    expect(await now()).toMatchObject({ progress: 'inProgress', responsibleId: null });
  });
});

describe('naming the person responsible', () => {
  it('is possible at any time of the work, and the same name again changes nothing', async () => {
    given = await giveAssignment(world);
    const { id: assignmentId, head, staff, home } = given;
    await world.run(head, home, 'assignments.nameResponsible', { assignmentId, responsibleId: staff });
    await world.run(staff, home, 'assignments.nameResponsible', { assignmentId, responsibleId: staff });
    expect(await steps()).toHaveLength(2);
  });
});
