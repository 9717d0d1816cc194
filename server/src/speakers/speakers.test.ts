import { newId } from '@nghisu/shared/platform/ids.ts';
import { canSee } from '@nghisu/shared/records.ts';
import type { SpeakerRequest, SpeechType } from '@nghisu/shared/speakers/speakers.records.ts';
import { speakerQueue } from '@nghisu/shared/speakers/speakers.rules.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type MadeMeeting, type World } from '../../test/worlds/world.ts';
import { viewerOf } from '../viewers.ts';
import { requestById, requestsOfMeeting } from './speakers.store.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** A running meeting with three members, an invitee and an observer; its first item is under discussion. */
async function hall() {
  const [an, binh, chi] = [await world.person(), await world.person(), await world.person()];
  const [invitee, observer] = [await world.person(), await world.person()];
  const members = [an, binh, chi];
  const meeting = await world.meeting({
    members,
    invitees: [invitee],
    observers: [observer],
    state: 'running',
  });
  const [itemId, nextId] = [await world.agendaItem(meeting), await world.agendaItem(meeting)];
  await world.run(meeting.chair, meeting.stream, 'agenda.advance', { itemId });
  return { meeting, itemId, nextId, an, binh, chi, invitee, observer };
}

async function ask(
  meeting: MadeMeeting,
  agendaItemId: string,
  personId: string,
  type: SpeechType = 'contribution',
): Promise<string> {
  const requestId = newId();
  await world.run(personId, meeting.stream, 'speakers.request', { requestId, agendaItemId, type });
  return requestId;
}

const give = (meeting: MadeMeeting, requestId: string, secondsAllowed?: number) =>
  world.run(meeting.chair, meeting.stream, 'speakers.giveFloor', { requestId, secondsAllowed });

const queue = async (meeting: MadeMeeting, itemId: string): Promise<string[]> =>
  speakerQueue(await requestsOfMeeting(world.db, meeting.id), itemId).map(request => request.id);

const states = async (...ids: string[]): Promise<(string | undefined)[]> =>
  Promise.all(ids.map(async id => (await requestById(world.db, id))?.state));

