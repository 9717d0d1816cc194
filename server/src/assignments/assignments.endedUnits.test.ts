import type { CommandInput } from '@nghisu/shared/commands.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../test/worlds/world.ts';
import { directory, unitById } from '../organisation/organisation.store.ts';
import { assignmentById } from './assignments.store.ts';
import { type Given, giveAssignment } from './assignments.testing.ts';

let world: World;
let given: Given;
let ended: string;
beforeAll(async () => {
  world = await createWorld();
  given = await giveAssignment(world);
  ended = await world.unit({ name: 'Sở Cũ', validTo: '2025-07-01' });
});
afterAll(() => world.close());

const refusal = { code: 'conflict', reason: 'organisation.unitEnded', detail: { units: 'Sở Cũ' } };

describe('a unit that has ended', () => {
  it('is given no assignment, neither to lead nor to help', async () => {
    const { meeting, leadUnit } = given;
    const gift: CommandInput<'assignments.assign'> = {
      assignmentId: newId(),
      agendaItemId: null,
      leadUnitId: leadUnit,
      coordinatingUnitIds: [],
      content: 'Báo cáo',
      quote: '',
      dueDate: null,
      recurrence: null,
    };
    for (const more of [{ leadUnitId: ended }, { coordinatingUnitIds: [ended] }]) {
      const assign = world.run(meeting.secretary, meeting.stream, 'assignments.assign', { ...gift, ...more });
      await expect(assign).rejects.toMatchObject(refusal);
    }
    expect(await assignmentById(world.db, gift.assignmentId)).toBeNull();
    await world.run(meeting.secretary, meeting.stream, 'assignments.assign', gift);
  });

  it('is not added by a correction; one that helped before it ended does not hinder it', async () => {
    const { meeting, home, id: assignmentId, coordinator, content } = given;
    const correct = (more: Partial<CommandInput<'assignments.correct'>>) => {
      const terms = { coordinatingUnitIds: [coordinator], dueDate: null, recurrence: null };
      const input = { assignmentId, reason: '', content, ...terms, ...more };
      return world.run(meeting.secretary, home, 'assignments.correct', input);
    };
    const added = correct({ coordinatingUnitIds: [coordinator, ended] });
    await expect(added).rejects.toMatchObject(refusal);
    await endUnit(coordinator);
    await correct({ content: 'Báo cáo lại' });
    expect(await assignmentById(world.db, assignmentId)).toMatchObject({
      content: 'Báo cáo lại',
      coordinatingUnitIds: [coordinator],
    });
    await correct({ content: 'Báo cáo lại', coordinatingUnitIds: [] });
    await expect(correct({ content: 'Báo cáo lại' })).rejects.toMatchObject({
      reason: 'organisation.unitEnded',
    });
  });
});

/** Ends a unit as an administrator has to: the posts in it first. */
async function endUnit(unitId: string): Promise<void> {
  const administrator = await world.person({ roles: ['administrator'] });
  const validTo = '2026-01-01';
  for (const record of await directory(world.db)) {
    if (record.kind !== 'post' || record.unitId !== unitId) continue;
    const { kind: _, ...post } = record;
    await world.run(administrator, 'org', 'organisation.savePost', { ...post, validTo });
  }
  const { kind: _, ...unit } = (await unitById(world.db, unitId))!;
  await world.run(administrator, 'org', 'organisation.saveUnit', { ...unit, validTo });
}
