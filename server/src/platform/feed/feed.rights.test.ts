import { newId } from '@nghisu/shared/platform/ids.ts';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type FeedProcess,
  FeedWorld,
  note,
  once,
  type TestListener,
} from '../../../test/worlds/feedWorld.ts';
import type { StoredEvent } from '../streams/streams.ts';

let world: FeedWorld;
beforeAll(async () => {
  world = await FeedWorld.create();
});
afterEach(() => {
  world.beforeLook = async () => {};
  world.afterLook = async () => {};
});
afterAll(() => world.close());

const stream = () => `meeting:${newId()}`;
const secret = (text: string) => note(text, { secret: true });

/** A stream with one secret note, and a process with a member and a chair who follow it. */
async function hall() {
  const [id, process] = [stream(), world.process()];
  await world.write(id, { put: [secret('KÍN')] });
  const [member, chair] = [
    process.listener(await world.person(id, 'member')),
    process.listener(await world.person(id, 'chair')),
  ];
  await Promise.all([member.follow(id), chair.follow(id)]);
  return { id, process, member, chair };
}

describe('rights that change on an open connection', () => {
  it('S6: whoever is affected starts anew before anything of the event comes; nobody else notices', async () => {
    const { id, process, member, chair } = await hall();
    const event = await world.write(id, { put: [secret('SAU')], seats: { [chair.personId]: 'member' } });
    process.feed.receive(id, [event]);
    process.feed.receive(id, [await world.write(id, { put: [secret('SAU NỮA')] })]);
    expect([chair.told, member.seqs]).toEqual([['reset'], [2, 3]]);
    expect((await chair.follow(id)).wipe).toBe(true);
    expect([chair.texts, chair.seq]).toEqual([[], 3]);
    expect(JSON.stringify(chair.told)).not.toContain('SAU');
  });

  it('S6: a right taken away during the first reading is gone from the answer', async () => {
    const process = world.process();
    const id = stream();
    await world.write(id, { put: [secret('KÍN')] });
    const chair = process.listener(await world.person(id, 'chair'));
    let looks = 0;
    world.afterLook = async () => {
      looks += 1;
      if (looks > 1) return;
      const event = await world.write(id, { put: [secret('SAU')], seats: { [chair.personId]: 'member' } });
      process.feed.receive(id, [event]);
    };
    await chair.follow(id);
    expect([looks, chair.texts, chair.seq]).toEqual([2, [], 2]);
    expect(JSON.stringify(chair.told)).not.toMatch(/KÍN|SAU/);
  });

  it('S6: a seat taken away during the first reading is an answer of "not found", and no event after it', async () => {
    const process = world.process();
    const id = stream();
    const member = process.listener(await world.person(id));
    const staying = process.listener(await world.person(id));
    await staying.follow(id);
    let isTaken = false;
    world.afterLook = async () => {
      if (isTaken) return;
      isTaken = true;
      process.feed.receive(id, [await world.write(id, { seats: { [member.personId]: null } })]);
    };
    await expect(member.follow(id)).rejects.toMatchObject({ code: 'not_found' });
    process.feed.receive(id, [await world.write(id, { put: [note('sau khi rời')] })]);
    expect([member.told, staying.texts]).toEqual([[], ['sau khi rời']]);
  });

  it('S6: a right given on the open connection brings what was hidden', async () => {
    const { id, process, member } = await hall();
    process.feed.receive(id, [await world.write(id, { seats: { [member.personId]: 'chair' } })]);
    expect(member.told).toEqual(['reset']);
    await member.follow(id);
    expect(member.texts).toEqual(['KÍN']);
  });

  it('S6: posts change rights everywhere: every stream of the person starts anew, and no other person', async () => {
    const { id, process, member, chair } = await hall();
    const event = await world.write(id, { seats: { [chair.personId]: null }, rightsIn: 'org' });
    process.feed.receive('org', [event]);
    expect([chair.told, member.told]).toEqual([['reset'], []]);
    await expect(chair.follow(id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('S6: a failed attempt to follow does not end what the same connection asked for later', async () => {
    const process = world.process();
    const id = stream();
    const person = newId();
    const listener = process.listener(person);
    const [looked, followed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    // The first look finds no seat, and tells so only after the second was answered.
    world.afterLook = once(async () => {
      looked.resolve();
      await followed.promise;
    });
    const first = expect(listener.follow(id)).rejects.toMatchObject({ code: 'not_found' });
    await looked.promise;
    await world.write(id, { seats: { [person]: 'member' } });
    await listener.follow(id).finally(followed.resolve);
    await first;
    process.feed.receive(id, [await world.write(id, { put: [note('đến nơi')] })]);
    expect(listener.texts).toEqual(['đến nơi']);
  });
});

describe('rights that changed while the connection was away', () => {
  it('S6: a changed seat means a wipe, not a catch-up', async () => {
    const { id, process, member, chair } = await hall();
    for (const one of [member, chair]) process.feed.leave(one.id);
    await world.write(id, { seats: { [member.personId]: 'chair', [chair.personId]: 'member' } });
    await world.write(id, { put: [note('thêm')] });
    expect((await member.follow(id)).wipe).toBe(true);
    expect((await chair.follow(id)).wipe).toBe(true);
    expect([member.texts, chair.texts]).toEqual([['KÍN', 'thêm'], ['thêm']]);
  });

  it('S6: so does a changed post, though nothing stands in the stream itself', async () => {
    const { id, process, member, chair } = await hall();
    process.feed.leave(chair.id);
    await world.write(id, { seats: { [chair.personId]: 'member' }, rightsIn: 'org' });
    expect((await chair.follow(id)).wipe).toBe(true);
    expect(chair.texts).toEqual([]);
    expect((await process.feed.read(member.personId, id, 1)).reply.wipe).toBe(false);
  });

  it('S6: so does a post whose transaction began before the last event and was committed after it', async () => {
    const { id, process, chair } = await hall();
    process.feed.leave(chair.id);
    await world.write(id, { seats: { [chair.personId]: 'member' }, rightsIn: 'org' });
    await world.db.execute(
      sql`update events set at = at - interval '4 seconds' where rights @> ${JSON.stringify([chair.personId])}`,
    );
    expect((await chair.follow(id)).wipe).toBe(true);
  });
});

describe('processes without a reliable bus', () => {
  /** Hands events to processes, losing, repeating and reordering them by a fixed pattern. */
  const lossy = (processes: readonly FeedProcess[]) => {
    let count = 0;
    const kept: [FeedProcess, string, StoredEvent][] = [];
    return (id: string, event: StoredEvent) => {
      for (const process of processes) {
        count += 1;
        if (count % 3 === 0) continue;
        if (count % 4 === 0) kept.push([process, id, event]);
        else process.feed.receive(id, [event]);
        if (count % 5 === 0)
          for (const [late, ...message] of kept.splice(0)) late.feed.receive(message[0], [message[1]]);
      }
    };
  };

  it('S10: all listeners of all processes hold the same after a beat, whatever the bus lost', async () => {
    const id = stream();
    const processes = [world.process(), world.process()];
    const publish = lossy(processes);
    const listeners: TestListener[] = [];
    for (const process of processes)
      for (const role of ['member', 'chair'] as const)
        listeners.push(process.listener(await world.person(id, role)));
    await Promise.all(listeners.map(listener => listener.follow(id)));
    const notes = Array.from({ length: 6 }, (_, index) => note(`${index}`, { secret: index % 2 === 0 }));
    for (let step = 0; step < 60; step += 1) {
      const one = { ...notes[step % 6]!, text: `lần ${step}` };
      publish(id, await world.write(id, step % 7 === 0 ? { drop: [one] } : { put: [one] }));
    }
    await Promise.all(processes.map(({ feed }) => feed.beat(0)));
    const fresh = await Promise.all(
      listeners.map(async ({ personId }) => {
        const listener = world.process().listener(personId);
        await listener.follow(id);
        return listener.texts;
      }),
    );
    await vi.waitUntil(() => listeners.every(listener => listener.seq === 60));
    expect(listeners.map(listener => listener.texts)).toEqual(fresh);
    expect(listeners.map(listener => listener.heads[id])).toEqual([60, 60, 60, 60]);
  });

  it('S10: holes that are found while another is being filled are filled too', async () => {
    const process = world.process();
    const id = stream();
    const listener = process.listener(await world.person(id));
    await listener.follow(id);
    const events = [];
    for (let step = 0; step < 20; step += 1) {
      const event = await world.write(id, { put: [note(`${step}`)] });
      events.push(event);
      // Only every second one arrives: each is a hole, found while the last hole is still being filled.
      if (step % 2 === 1) process.feed.receive(id, [event]);
    }
    await vi.waitUntil(() => listener.seq === 20);
    expect(listener.seqs).toEqual(events.map(event => event.seq));
  });

  it('S6 S10: what the directory took away holds before later events are read from the log', async () => {
    const { id, process, chair } = await hall();
    await world.write(id, { seats: { [chair.personId]: 'member' }, rightsIn: 'org' });
    await world.write(id, { put: [secret('SAU')] });
    const last = await world.write(id, { put: [secret('SAU NỮA')] });
    process.feed.receive(id, [last]);
    await vi.waitUntil(() => chair.told.length > 0);
    await process.feed.beat(0);
    expect(chair.told).toEqual(['reset']);
  });

  it('S6 S10: a change in the directory that the bus lost before the first beat is found by it', async () => {
    const { id, process, chair, member } = await hall();
    await world.write(id, { seats: { [chair.personId]: 'member' }, rightsIn: 'org' });
    await process.feed.beat(0);
    expect([chair.told, member.told]).toEqual([['reset'], []]);
  });
});
