import type { CommandInput } from '@nghisu/shared/commands.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../test/worlds/world.ts';
import { assignmentById, historyOf } from './assignments.store.ts';
import { type Given, giveAssignment } from './assignments.testing.ts';

let world: World;
let given: Given;
beforeAll(async () => {
  world = await createWorld();
  given = await giveAssignment(world);
});
afterAll(() => world.close());

const refused = (code: string, reason: string | null = null) => ({ code, reason });

describe('who may not', () => {
  let strangers: string[];
  beforeAll(async () => {
    const administrator = await world.person({ roles: ['administrator', 'officeStaff'] });
    const otherHead = await world.person({ heads: [await world.unit()] });
    strangers = [administrator, otherHead, given.coordinatorHead];
  });

  it('strangers, other heads and coordinating units do not carry the work out', async () => {
    const { id: assignmentId, home } = given;
    for (const person of strangers) {
      const accept = world.run(person, home, 'assignments.accept', { assignmentId, responsibleId: null });
      await expect(accept).rejects.toMatchObject(refused('not_found'));
      const submit = world.run(person, home, 'assignments.submit', { assignmentId, report: 'Xong' });
      await expect(submit).rejects.toMatchObject(refused('not_found'));
    }
  });

  it('strangers, members and the lead unit itself do not judge it', async () => {
    const { id: assignmentId, home, head, staff } = given;
    for (const person of [...strangers, head, staff]) {
      const confirm = world.run(person, home, 'assignments.confirm', { assignmentId, note: '' });
      await expect(confirm).rejects.toMatchObject(refused('not_found'));
      const back = world.run(person, home, 'assignments.return', { assignmentId, reason: 'Làm lại' });
      await expect(back).rejects.toMatchObject(refused('not_found'));
      const input = {
        assignmentId,
        reason: '',
        content: 'Khác',
        coordinatingUnitIds: [],
        dueDate: null,
        recurrence: null,
      };
      const correct = world.run(person, home, 'assignments.correct', input);
      await expect(correct).rejects.toMatchObject(refused('not_found'));
    }
  });

  it('staff do not decline for their unit', async () => {
    const { id: assignmentId, home, staff, meeting } = given;
    for (const person of [staff, meeting.secretary]) {
      const decline = world.run(person, home, 'assignments.decline', { assignmentId, reason: 'Không làm' });
      await expect(decline).rejects.toMatchObject(refused('not_found'));
    }
  });

  it('only organisers give assignments, and a chair of another meeting is none', async () => {
    const other = await world.meeting({ state: 'running' });
    for (const person of [given.coordinatorHead, given.head, other.chair, ...strangers]) {
      const assign = world.run(person, given.meeting.stream, 'assignments.assign', gift());
      await expect(assign).rejects.toMatchObject(refused('not_found'));
    }
    const { id: assignmentId, home } = given;
    const confirm = world.run(other.chair, home, 'assignments.confirm', { assignmentId, note: '' });
    await expect(confirm).rejects.toMatchObject(refused('not_found'));
  });

  it('a monitor judges, but does not do the work of the unit', async () => {
    const monitor = await world.person({ roles: ['monitor'] });
    const { id: assignmentId, home } = given;
    const accept = world.run(monitor, home, 'assignments.accept', { assignmentId, responsibleId: null });
    await expect(accept).rejects.toMatchObject(refused('not_found'));
    const confirm = world.run(monitor, home, 'assignments.confirm', { assignmentId, note: '' });
    await expect(confirm).rejects.toMatchObject(refused('conflict', 'assignments.notSubmitted'));
  });
});

const gift = (): CommandInput<'assignments.assign'> => ({
  assignmentId: newId(),
  agendaItemId: null,
  leadUnitId: given.leadUnit,
  coordinatingUnitIds: [],
  content: 'Báo cáo',
  quote: '',
  dueDate: null,
  recurrence: null,
});

