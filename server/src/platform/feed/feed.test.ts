import { newId } from '@nghisu/shared/platform/ids.ts';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { FeedWorld, type Note, note, once } from '../../../test/worlds/feedWorld.ts';
import { longestCatchUp } from './feed.reader.ts';

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

describe('one reply for snapshot, catch-up and reset', () => {
  it('S2: whatever a listener holds, the reply makes it the newest state', async () => {
    const process = world.process();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ at: fc.nat(4), drop: fc.boolean(), secret: fc.boolean() }), {
          minLength: 1,
          maxLength: 8,
        }),
        async steps => {
          const id = stream();
          const people = [await world.person(id, 'member'), await world.person(id, 'chair')];
          const notes = Array.from({ length: 5 }, (_, index) => note(`ghi chú ${index}`));
          const behind = [];
          for (const [index, { at, drop, secret }] of steps.entries()) {
            const one: Note = { ...notes[at]!, text: `lần ${index}`, secret };
            await world.write(id, drop ? { drop: [one] } : { put: [one] });
            for (const personId of people) {
              const listener = process.listener(personId);
              await listener.follow(id);
              process.feed.leave(listener.id);
              behind.push(listener);
            }
          }
          for (const listener of behind) {
            const fresh = process.listener(listener.personId);
            await fresh.follow(id);
            const reply = await listener.follow(id);
            expect(reply.wipe).toBe(false);
            expect(listener.texts).toEqual(fresh.texts);
            expect(listener.seq).toBe(steps.length);
          }
        },
      ),
      { numRuns: 6 },
    );
  });

  it('S2: carries each changed record once, and nothing that did not change', async () => {
    const id = stream();
    const listener = world.process().listener(await world.person(id));
    const [changed, same] = [note('a'), note('đứng yên')];
    await world.write(id, { put: [changed, same] });
    await listener.follow(id);
    for (const text of ['b', 'c', 'd']) await world.write(id, { put: [{ ...changed, text }] });
    expect(await listener.follow(id)).toMatchObject({
      wipe: false,
      changes: [{ op: 'put', record: { text: 'd' } }],
    });
  });

  it('S2: starts anew from nothing, from the future and from too far back', async () => {
    const id = stream();
    const person = await world.person(id);
    const one = note('mới nhất');
    await world.write(id, { put: [one] });
    await world.db.execute(sql`
      insert into events select ${id}, n, 'x', null, now(), '[]', '[]', gen_random_uuid(), '' from generate_series(2, ${longestCatchUp + 2}::int) n`);
    await world.db.execute(sql`update streams set seq = ${longestCatchUp + 2} where id = ${id}`);
    const replies = [];
    for (const since of [-1, longestCatchUp + 3, 1, 2]) {
      const { reply } = await world.process().feed.read(person, id, since);
      replies.push([since, reply.wipe, reply.changes.length]);
    }
    expect(replies).toEqual([
      [-1, true, 1],
      [longestCatchUp + 3, true, 1],
      [1, true, 1],
      [2, false, 0],
    ]);
  });

  it('S2: starts anew whoever counts in another epoch, and goes on for who names none', async () => {
    const id = stream();
    const person = await world.person(id);
    await world.write(id, { put: [note('a')] });
    await world.write(id, { put: [note('b')] });
    const { feed } = world.process();
    const wipes = [];
    for (const epoch of [world.epoch, newId(), undefined]) {
      const { reply } = await feed.read(person, id, 1, epoch);
      wipes.push([reply.wipe, reply.changes.length, reply.epoch]);
    }
    expect(wipes).toEqual([
      [false, 1, world.epoch],
      [true, 2, world.epoch],
      [false, 1, world.epoch],
    ]);
  });

  it('S2: a hall that asks at once shares a few readings, and each gets what is theirs', async () => {
    const id = stream();
    const process = world.process();
    await world.write(id, { put: [note('chung'), note('KÍN', { secret: true })] });
    const [member, chair] = [await world.person(id), await world.person(id, 'chair')];
    let looks = 0;
    world.beforeLook = async () => {
      looks += 1;
    };
    const everybody = Array.from({ length: 300 }, (_, index) => {
      if (index % 100 === 99) return process.listener(newId());
      return process.listener(index % 3 === 0 ? chair : member);
    });
    const answers = await Promise.allSettled(everybody.map(listener => listener.follow(id)));
    expect(looks).toBeLessThan(5);
    for (const [index, { status }] of answers.entries()) {
      const isStranger = index % 100 === 99;
      expect(status).toBe(isStranger ? 'rejected' : 'fulfilled');
      const texts = index % 3 === 0 ? ['KÍN', 'chung'] : ['chung'];
      expect(everybody[index]!.texts).toEqual(isStranger ? [] : texts);
    }
    expect(process.feed.size).toBe(297);
  });

  it('answers `not_found` to whoever may not follow, and forgets the attempt', async () => {
    const process = world.process();
    const id = stream();
    await expect(process.listener(newId()).follow(id)).rejects.toMatchObject({ code: 'not_found' });
    expect(process.feed.size).toBe(0);
  });
});

