import { newId } from '@nghisu/shared/platform/ids.ts';
import { canSee } from '@nghisu/shared/records.ts';
import type { SpeakerRequest } from '@nghisu/shared/speakers/speakers.records.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type MadeMeeting, type World } from '../../../test/worlds/world.ts';
import { viewerOf } from '../../viewers.ts';
import { requestById, requestsOfMeeting } from '../speakers.store.ts';
import { createHall, microphones } from './testHall.ts';

let world: World;
let floor: ReturnType<typeof microphones>;
beforeAll(async () => {
  world = await createWorld();
  floor = microphones(world);
});
afterAll(() => world.close());

describe('the floor', () => {
  it('has one speaker at a time: giving it to another takes it from the first, who may have it again', async () => {
    const { meeting, itemId, an, binh } = await createHall(world);
    const [speech, order] = [
      await floor.ask(meeting, itemId, an),
      await floor.ask(meeting, itemId, binh, 'pointOfOrder'),
    ];
    await floor.give(meeting, speech, 600);
    await floor.give(meeting, order);
    expect(await floor.states(speech, order)).toEqual(['done', 'speaking']);
    await floor.give(meeting, speech);
    const again = await requestById(world.db, speech);
    expect(again).toMatchObject({ state: 'speaking', secondsAllowed: 600 });
    expect(Date.parse(again!.startedAt!)).toBeGreaterThanOrEqual(Date.parse(again!.spokeAt!));
    expect(await floor.states(order)).toEqual(['done']);
  });

  it('is taken by the chair or given back by the speaker, extended by the chair only, and within reason', async () => {
    const { meeting, itemId, an, binh } = await createHall(world);
    const speech = await floor.ask(meeting, itemId, an);
    const extend = (personId: string, seconds: number) =>
      world.run(personId, meeting.stream, 'speakers.extend', { requestId: speech, seconds });
    const take = (personId: string) =>
      world.run(personId, meeting.stream, 'speakers.takeFloor', { requestId: speech });
    await expect(extend(meeting.chair, 60)).rejects.toMatchObject({ reason: 'speakers.notSpeaking' });
    await floor.give(meeting, speech);
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
    const { meeting, itemId, nextId, an, binh } = await createHall(world);
    const [now, later] = [await floor.ask(meeting, itemId, an), await floor.ask(meeting, nextId, binh)];
    await expect(floor.give(meeting, later)).rejects.toMatchObject({ reason: 'speakers.notCurrent' });
    await world.run(meeting.chair, meeting.stream, 'meetings.pause', {});
    await expect(floor.give(meeting, now)).rejects.toMatchObject({ reason: 'meetings.notRunning' });
    await world.run(meeting.chair, meeting.stream, 'meetings.resume', {});
    const seat = { personIds: [an], role: 'observer' as const };
    await world.run(meeting.secretary, meeting.stream, 'meetings.invitePeople', seat);
    await expect(floor.give(meeting, now)).rejects.toMatchObject({ reason: 'speakers.maySpeakNot' });
    const own = world.run(binh, meeting.stream, 'speakers.giveFloor', { requestId: later });
    await expect(own).rejects.toMatchObject({ code: 'not_found' });
  });

  it('ends with the item and with the meeting', async () => {
    const { meeting, itemId, nextId, an, binh } = await createHall(world);
    const [first, second] = [await floor.ask(meeting, itemId, an), await floor.ask(meeting, nextId, binh)];
    await floor.give(meeting, first);
    await world.run(meeting.chair, meeting.stream, 'agenda.advance', { itemId: nextId });
    expect(await floor.states(first)).toEqual(['done']);
    await floor.give(meeting, second);
    await world.run(meeting.chair, meeting.stream, 'meetings.close', {});
    expect(await floor.states(second)).toEqual(['done']);
    const late = world.run(binh, meeting.stream, 'speakers.withdraw', { requestId: second });
    await expect(late).rejects.toMatchObject({ reason: 'meetings.notEditable' });
  });

  it('S7: goes once to one of many who are called in the same moment, and never to two', async () => {
    const { meeting, itemId, an, binh, chi } = await createHall(world);
    const ids: string[] = [];
    for (const personId of [an, binh, chi]) ids.push(await floor.ask(meeting, itemId, personId));
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

describe('an organiser with a conflict of interest', () => {
  it('S6: neither orders the queue of the item nor gives or takes its floor', async () => {
    const { meeting, itemId, an, binh } = await createHall(world);
    const [speech, waiting] = [await floor.ask(meeting, itemId, an), await floor.ask(meeting, itemId, binh)];
    await floor.give(meeting, speech);
    await world.run(meeting.secretary, meeting.stream, 'attendance.declareRecusal', {
      recusalId: newId(),
      agendaItemId: itemId,
      personId: meeting.secretary,
      reason: 'Người nhà là bên liên quan',
    });
    const commands = [
      ['speakers.move', { requestId: waiting, beforeId: null }],
      ['speakers.giveFloor', { requestId: waiting }],
      ['speakers.extend', { requestId: speech, seconds: 60 }],
      ['speakers.takeFloor', { requestId: speech }],
      ['speakers.withdraw', { requestId: waiting }],
    ] as const;
    for (const [name, input] of commands) {
      const run = world.run(meeting.secretary, meeting.stream, name, input);
      await expect(run, name).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(await floor.states(speech, waiting)).toEqual(['speaking', 'waiting']);
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
    const { meeting, itemId, an, binh } = await createHall(world);
    const requestId = await floor.ask(meeting, itemId, an);
    await write(meeting, an, requestId, itemId, ' Đề nghị bổ sung kinh phí. ');
    expect(await floor.queue(meeting, itemId)).toEqual([]);
    await write(meeting, an, requestId, itemId, 'Đề nghị bổ sung 2 tỷ đồng.');
    expect(await requestById(world.db, requestId)).toMatchObject({
      state: 'written',
      text: 'Đề nghị bổ sung 2 tỷ đồng.',
    });
    await expect(write(meeting, binh, requestId, itemId, 'khác')).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(floor.give(meeting, requestId)).rejects.toMatchObject({ reason: 'speakers.notWaiting' });
  });

  it('is not put into the mouth of one who has spoken', async () => {
    const { meeting, itemId, an } = await createHall(world);
    const requestId = await floor.ask(meeting, itemId, an);
    await floor.give(meeting, requestId);
    await expect(write(meeting, an, requestId, itemId, 'sau')).rejects.toMatchObject({
      reason: 'speakers.notWaiting',
    });
  });

  it('S5: is read by its author, the members and the organisers', async () => {
    const { meeting, itemId, an, binh, invitee, observer } = await createHall(world);
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
