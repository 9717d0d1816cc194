import type { Stance } from '@nghisu/shared/decisions/decisions.records.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { canSee } from '@nghisu/shared/records.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type MadeMeeting, type World } from '../../test/worlds/world.ts';
import { agendaItemOf, agendaOf } from '../agenda/agenda.store.ts';
import { viewerOf } from '../viewers.ts';
import { decisionsOf } from './decisions.store.ts';
import { consentItemsOf, positionsOf } from './positions.store.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** A published meeting of a chair and two members, with items `A`, `B` and `C`. */
async function session() {
  const [an, binh] = [await world.person(), await world.person()];
  const meeting = await world.meeting({ members: [an, binh] });
  const items: string[] = [];
  for (const title of ['A', 'B', 'C']) items.push(await world.agendaItem(meeting, title));
  return { meeting, an, binh, everybody: [meeting.chair, an, binh], items };
}

const take = (meeting: MadeMeeting, personId: string, agendaItemId: string, stance: Stance, remark = '') =>
  world.run(personId, meeting.stream, 'decisions.takePosition', { agendaItemId, stance, remark });

/** Everybody agrees to the items. */
async function agree(
  meeting: MadeMeeting,
  everybody: readonly string[],
  items: readonly string[],
): Promise<void> {
  for (const agendaItemId of items)
    for (const personId of everybody) {
      const input = { agendaItemId, stance: 'noObjection', remark: '' };
      const envelope = { id: newId(), stream: meeting.stream, name: 'decisions.takePosition', input };
      await world.runner.run(envelope, personId);
    }
}

const open = (meeting: MadeMeeting) => world.run(meeting.chair, meeting.stream, 'meetings.open', {});

const adopt = (meeting: MadeMeeting, agendaItemIds: readonly string[], personId = meeting.chair) =>
  world.run(personId, meeting.stream, 'decisions.adoptUnopposed', { agendaItemIds: [...agendaItemIds] });

/** The titles of the items that the block holds, and of those pulled out of it. */
async function block(meeting: MadeMeeting): Promise<{ proposed: string[]; pulledOut: string[] }> {
  const titles = new Map((await agendaOf(world.db, meeting.id)).map(item => [item.id, item.title]));
  const all = await consentItemsOf(world.db, meeting.id);
  const of = (isOut: boolean) =>
    all.filter(one => (one.pulledOutById !== null) === isOut).map(one => titles.get(one.id)!);
  return { proposed: of(false).sort(), pulledOut: of(true).sort() };
}

