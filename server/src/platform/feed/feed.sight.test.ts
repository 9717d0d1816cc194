import { newId } from '@nghisu/shared/platform/ids.ts';
import { type MeetingRole, noSeat, type Viewer } from '@nghisu/shared/platform/viewer.ts';
import { describe, expect, it } from 'vitest';
import { type Note, note } from '../../../test/worlds/feedWorld.ts';
import type { StoredEvent } from '../streams/streams.ts';
import { audienceOf, type CanSee, Sight } from './feed.sight.ts';

const viewer = (meetingRole: MeetingRole): Viewer => ({
  personId: newId(),
  systemRoles: ['monitor'],
  units: [{ unitId: 'a', head: false }],
  ...noSeat,
  meetingRole,
});

const event = (...notes: Note[]): StoredEvent => ({
  stream: 'org',
  rights: [],
  seq: 7,
  type: 'notes.changed',
  by: null,
  at: '2026-01-01T00:00:00.000Z',
  changes: notes.map(record => ({ op: 'put', record })),
});

const hall = [...Array.from({ length: 50 }, () => viewer('member')), viewer('chair'), viewer('secretary')];

/** What everybody sees, and how often the rule was asked. */
function lookAt(events: StoredEvent[], rule: CanSee) {
  let asked = 0;
  const sight = new Sight((one, record) => {
    asked += 1;
    return rule(one, record);
  }, events);
  const views = hall.map(one => sight.of(one, audienceOf(one)));
  return { views, asked: () => asked };
}

describe('who sees what of an event', () => {
  it('S5: judges viewers that are alike once, and equal views are one', () => {
    const { views, asked } = lookAt([event(note('a', { secret: true }), note('b'))], (one, record) => {
      return one.meetingRole === 'chair' || !(record as Note).secret;
    });
    expect(asked()).toBe(6);
    expect(new Set(views).size).toBe(2);
    expect(views[0]!.seen[0]).toMatchObject({ seq: 7, changes: [{ op: 'drop' }, { op: 'put' }] });
    expect(views[50]!.seen[0]).toMatchObject({ seq: 7, changes: [{ op: 'put' }, { op: 'put' }] });
    expect(views[0]!.seen[0]).not.toHaveProperty('rights');
  });

  it.each<[string, CanSee]>([
    ['reads the person', (one, record) => record.id === one.personId],
    ['takes the viewer apart', ({ personId }, record) => record.id === personId],
    ['copies the viewer', (one, record) => ({ ...one }).personId === record.id],
    ['asks only some', (one, record) => one.meetingRole === 'chair' || record.id === one.personId],
  ])('S5: judges each by themselves where a rule %s', (_, rule) => {
    const own = hall.map(({ personId }) => note('riêng', { id: personId }));
    const { views } = lookAt([event(...own)], rule);
    for (const [index, { seen }] of views.entries()) {
      const isShown = seen[0]!.changes.map(change => change.op === 'put');
      expect(isShown).toEqual(own.map(record => rule(hall[index]!, record)));
    }
  });
});
