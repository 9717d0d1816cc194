import { describe, expect, test } from 'vitest';
import type { Connection } from './connection.ts';
import { presenceBytes, readPresence } from './frames.ts';
import { Presence } from './presence.ts';

const connectionOf = (personId: string): Connection =>
  ({ personId, presenceId: null, rights: { name: personId } }) as unknown as Connection;
const saying = (clientId: number, state: unknown = {}): Uint8Array =>
  presenceBytes([{ clientId, clock: 1, state: JSON.stringify(state) }]);
const start = Date.UTC(2026, 10, 24);

describe('presence', () => {
  test('nobody sees a device before it is published, and its connection alone speaks for it', () => {
    const presence = new Presence();
    const [an, binh] = [connectionOf('an'), connectionOf('binh')];
    expect(presence.hear(an, saying(7), start)).toBe(7);
    expect(presence.all()).toEqual([]);
    presence.publish(an);
    expect(presence.all().map(({ clientId }) => clientId)).toEqual([7]);
    expect(presence.hear(binh, saying(7), start)).toBeNull();
    expect(binh.presenceId).toBeNull();
    expect(
      presence.hear(binh, presenceBytes([...readPresence(saying(7))!, ...readPresence(saying(8))!]), start),
    ).toBe(8);
  });

  test('a device that left stays its person’s, and later news of it is always newer', () => {
    const presence = new Presence();
    const an = connectionOf('an');
    presence.hear(an, saying(7), start);
    presence.publish(an);
    const [first] = presence.takeChanges();
    presence.leave(an, start);
    const [gone] = presence.takeChanges();
    expect(gone!.entry.state).toBe('null');
    expect(presence.hear(connectionOf('binh'), saying(7), start)).toBeNull();
    const back = connectionOf('an');
    expect(presence.hear(back, saying(7), start)).toBe(7);
    presence.publish(back);
    const [again] = presence.takeChanges();
    expect(first!.entry.clock < gone!.entry.clock && gone!.entry.clock < again!.entry.clock).toBe(true);
  });

  test('a device of another process that is not heard of any more disappears', () => {
    const presence = new Presence();
    const state = JSON.stringify({ user: { id: 'an', name: 'An' } });
    presence.hearElsewhere([{ clientId: 7, clock: 5, state }], start);
    presence.forget(start + 30_000);
    expect(presence.all()).toHaveLength(1);
    presence.forget(start + 46_000);
    expect(presence.all()).toEqual([]);
    expect(presence.takeChanges()[0]!.entry).toMatchObject({ clientId: 7, state: 'null' });
  });

  test('what is no presence is read as nothing', () => {
    const presence = new Presence();
    for (const bytes of [[], [1], [255, 255, 255], [1, 7, 1, 4, 110, 117], [0, 0]]) {
      expect(presence.hear(connectionOf('an'), Uint8Array.from(bytes), start)).toBeNull();
    }
    const an = connectionOf('an');
    presence.hear(an, saying(7, { cursor: { anchor: { item: { client: 'x' } }, head: 5 } }), start);
    presence.publish(an);
    expect(JSON.parse(presence.all()[0]!.state)).toEqual({
      user: { id: 'an', name: 'an', color: expect.any(String) },
    });
  });
});