describe('asking to speak', () => {
  it('queues people as they ask, points of order before everybody', async () => {
    const { meeting, itemId, an, binh, chi, invitee } = await hall();
    const first = await ask(meeting, itemId, an);
    const second = await ask(meeting, itemId, invitee, 'interpellation');
    const order = await ask(meeting, itemId, binh, 'pointOfOrder');
    const third = await ask(meeting, itemId, chi);
    expect(await queue(meeting, itemId)).toEqual([order, first, second, third]);
    expect(await requestById(world.db, order)).toMatchObject({ requestedById: binh, secondsAllowed: 120 });
  });

  it('is for an item that is still to come, too, and not for one that is over', async () => {
    const { meeting, itemId, nextId, an } = await hall();
    const early = await ask(meeting, nextId, an);
    expect(await queue(meeting, nextId)).toEqual([early]);
    await world.run(meeting.chair, meeting.stream, 'agenda.advance', { itemId: nextId });
    await expect(ask(meeting, itemId, an)).rejects.toMatchObject({ reason: 'speakers.itemOver' });
  });

  it('has everybody wait once, however often asked, and a limit of attempts', async () => {
    const { meeting, itemId, an } = await hall();
    const requestId = await ask(meeting, itemId, an);
    await expect(ask(meeting, itemId, an)).rejects.toMatchObject({ reason: 'speakers.alreadyWaiting' });
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
    await expect(ask(meeting, itemId, an)).rejects.toMatchObject({ reason: 'speakers.tooMany' });
  });

  it('is done on behalf by a secretary, for people who may speak', async () => {
    const { meeting, itemId, an, observer } = await hall();
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
    const { meeting, itemId, an, observer } = await hall();
    const draft = await world.meeting({ members: [an], state: 'draft' });
    const draftItem = await world.agendaItem(draft);
    const elsewhere = await world.agendaItem(await world.meeting());
    await expect(ask(meeting, itemId, observer)).rejects.toMatchObject({ code: 'not_found' });
    await expect(ask(meeting, itemId, await world.person())).rejects.toMatchObject({ code: 'not_found' });
    await expect(ask(draft, draftItem, an)).rejects.toMatchObject({ code: 'not_found' });
    await expect(ask(meeting, elsewhere, an)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is withdrawn by oneself or an organiser, and by nobody else', async () => {
    const { meeting, itemId, an, binh } = await hall();
    const [own, other] = [await ask(meeting, itemId, an), await ask(meeting, itemId, binh)];
    const withdraw = (personId: string, requestId: string) =>
      world.run(personId, meeting.stream, 'speakers.withdraw', { requestId });
    await expect(withdraw(an, other)).rejects.toMatchObject({ code: 'not_found' });
    await withdraw(an, own);
    await withdraw(meeting.secretary, other);
    expect(await queue(meeting, itemId)).toEqual([]);
    await expect(withdraw(an, own)).rejects.toMatchObject({ reason: 'speakers.notWaiting' });
    const foreign = await world.meeting({ members: [an], state: 'running' });
    const elsewhere = world.run(foreign.chair, foreign.stream, 'speakers.withdraw', { requestId: own });
    await expect(elsewhere).rejects.toMatchObject({ code: 'not_found' });
  });

  it('leaves with the person who is taken off the list, and with the item that is taken off the agenda', async () => {
    const { meeting, itemId, nextId, an, binh } = await hall();
    const [speaking, waiting] = [await ask(meeting, itemId, an), await ask(meeting, nextId, an)];
    const other = await ask(meeting, nextId, binh);
    await give(meeting, speaking);
    await world.run(meeting.secretary, meeting.stream, 'meetings.withdrawInvitation', { personId: an });
    expect(await states(speaking, waiting, other)).toEqual(['done', 'withdrawn', 'waiting']);
    await world.run(meeting.secretary, meeting.stream, 'agenda.removeItem', { itemId: nextId });
    expect(await states(speaking, waiting, other)).toEqual(['done', undefined, undefined]);
  });
});

describe('the order of the queue', () => {
  it('is the chair’s, except that points of order stay first', async () => {
    const { meeting, itemId, an, binh, chi, invitee } = await hall();
    const order = await ask(meeting, itemId, invitee, 'pointOfOrder');
    const [a, b, c] = [
      await ask(meeting, itemId, an),
      await ask(meeting, itemId, binh),
      await ask(meeting, itemId, chi),
    ];
    const move = (requestId: string, beforeId: string | null, personId = meeting.chair) =>
      world.run(personId, meeting.stream, 'speakers.move', { requestId, beforeId });
    await move(c!, a!);
    expect(await queue(meeting, itemId)).toEqual([order, c, a, b]);
    await move(b!, order);
    expect(await queue(meeting, itemId)).toEqual([order, b, c, a]);
    await move(order, null);
    expect(await queue(meeting, itemId)).toEqual([order, b, c, a]);
    await expect(move(a!, b!, an)).rejects.toMatchObject({ code: 'not_found' });
    await expect(move(a!, newId())).rejects.toMatchObject({ reason: 'speakers.neighbourGone' });
  });

  it('survives hundreds of moves to the same place', async () => {
    const { meeting, itemId, an, binh, chi } = await hall();
    const ids: string[] = [];
    for (const personId of [an, binh, chi]) ids.push(await ask(meeting, itemId, personId));
    for (let turn = 0; turn < 40; turn += 1) {
      const [requestId, beforeId] = turn % 2 === 0 ? [ids[2], ids[1]] : [ids[1], ids[2]];
      const input = { requestId, beforeId };
      const envelope = { id: newId(), stream: meeting.stream, name: 'speakers.move', input };
      await world.runner.run(envelope, meeting.chair);
    }
    expect(await queue(meeting, itemId)).toEqual(ids);
    await world.run(meeting.chair, meeting.stream, 'speakers.move', {
      requestId: ids[2]!,
      beforeId: ids[0]!,
    });
    expect(await queue(meeting, itemId)).toEqual([ids[2], ids[0], ids[1]]);
  });
});

describe('the floor', () => {
  it('has one speaker at a time: giving it to another takes it from the first, who may have it again', async () => {
    const { meeting, itemId, an, binh } = await hall();
    const [speech, order] = [
      await ask(meeting, itemId, an),
      await ask(meeting, itemId, binh, 'pointOfOrder'),
    ];
    await give(meeting, speech, 600);
    await give(meeting, order);
    expect(await states(speech, order)).toEqual(['done', 'speaking']);
    await give(meeting, speech);
    const again = await requestById(world.db, speech);
    expect(again).toMatchObject({ state: 'speaking', secondsAllowed: 600 });
    expect(Date.parse(again!.startedAt!)).toBeGreaterThanOrEqual(Date.parse(again!.spokeAt!));
    expect(await states(order)).toEqual(['done']);
  });

  it('is taken by the chair or given back by the speaker, extended by the chair only, and within reason', async () => {
    const { meeting, itemId, an, binh } = await hall();
    const speech = await ask(meeting, itemId, an);
    const extend = (personId: string, seconds: number) =>
      world.run(personId, meeting.stream, 'speakers.extend', { requestId: speech, seconds });
    const take = (personId: string) =>
      world.run(personId, meeting.stream, 'speakers.takeFloor', { requestId: speech });
    await expect(extend(meeting.chair, 60)).rejects.toMatchObject({ reason: 'speakers.notSpeaking' });
    await give(meeting, speech);
    await extend(meeting.chair, 120);
    expect(await requestById(world.db, speech)).toMatchObject({ secondsAllowed: 420 });
    await expect(extend(an, 120)).rejects.toMatchObject({ code: 'not_found' });
    await extend(meeting.chair, 3600);
    await expect(extend(meeting.chair, 3600)).rejects.toMatchObject({ reason: 'speakers.longEnough' });
    await expect(take(binh)).rejects.toMatchObject({ code: 'not_found' });
    await take(an);
    expect(await requestById(world.db, speech)).toMatchObject({ state: 'done', startedAt: null });
    await expect(take(meeting.chair)).rejects.toMatchObject({ reason: 'speakers.notSpeaking' });
  });

  it('is given in a running meeting, for the item under discussion, to who still may speak', async () => {
    const { meeting, itemId, nextId, an, binh } = await hall();
    const [now, later] = [await ask(meeting, itemId, an), await ask(meeting, nextId, binh)];
    await expect(give(meeting, later)).rejects.toMatchObject({ reason: 'speakers.notCurrent' });
    await world.run(meeting.chair, meeting.stream, 'meetings.pause', {});
    await expect(give(meeting, now)).rejects.toMatchObject({ reason: 'meetings.notRunning' });
    await world.run(meeting.chair, meeting.stream, 'meetings.resume', {});
    const seat = { personIds: [an], role: 'observer' as const };
    await world.run(meeting.secretary, meeting.stream, 'meetings.invitePeople', seat);
    await expect(give(meeting, now)).rejects.toMatchObject({ reason: 'speakers.maySpeakNot' });
    const own = world.run(binh, meeting.stream, 'speakers.giveFloor', { requestId: later });
    await expect(own).rejects.toMatchObject({ code: 'not_found' });
  });

  it('ends with the item and with the meeting', async () => {
    const { meeting, itemId, nextId, an, binh } = await hall();
    const [first, second] = [await ask(meeting, itemId, an), await ask(meeting, nextId, binh)];
    await give(meeting, first);
    await world.run(meeting.chair, meeting.stream, 'agenda.advance', { itemId: nextId });
    expect(await states(first)).toEqual(['done']);
    await give(meeting, second);
    await world.run(meeting.chair, meeting.stream, 'meetings.close', {});
    expect(await states(second)).toEqual(['done']);
    const late = world.run(binh, meeting.stream, 'speakers.withdraw', { requestId: second });
    await expect(late).rejects.toMatchObject({ reason: 'meetings.notEditable' });
  });

  it('S7: goes once to one of many who are called in the same moment, and never to two', async () => {
    const { meeting, itemId, an, binh, chi } = await hall();
    const ids: string[] = [];
    for (const personId of [an, binh, chi]) ids.push(await ask(meeting, itemId, personId));
    const calls = [...ids, ...ids].map(requestId => {
      const envelope = {
        id: newId(),
        stream: meeting.stream,
        name: 'speakers.giveFloor',
        input: { requestId },
      };
      return world.runner.run(envelope, meeting.chair);
    });
    await Promise.all(calls);
    const speaking = (await requestsOfMeeting(world.db, meeting.id)).filter(one => one.state === 'speaking');
    expect(speaking.map(one => one.id)).toEqual([ids[2]]);
  });
});

describe('a contribution in writing', () => {
  const write = (
    meeting: MadeMeeting,
    personId: string,
    requestId: string,
    agendaItemId: string,
    text: string,
  ) => world.run(personId, meeting.stream, 'speakers.write', { requestId, agendaItemId, text });

  it('takes the place of a request that waits, and is corrected by its author only', async () => {
    const { meeting, itemId, an, binh } = await hall();
    const requestId = await ask(meeting, itemId, an);
    await write(meeting, an, requestId, itemId, ' Đề nghị bổ sung kinh phí. ');
    expect(await queue(meeting, itemId)).toEqual([]);
    await write(meeting, an, requestId, itemId, 'Đề nghị bổ sung 2 tỷ đồng.');
    expect(await requestById(world.db, requestId)).toMatchObject({
      state: 'written',
      text: 'Đề nghị bổ sung 2 tỷ đồng.',
    });
    await expect(write(meeting, binh, requestId, itemId, 'khác')).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(give(meeting, requestId)).rejects.toMatchObject({ reason: 'speakers.notWaiting' });
  });

  it('is not put into the mouth of one who has spoken', async () => {
    const { meeting, itemId, an } = await hall();
    const requestId = await ask(meeting, itemId, an);
    await give(meeting, requestId);
    await expect(write(meeting, an, requestId, itemId, 'sau')).rejects.toMatchObject({
      reason: 'speakers.notWaiting',
    });
  });

  it('S5: is read by its author, the members and the organisers', async () => {
    const { meeting, itemId, an, binh, invitee, observer } = await hall();
    const [byMember, byInvitee] = [newId(), newId()];
    await write(meeting, an, byMember, itemId, 'Ý kiến của thành viên');
    await write(meeting, invitee, byInvitee, itemId, 'Ý kiến của khách');
    const readersOf = async (id: string): Promise<string[]> => {
      const request = (await requestById(world.db, id)) as SpeakerRequest;
      const everybody = { an, binh, invitee, observer, chair: meeting.chair, secretary: meeting.secretary };
      const seen = await Promise.all(
        Object.entries(everybody).map(async ([name, personId]) =>
          canSee((await viewerOf(world.db, personId, meeting.id))!, request) ? [name] : [],
        ),
      );
      return seen.flat();
    };
    expect(await readersOf(byMember)).toEqual(['an', 'binh', 'chair', 'secretary']);
    expect(await readersOf(byInvitee)).toEqual(['an', 'binh', 'invitee', 'chair', 'secretary']);
  });
});