describe('positions before the session', () => {
  it('are one a person and item, the newest, with a remark', async () => {
    const { meeting, an, items } = await session();
    await take(meeting, an, items[0]!, 'wishesToSpeak', ' Về nguồn vốn. ');
    await take(meeting, an, items[0]!, 'objection', 'Chưa rõ nguồn vốn.');
    expect(await positionsOf(world.db, meeting.id)).toMatchObject([
      { personId: an, agendaItemId: items[0], stance: 'objection', remark: 'Chưa rõ nguồn vốn.' },
    ]);
  });

  it('S5: are seen by their owner and the organisers, and by no other member', async () => {
    const { meeting, an, binh, items } = await session();
    await take(meeting, an, items[0]!, 'objection');
    const [position] = await positionsOf(world.db, meeting.id);
    const seen = async (personId: string) =>
      canSee((await viewerOf(world.db, personId, meeting.id))!, position!);
    expect(await Promise.all([an, meeting.chair, meeting.secretary, binh].map(seen))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('are taken by those who decide, on items of their own published meeting that are still to come', async () => {
    const invitee = await world.person();
    const { meeting, an, items } = await session();
    await world.run(meeting.secretary, meeting.stream, 'meetings.invitePeople', {
      personIds: [invitee],
      role: 'invitee',
    });
    const stranger = await world.person();
    for (const personId of [invitee, meeting.secretary, stranger])
      await expect(take(meeting, personId, items[0]!, 'objection')).rejects.toMatchObject({
        code: 'not_found',
      });
    const draft = await world.meeting({ members: [an], state: 'draft' });
    const elsewhere = await world.agendaItem(draft);
    await expect(take(draft, an, elsewhere, 'objection')).rejects.toMatchObject({ code: 'not_found' });
    await expect(take(meeting, an, elsewhere, 'objection')).rejects.toMatchObject({ code: 'not_found' });
    await open(meeting);
    await world.run(meeting.chair, meeting.stream, 'agenda.advance', { itemId: items[0]! });
    await expect(take(meeting, an, items[0]!, 'objection')).rejects.toMatchObject({
      reason: 'decisions.itemTaken',
    });
  });

  it('leave with an item that is taken off the agenda', async () => {
    const { meeting, everybody, items } = await session();
    await agree(meeting, everybody, items);
    await open(meeting);
    await world.run(meeting.secretary, meeting.stream, 'agenda.removeItem', { itemId: items[1]! });
    expect(await positionsOf(world.db, meeting.id)).toHaveLength(6);
    expect(await block(meeting)).toEqual({ proposed: ['A', 'C'], pulledOut: [] });
  });
});

describe('the consent block', () => {
  it('is proposed to everybody when the meeting opens, with exactly the items that nobody objects to', async () => {
    const { meeting, an, everybody, items } = await session();
    await agree(meeting, everybody, items);
    await take(meeting, an, items[2]!, 'wishesToSpeak');
    expect(await block(meeting)).toEqual({ proposed: [], pulledOut: [] });
    await open(meeting);
    expect(await block(meeting)).toEqual({ proposed: ['A', 'B'], pulledOut: [] });
    await take(meeting, an, items[2]!, 'noObjection');
    await world.run(meeting.secretary, meeting.stream, 'decisions.proposeUnopposed', {});
    expect(await block(meeting)).toEqual({ proposed: ['A', 'B', 'C'], pulledOut: [] });
  });

  it('is adopted in one act: each item a decision with its own result, and done', async () => {
    const { meeting, everybody, items } = await session();
    await agree(meeting, everybody, items);
    await open(meeting);
    const before = world.published.length;
    await adopt(meeting, [items[1]!, items[0]!, items[1]!]);
    expect(world.published.slice(before).map(event => event.type)).toEqual(['decisions.adopted']);
    const decisions = await decisionsOf(world.db, meeting.id);
    expect(decisions.map(one => one.text).sort()).toEqual(['A', 'B']);
    for (const decision of decisions)
      expect(decision).toMatchObject({
        basis: 'consent',
        voteId: null,
        adopted: true,
        tally: { inFavour: 3, against: 0, notVoting: 0, total: 3 },
      });
    expect((await agendaItemOf(world.db, meeting.id, items[0]!))?.state).toBe('done');
    expect(await block(meeting)).toEqual({ proposed: ['C'], pulledOut: [] });
  });

  it('adopts twenty unopposed items with one command', async () => {
    const { meeting, everybody, items } = await session();
    while (items.length < 20) items.push(await world.agendaItem(meeting));
    await agree(meeting, everybody, items);
    await open(meeting);
    const { seq } = await adopt(meeting, items);
    const last = world.published.at(-1)!;
    expect({ seq: last.seq, type: last.type }).toEqual({ seq, type: 'decisions.adopted' });
    expect(await decisionsOf(world.db, meeting.id)).toHaveLength(20);
    expect((await agendaOf(world.db, meeting.id)).every(item => item.state === 'done')).toBe(true);
  });

  it('loses an item that anybody who decides pulls out, until the act; who pulled it out may put it back', async () => {
    const { meeting, an, binh, everybody, items } = await session();
    await agree(meeting, everybody, items);
    await open(meeting);
    const pull = (personId: string, name: 'decisions.pullOut' | 'decisions.putBack') =>
      world.run(personId, meeting.stream, name, { agendaItemId: items[1]! });
    await pull(an, 'decisions.pullOut');
    expect(await block(meeting)).toEqual({ proposed: ['A', 'C'], pulledOut: ['B'] });
    await expect(pull(binh, 'decisions.pullOut')).rejects.toMatchObject({
      reason: 'decisions.alreadyPulledOut',
    });
    await expect(pull(binh, 'decisions.putBack')).rejects.toMatchObject({
      reason: 'decisions.pulledByOther',
    });
    await world.run(meeting.chair, meeting.stream, 'decisions.proposeUnopposed', {});
    expect(await block(meeting)).toEqual({ proposed: ['A', 'C'], pulledOut: ['B'] });
    await pull(an, 'decisions.putBack');
    expect(await block(meeting)).toEqual({ proposed: ['A', 'B', 'C'], pulledOut: [] });
    await adopt(meeting, items);
    await expect(pull(an, 'decisions.pullOut')).rejects.toMatchObject({ reason: 'decisions.itemTaken' });
  });

  it('is refused as a whole, naming the item, where one is no longer unopposed', async () => {
    const { meeting, binh, everybody, items } = await session();
    await agree(meeting, everybody, items);
    await open(meeting);
    await take(meeting, binh, items[1]!, 'objection', 'Cần thảo luận.');
    expect(await block(meeting)).toEqual({ proposed: ['A', 'C'], pulledOut: ['B'] });
    await expect(adopt(meeting, items)).rejects.toMatchObject({
      reason: 'decisions.opposed',
      detail: { number: '2', title: 'B' },
    });
    expect(await decisionsOf(world.db, meeting.id)).toEqual([]);
    expect((await agendaOf(world.db, meeting.id)).every(item => item.state === 'planned')).toBe(true);
  });

  it('counts a member who comes late, whose objection is heard, and does not adopt what is under discussion', async () => {
    const { meeting, everybody, items } = await session();
    await agree(meeting, everybody, items);
    await open(meeting);
    await world.run(meeting.chair, meeting.stream, 'agenda.advance', { itemId: items[0]! });
    await expect(adopt(meeting, [items[0]!])).rejects.toMatchObject({ reason: 'decisions.opposed' });
    const late = await world.person();
    const seat = { personIds: [late], role: 'member' as const };
    await world.run(meeting.secretary, meeting.stream, 'meetings.invitePeople', seat);
    await take(meeting, late, items[2]!, 'objection');
    await expect(adopt(meeting, items.slice(1))).rejects.toMatchObject({ detail: { title: 'C' } });
    await adopt(meeting, [items[1]!]);
    expect(await decisionsOf(world.db, meeting.id)).toMatchObject([
      { text: 'B', tally: { inFavour: 3, against: 0, notVoting: 1, total: 4 } },
    ]);
  });

  it('is adopted by the chair alone, in a meeting that runs, of its own items', async () => {
    const { meeting, an, everybody, items } = await session();
    const other = await session();
    await agree(meeting, everybody, items);
    await open(meeting);
    for (const personId of [an, meeting.secretary, other.meeting.chair])
      await expect(adopt(meeting, items, personId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(adopt(meeting, [...items, other.items[0]!])).rejects.toMatchObject({ code: 'not_found' });
    await world.run(meeting.chair, meeting.stream, 'meetings.pause', {});
    await expect(adopt(meeting, items)).rejects.toMatchObject({ reason: 'meetings.notRunning' });
  });

  it('S6: has no item for a chair with a conflict of interest in it', async () => {
    const { meeting, everybody, items } = await session();
    await agree(meeting, everybody, items);
    await open(meeting);
    await world.run(meeting.chair, meeting.stream, 'attendance.declareRecusal', {
      recusalId: newId(),
      agendaItemId: items[0]!,
      personId: meeting.chair,
      reason: 'Người nhà là bên liên quan',
    });
    await expect(adopt(meeting, items)).rejects.toMatchObject({ code: 'not_found' });
    await adopt(meeting, items.slice(1));
    expect((await decisionsOf(world.db, meeting.id)).map(one => one.text).sort()).toEqual(['B', 'C']);
  });

  it('never adopts an item that was pulled out in the same moment, whichever came first', async () => {
    const { meeting, an, everybody, items } = await session();
    await agree(meeting, everybody, items);
    await open(meeting);
    const send = (personId: string, name: string, input: object) =>
      world.runner.run({ id: newId(), stream: meeting.stream, name, input }, personId);
    const [pulled, adopted] = await Promise.allSettled([
      send(an, 'decisions.pullOut', { agendaItemId: items[0] }),
      send(meeting.chair, 'decisions.adoptUnopposed', { agendaItemIds: items }),
    ]);
    expect([pulled.status, adopted.status].sort()).toEqual(['fulfilled', 'rejected']);
    expect(await decisionsOf(world.db, meeting.id)).toHaveLength(adopted.status === 'fulfilled' ? 3 : 0);
  });
});