describe('what is refused', () => {
  const assign = (more: Partial<CommandInput<'assignments.assign'>>) =>
    world.run(given.meeting.secretary, given.meeting.stream, 'assignments.assign', { ...gift(), ...more });

  it('two leads: the lead unit among the coordinating ones', async () => {
    const both = assign({ coordinatingUnitIds: [given.coordinator, given.leadUnit] });
    await expect(both).rejects.toMatchObject(refused('conflict', 'assignments.leadAmongCoordinators'));
  });

  it('units and items that do not exist, or belong to another meeting', async () => {
    const other = await world.meeting({ state: 'running' });
    const foreignItem = await world.agendaItem(other);
    for (const more of [
      { leadUnitId: newId() },
      { coordinatingUnitIds: [newId()] },
      { agendaItemId: foreignItem },
    ]) {
      await expect(assign(more)).rejects.toMatchObject(refused('not_found'));
    }
  });

  it('an id that was used, and a meeting that was not opened', async () => {
    await expect(assign({ assignmentId: given.id })).rejects.toMatchObject(
      refused('conflict', 'assignments.exists'),
    );
    const planned = await world.meeting();
    const early = world.run(planned.secretary, planned.stream, 'assignments.assign', gift());
    await expect(early).rejects.toMatchObject(refused('conflict', 'assignments.notHeldYet'));
  });

  it.each([
    null,
    [],
    'x',
    {},
    { content: '' },
    { content: '   ' },
    { content: 'a'.repeat(2001) },
    { quote: 'a'.repeat(2001) },
    { content: null },
    { dueDate: '30/12/2026' },
    { dueDate: '2026-02-30' },
    { coordinatingUnitIds: Array.from({ length: 201 }, newId) },
    { coordinatingUnitIds: null },
    { leadUnitId: 'x' },
    { leadUnitId: ['x'] },
    { recurrence: { every: 'day', day: 1 } },
    { more: true },
  ])('the malformed input %j', async more => {
    const input =
      more !== null && typeof more === 'object' && !Array.isArray(more) && Object.keys(more).length > 0;
    const { secretary, stream } = given.meeting;
    const envelope = {
      id: newId(),
      stream,
      name: 'assignments.assign',
      input: input ? { ...gift(), ...more } : more,
    };
    await expect(world.runner.run(envelope, secretary)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('a responsible person who holds no post in the lead unit', async () => {
    const { id: assignmentId, head, home, coordinatorHead } = given;
    for (const responsibleId of [coordinatorHead, newId()]) {
      const accept = world.run(head, home, 'assignments.accept', { assignmentId, responsibleId });
      await expect(accept).rejects.toMatchObject(refused('conflict', 'assignments.notOfLeadUnit'));
      const name = world.run(head, home, 'assignments.nameResponsible', { assignmentId, responsibleId });
      await expect(name).rejects.toMatchObject(refused('conflict', 'assignments.notOfLeadUnit'));
    }
  });

  it('the stream of another unit, a coordinating one included, and the stream of the meeting', async () => {
    const { id: assignmentId, head, coordinator, coordinatorHead, meeting } = given;
    const both = await world.person({ heads: [given.leadUnit, coordinator] });
    for (const person of [head, coordinatorHead, both]) {
      const elsewhere = world.run(person, `unit:${coordinator}`, 'assignments.accept', {
        assignmentId,
        responsibleId: null,
      });
      await expect(elsewhere).rejects.toMatchObject(refused('not_found'));
    }
    const inMeeting = world.run(head, meeting.stream, 'assignments.accept', {
      assignmentId,
      responsibleId: null,
    });
    await expect(inMeeting).rejects.toMatchObject(refused('invalid', 'platform.wrongStream'));
  });

  it('every step that the state of the work does not allow, without a trace', async () => {
    const { id: assignmentId, head, home, meeting } = given;
    const { secretary } = meeting;
    const before = await assignmentById(world.db, assignmentId);
    const report = { assignmentId, report: 'Xong', percent: 50 };
    const attempts = [
      () => world.run(head, home, 'assignments.reportProgress', report),
      () => world.run(head, home, 'assignments.submit', { assignmentId, report: 'Xong' }),
      () => world.run(secretary, home, 'assignments.confirm', { assignmentId, note: '' }),
      () => world.run(secretary, home, 'assignments.return', { assignmentId, reason: 'Làm lại' }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'conflict' });
    expect(await assignmentById(world.db, assignmentId)).toEqual(before);
    expect(await historyOf(world.db, assignmentId)).toHaveLength(before!.revision);
  });

  it('a second acceptance, also one that raced with the first', async () => {
    const { id: assignmentId, head, staff, home } = await giveAssignment(world);
    const accept = (person: string) =>
      world.runner.run(
        {
          id: newId(),
          stream: home,
          name: 'assignments.accept',
          input: { assignmentId, responsibleId: person },
        },
        person,
      );
    const results = await Promise.allSettled([accept(head), accept(staff), accept(head)]);
    expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(1);
    expect(await historyOf(world.db, assignmentId)).toHaveLength(2);
    const decline = world.run(head, home, 'assignments.decline', { assignmentId, reason: 'Đổi ý' });
    await expect(decline).rejects.toMatchObject(refused('conflict', 'assignments.alreadyAnswered'));
  });

  it('correcting what is completed', async () => {
    const { id: assignmentId, head, home, meeting, content } = await giveAssignment(world);
    await world.run(head, home, 'assignments.accept', { assignmentId, responsibleId: null });
    await world.run(head, home, 'assignments.submit', { assignmentId, report: 'Xong' });
    await world.run(meeting.secretary, home, 'assignments.confirm', { assignmentId, note: '' });
    const input = {
      assignmentId,
      reason: '',
      content,
      coordinatingUnitIds: [],
      dueDate: null,
      recurrence: null,
    };
    const correct = world.run(meeting.secretary, home, 'assignments.correct', input);
    await expect(correct).rejects.toMatchObject(refused('conflict', 'assignments.alreadyCompleted'));
  });
});