describe('joining while others write', () => {
  it('S3: an event between the reading and the answer comes once, after the answer', async () => {
    const process = world.process();
    const id = stream();
    const listener = process.listener(await world.person(id));
    await world.write(id, { put: [note('trước')] });
    world.afterLook = once(async () =>
      process.feed.receive(id, [await world.write(id, { put: [note('giữa')] })]),
    );
    await listener.follow(id);
    expect(listener.texts).toEqual(['giữa', 'trước']);
    expect(listener.seqs).toEqual([2]);
  });

  it('S3: an event that the answer holds already changes nothing when it comes late', async () => {
    const process = world.process();
    const id = stream();
    const listener = process.listener(await world.person(id));
    const late = await world.write(id, { put: [note('đã có')] });
    await listener.follow(id);
    const newer = await world.write(id, { put: [note('mới')] });
    process.feed.receive(id, [late]);
    process.feed.receive(id, [newer]);
    process.feed.receive(id, [newer, late]);
    expect(listener.texts).toEqual(['mới', 'đã có']);
    expect(listener.seqs).toEqual([2]);
  });

  it('S3: a second listener joins while the first is served, and neither misses anything', async () => {
    const process = world.process();
    const id = stream();
    const [early, late] = [
      process.listener(await world.person(id)),
      process.listener(await world.person(id)),
    ];
    await early.follow(id);
    world.afterLook = once(async () =>
      process.feed.receive(id, [await world.write(id, { put: [note('một')] })]),
    );
    await late.follow(id);
    process.feed.receive(id, [await world.write(id, { put: [note('hai')] })]);
    expect([early.texts, late.texts]).toEqual([
      ['hai', 'một'],
      ['hai', 'một'],
    ]);
  });

  it('S4: a hole is read from the log, in order and once', async () => {
    const process = world.process();
    const id = stream();
    const listener = process.listener(await world.person(id));
    await listener.follow(id);
    const [, two, three] = [
      await world.write(id, { put: [note('1')] }),
      await world.write(id, { put: [note('2')] }),
      await world.write(id, { put: [note('3')] }),
    ];
    process.feed.receive(id, [three]);
    process.feed.receive(id, [two]);
    await vi.waitUntil(() => listener.seq === 3);
    expect(listener.seqs).toEqual([1, 2, 3]);
  });

  it('S4: the beat tells of a lost last event, and of the heads', async () => {
    const process = world.process();
    const id = stream();
    const listener = process.listener(await world.person(id));
    await listener.follow(id);
    await world.write(id, { put: [note('không ai báo')] });
    await process.feed.beat(0);
    expect([listener.texts, listener.heads[id]]).toEqual([['không ai báo'], 1]);
  });
});

describe('what a viewer may see', () => {
  it('S5: everybody gets the `seq`, and a drop in place of what is not theirs', async () => {
    const process = world.process();
    const id = stream();
    const [member, chair] = [
      process.listener(await world.person(id)),
      process.listener(await world.person(id, 'chair')),
    ];
    await Promise.all([member.follow(id), chair.follow(id)]);
    const open = note('công khai');
    process.feed.receive(id, [await world.write(id, { put: [open] })]);
    process.feed.receive(id, [await world.write(id, { put: [{ ...open, text: 'KÍN', secret: true }] })]);
    expect([member.seq, member.texts, chair.texts]).toEqual([2, [], ['KÍN']]);
    expect(JSON.stringify(member.told)).not.toContain('KÍN');
    const { reply } = await process.feed.read(member.personId, id, 0);
    expect(JSON.stringify(reply)).not.toContain('KÍN');
    expect(reply.changes).toEqual([{ op: 'drop', kind: 'note', id: open.id }]);
  });

  it('encodes one frame for all who see the same, however many they are', async () => {
    const process = world.process();
    const id = stream();
    const people = await Promise.all(
      Array.from({ length: 12 }, (_, index) => world.person(id, index < 3 ? 'chair' : 'member')),
    );
    await Promise.all(people.map(personId => process.listener(personId).follow(id)));
    process.feed.receive(id, [await world.write(id, { put: [note('chung')] })]);
    process.feed.receive(id, [
      await world.write(id, { put: [note('riêng', { secret: true }), note('chung')] }),
    ]);
    expect(process.frames.map(frame => frame.to)).toEqual([12, 3, 9]);
  });
});
