import { newId } from '@nghisu/shared/platform/ids.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/worlds/world.ts';
import { requestById } from '../speakers.store.ts';
import { createHall, microphones } from './testHall.ts';

let world: World;
let floor: ReturnType<typeof microphones>;
beforeAll(async () => {
  world = await createWorld();
  floor = microphones(world);
});
afterAll(() => world.close());

describe('asking to speak', () => {
  it('queues people as they ask, points of order before everybody', async () => {
    const { meeting, itemId, an, binh, chi, invitee } = await createHall(world);
    const first = await floor.ask(meeting, itemId, an);
    const second = await floor.ask(meeting, itemId, invitee, 'interpellation');
    const order = await floor.ask(meeting, itemId, binh, 'pointOfOrder');
    const third = await floor.ask(meeting, itemId, chi);
    expect(await floor.queue(meeting, itemId)).toEqual([order, first, second, third]);
    expect(await requestById(world.db, order)).toMatchObject({ requestedById: binh, secondsAllowed: 120 });
  });

  it('is for an item that is still to come, too, and not for one that is over', async () => {
    const { meeting, itemId, nextId, an } = await createHall(world);
    const early = await floor.ask(meeting, nextId, an);
    expect(await floor.queue(meeting, nextId)).toEqual([early]);
    await world.run(meeting.chair, meeting.stream, 'agenda.advance', { itemId: nextId });
    await expect(floor.ask(meeting, itemId, an)).rejects.toMatchObject({ reason: 'speakers.itemOver' });
  });

  it('has everybody wait once, however often asked, and a limit of attempts', async () => {
    const { meeting, itemId, an } = await createHall(world);
    const requestId = await floor.ask(meeting, itemId, an);
    await expect(floor.ask(meeting, itemId, an)).rejects.toMatchObject({ reason: 'speakers.alreadyWaiting' });
    const again = { requestId, agendaItemId: itemId, type: 'pointOfOrder' as const };
    await expect(world.run(an, meeting.stream, 'speakers.request', again)).rejects.toMatchObject({
      reason: 'speakers.exists',
    });
    const run = (name: string, input: object) =>
      world.runner.run({ id: newId(), stream: meeting.stream, name, input }, an);
    await run('speakers.withdraw', { requestId });
    for (let attempt = 1; attempt < 20; attempt += 1) {
      const next = { ...again, requestId: newId() };
      await run('speakers.request', next);
      await run('speakers.withdraw', { requestId: next.requestId });
    }
    await expect(floor.ask(meeting, itemId, an)).rejects.toMatchObject({ reason: 'speakers.tooMany' });
  });

  it('is done on behalf by a secretary, for people who may speak', async () => {
    const { meeting, itemId, an, observer } = await createHall(world);
    const askFor = (personId: string) => ({
      requestId: newId(),
      agendaItemId: itemId,
      personId,
      type: 'contribution' as const,
    });
    const asked = askFor(an);
    await world.run(meeting.secretary, meeting.stream, 'speakers.requestFor', asked);
    expect(await requestById(world.db, asked.requestId)).toMatchObject({
      personId: an,
      requestedById: meeting.secretary,
    });
    const forObserver = world.run(meeting.secretary, meeting.stream, 'speakers.requestFor', askFor(observer));
    await expect(forObserver).rejects.toMatchObject({ reason: 'speakers.maySpeakNot' });
    const stranger = await world.person();
    const forStranger = world.run(meeting.secretary, meeting.stream, 'speakers.requestFor', askFor(stranger));
    await expect(forStranger).rejects.toMatchObject({ code: 'not_found' });
    const byMember = world.run(an, meeting.stream, 'speakers.requestFor', askFor(an));
    await expect(byMember).rejects.toMatchObject({ code: 'not_found' });
  });

  it('answers observers, strangers and guests of a draft as if nothing were there', async () => {
    const { meeting, itemId, an, observer } = await createHall(world);
    const draft = await world.meeting({ members: [an], state: 'draft' });
    const draftItem = await world.agendaItem(draft);
    const elsewhere = await world.agendaItem(await world.meeting());
    await expect(floor.ask(meeting, itemId, observer)).rejects.toMatchObject({ code: 'not_found' });
    await expect(floor.ask(meeting, itemId, await world.person())).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(floor.ask(draft, draftItem, an)).rejects.toMatchObject({ code: 'not_found' });
    await expect(floor.ask(meeting, elsewhere, an)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is withdrawn by oneself or an organiser, and by nobody else', async () => {
    const { meeting, itemId, an, binh } = await createHall(world);
    const [own, other] = [await floor.ask(meeting, itemId, an), await floor.ask(meeting, itemId, binh)];
    const withdraw = (personId: string, requestId: string) =>
      world.run(personId, meeting.stream, 'speakers.withdraw', { requestId });
    await expect(withdraw(an, other)).rejects.toMatchObject({ code: 'not_found' });
    await withdraw(an, own);
    await withdraw(meeting.secretary, other);
    expect(await floor.queue(meeting, itemId)).toEqual([]);
    await expect(withdraw(an, own)).rejects.toMatchObject({ reason: 'speakers.notWaiting' });
    const foreign = await world.meeting({ members: [an], state: 'running' });
    const elsewhere = world.run(foreign.chair, foreign.stream, 'speakers.withdraw', { requestId: own });
    await expect(elsewhere).rejects.toMatchObject({ code: 'not_found' });
  });

  it('leaves with the person who is taken off the list, and with the item that is taken off the agenda', async () => {
    const { meeting, itemId, nextId, an, binh } = await createHall(world);
    const [speaking, waiting] = [await floor.ask(meeting, itemId, an), await floor.ask(meeting, nextId, an)];
    const other = await floor.ask(meeting, nextId, binh);
    await floor.give(meeting, speaking);
    await world.run(meeting.secretary, meeting.stream, 'meetings.withdrawInvitation', { personId: an });
    expect(await floor.states(speaking, waiting, other)).toEqual(['done', 'withdrawn', 'waiting']);
    await world.run(meeting.secretary, meeting.stream, 'agenda.removeItem', { itemId: nextId });
    expect(await floor.states(speaking, waiting, other)).toEqual(['done', undefined, undefined]);
  });
});

describe('the order of the queue', () => {
  it('is the chair’s, except that points of order stay first', async () => {
    const { meeting, itemId, an, binh, chi, invitee } = await createHall(world);
    const order = await floor.ask(meeting, itemId, invitee, 'pointOfOrder');
    const [a, b, c] = [
      await floor.ask(meeting, itemId, an),
      await floor.ask(meeting, itemId, binh),
      await floor.ask(meeting, itemId, chi),
    ];
    const move = (requestId: string, beforeId: string | null, personId = meeting.chair) =>
      world.run(personId, meeting.stream, 'speakers.move', { requestId, beforeId });
    await move(c!, a!);
    expect(await floor.queue(meeting, itemId)).toEqual([order, c, a, b]);
    await move(b!, order);
    expect(await floor.queue(meeting, itemId)).toEqual([order, b, c, a]);
    await move(order, null);
    expect(await floor.queue(meeting, itemId)).toEqual([order, b, c, a]);
    await expect(move(a!, b!, an)).rejects.toMatchObject({ code: 'not_found' });
    await expect(move(a!, newId())).rejects.toMatchObject({ reason: 'speakers.neighbourGone' });
  });

  it('survives hundreds of moves to the same place', async () => {
    const { meeting, itemId, an, binh, chi } = await createHall(world);
    const ids: string[] = [];
    for (const personId of [an, binh, chi]) ids.push(await floor.ask(meeting, itemId, personId));
    for (let turn = 0; turn < 40; turn += 1) {
      const [requestId, beforeId] = turn % 2 === 0 ? [ids[2], ids[1]] : [ids[1], ids[2]];
      const input = { requestId, beforeId };
      const envelope = { id: newId(), stream: meeting.stream, name: 'speakers.move', input };
      await world.runner.run(envelope, meeting.chair);
    }
    expect(await floor.queue(meeting, itemId)).toEqual(ids);
    await world.run(meeting.chair, meeting.stream, 'speakers.move', {
      requestId: ids[2]!,
      beforeId: ids[0]!,
    });
    expect(await floor.queue(meeting, itemId)).toEqual([ids[2], ids[0], ids[1]]);
  });
});

describe('a wish to speak that was told before the session', () => {
  it('is a place in the queue, which goes with the wish', async () => {
    const { meeting, nextId, an, binh } = await createHall(world);
    const take = (personId: string, stance: 'wishesToSpeak' | 'noObjection') => {
      const input = { agendaItemId: nextId, stance, remark: '' };
      return world.run(personId, meeting.stream, 'decisions.takePosition', input);
    };
    const asked = await floor.ask(meeting, nextId, binh);
    await take(an, 'wishesToSpeak');
    await take(an, 'wishesToSpeak');
    await take(binh, 'wishesToSpeak');
    const waiting = await floor.queue(meeting, nextId);
    expect(waiting).toHaveLength(2);
    expect(waiting[0]).toBe(asked);
    await take(an, 'noObjection');
    expect(await floor.queue(meeting, nextId)).toEqual([asked]);
  });

  it('does not take away what was asked for otherwise', async () => {
    const { meeting, nextId, an } = await createHall(world);
    const asked = await floor.ask(meeting, nextId, an);
    const input = { agendaItemId: nextId, stance: 'noObjection' as const, remark: '' };
    await world.run(an, meeting.stream, 'decisions.takePosition', input);
    expect(await floor.queue(meeting, nextId)).toEqual([asked]);
  });
});
