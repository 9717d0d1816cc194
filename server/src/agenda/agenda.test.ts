import type { AgendaItem } from '@nghisu/shared/agenda/agenda.records.ts';
import { agendaNumbers, agendaOrder } from '@nghisu/shared/agenda/agenda.rules.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type MadeMeeting, type World } from '../../test/worlds/world.ts';
import { unitById } from '../organisation/organisation.store.ts';
import { agendaOf } from './agenda.store.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const titles = async (meeting: MadeMeeting): Promise<string[]> => {
  const items = await agendaOf(world.db, meeting.id);
  const numbers = agendaNumbers(items);
  return agendaOrder(items).map((item: AgendaItem) => `${numbers.get(item.id)} ${item.title}`);
};

describe('building the agenda', () => {
  it('keeps the order in which the secretary puts items, nested one level', async () => {
    const meeting = await world.meeting();
    const [first, second, third] = [
      await world.agendaItem(meeting, 'A'),
      await world.agendaItem(meeting, 'B'),
      await world.agendaItem(meeting, 'C'),
    ];
    const { secretary, stream } = meeting;
    await world.run(secretary, stream, 'agenda.moveItem', { itemId: third, parentId: null, beforeId: first });
    expect(await titles(meeting)).toEqual(['1 C', '2 A', '3 B']);
    await world.run(secretary, stream, 'agenda.moveItem', {
      itemId: second,
      parentId: first,
      beforeId: null,
    });
    expect(await titles(meeting)).toEqual(['1 C', '2 A', '2.1 B']);
    const nestTwice = { itemId: third, parentId: second, beforeId: null };
    await expect(world.run(secretary, stream, 'agenda.moveItem', nestTwice)).rejects.toMatchObject({
      code: 'conflict',
      reason: 'agenda.nestedOnce',
    });
  });

  it('survives hundreds of moves to the same place without two items sharing a position', async () => {
    const meeting = await world.meeting();
    const ids: string[] = [];
    for (const title of ['A', 'B', 'C']) ids.push(await world.agendaItem(meeting, title));
    for (let turn = 0; turn < 40; turn += 1) {
      const itemId = ids[turn % 2 === 0 ? 2 : 1]!;
      const beforeId = ids[turn % 2 === 0 ? 1 : 2]!;
      const envelope = {
        id: newId(),
        stream: meeting.stream,
        name: 'agenda.moveItem',
        input: { itemId, parentId: null, beforeId },
      };
      await world.runner.run(envelope, meeting.secretary);
    }
    expect(await titles(meeting)).toEqual(['1 A', '2 B', '3 C']);
  });

  it('refuses whoever does not organise the meeting, as if the meeting did not exist', async () => {
    const member = await world.person();
    const stranger = await world.person({ roles: ['officeStaff', 'administrator', 'monitor'] });
    const meeting = await world.meeting({ members: [member] });
    const itemId = await world.agendaItem(meeting);
    for (const personId of [member, stranger]) {
      await expect(
        world.run(personId, meeting.stream, 'agenda.removeItem', { itemId }),
      ).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('takes no unit that has ended; one that ends later stays with the item it had', async () => {
    const meeting = await world.meeting();
    const { secretary, stream } = meeting;
    const [unit, ended] = [await world.unit(), await world.unit({ name: 'Sở Cũ', validTo: '2025-07-01' })];
    const details = { title: 'A', unitId: ended, presenterId: null, minutesPlanned: 15, note: '' };
    const add = (unitId: string) => {
      const input = { ...details, itemId: newId(), parentId: null, beforeId: null, unitId };
      return world.run(secretary, stream, 'agenda.addItem', input);
    };
    const refusal = { code: 'conflict', reason: 'organisation.unitEnded', detail: { units: 'Sở Cũ' } };
    await expect(add(ended)).rejects.toMatchObject(refusal);
    await add(unit);
    const [item] = await agendaOf(world.db, meeting.id);
    const edit = (more: object) =>
      world.run(secretary, stream, 'agenda.editItem', { itemId: item!.id, ...details, ...more });
    await expect(edit({ unitId: ended })).rejects.toMatchObject(refusal);
    await endUnit(unit);
    await edit({ unitId: unit, title: 'B' });
    expect(await agendaOf(world.db, meeting.id)).toMatchObject([{ title: 'B', unitId: unit }]);
  });

  it('does not touch an item of another meeting', async () => {
    const [mine, other] = [await world.meeting(), await world.meeting()];
    const itemId = await world.agendaItem(other);
    const removal = world.run(mine.secretary, mine.stream, 'agenda.removeItem', { itemId });
    await expect(removal).rejects.toMatchObject({ code: 'not_found' });
    expect(await agendaOf(world.db, other.id)).toHaveLength(1);
  });
});

async function endUnit(unitId: string): Promise<void> {
  const administrator = await world.person({ roles: ['administrator'] });
  const { kind: _, ...unit } = (await unitById(world.db, unitId))!;
  await world.run(administrator, 'org', 'organisation.saveUnit', { ...unit, validTo: '2026-01-01' });
}

describe('moving through the agenda', () => {
  it('has one current item at a time and keeps the time used, without the pauses', async () => {
    const meeting = await world.meeting({ state: 'running' });
    const [first, second] = [await world.agendaItem(meeting, 'A'), await world.agendaItem(meeting, 'B')];
    const { chair, stream } = meeting;
    await world.run(chair, stream, 'agenda.advance', { itemId: first });
    await world.run(chair, stream, 'meetings.pause', {});
    await expect(world.run(chair, stream, 'agenda.advance', { itemId: second })).rejects.toMatchObject({
      reason: 'meetings.notRunning',
    });
    await world.run(chair, stream, 'meetings.resume', {});
    await world.run(chair, stream, 'agenda.advance', { itemId: second });
    const states = (await agendaOf(world.db, meeting.id)).map(item => [item.title, item.state]);
    expect(states.sort()).toEqual([
      ['A', 'done'],
      ['B', 'current'],
    ]);
  });

  it('ends with the meeting: no item stays under discussion in a closed one', async () => {
    const meeting = await world.meeting({ state: 'running' });
    const itemId = await world.agendaItem(meeting, 'A');
    const { chair, stream } = meeting;
    await world.run(chair, stream, 'agenda.advance', { itemId });
    await world.run(chair, stream, 'meetings.close', {});
    expect(await agendaOf(world.db, meeting.id)).toMatchObject([{ state: 'done', startedAt: null }]);
  });

  it('carries an unfinished item over to a later meeting of the same secretary, and to no other', async () => {
    const meeting = await world.meeting({ state: 'running' });
    const foreign = await world.meeting();
    const itemId = await world.agendaItem(meeting, 'Chưa xong');
    const { secretary, stream } = meeting;
    const refused = world.run(secretary, stream, 'agenda.carryOver', { itemId, toMeetingId: foreign.id });
    await expect(refused).rejects.toMatchObject({ code: 'not_found' });
    await world.run(foreign.secretary, foreign.stream, 'meetings.invitePeople', {
      personIds: [secretary],
      role: 'secretary',
    });
    await world.run(secretary, stream, 'agenda.carryOver', { itemId, toMeetingId: foreign.id });
    expect((await agendaOf(world.db, foreign.id)).map(item => [item.title, item.state])).toEqual([
      ['Chưa xong', 'planned'],
    ]);
    expect((await agendaOf(world.db, meeting.id))[0]).toMatchObject({
      state: 'carriedOver',
      carriedToMeetingId: foreign.id,
    });
  });
});
