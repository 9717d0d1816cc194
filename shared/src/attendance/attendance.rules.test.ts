import { describe, expect, it } from 'vitest';
import type { MeetingRole } from '../platform/viewer.ts';
import { comes, goes, quorumNow, votersOf } from './attendance.rules.ts';

const at = (minute: number) => `2026-11-24T01:${String(minute).padStart(2, '0')}:00.000Z`;

describe('presence', () => {
  it('is intervals: late, out, back from elsewhere, gone', () => {
    const late = comes({ intervals: [] }, 'inRoom', at(10));
    const out = goes(late, 'out', at(20));
    const back = comes(out, 'remote', at(30));
    const gone = goes(back, 'left', at(40));
    expect(gone).toEqual({
      state: 'left',
      since: at(40),
      intervals: [
        { from: at(10), to: at(20), mode: 'inRoom' },
        { from: at(30), to: at(40), mode: 'remote' },
      ],
    });
  });

  it('ends one way of taking part where another begins', () => {
    const moved = comes(comes({ intervals: [] }, 'inRoom', at(1)), 'remote', at(2));
    expect(moved.intervals).toEqual([
      { from: at(1), to: at(2), mode: 'inRoom' },
      { from: at(2), to: null, mode: 'remote' },
    ]);
  });
});

describe('the quorum', () => {
  const session = { type: 'regularSession', startsAt: at(0) } as const;
  const roles: MeetingRole[] = ['chair', ...Array<MeetingRole>(8).fill('member'), 'secretary', 'invitee'];
  const attendees = roles.map((role, index) => ({ id: `p${index}`, role }));
  const there = (...indexes: number[]) =>
    indexes.map(index => ({ id: `p${index}`, state: index % 2 ? 'remote' : 'inRoom' }) as const);

  it('counts chair and members who are there, in the room or from elsewhere', () => {
    const quorum = quorumNow(session, attendees, there(0, 1, 2, 3, 4, 9, 10), []);
    expect(quorum).toEqual({ present: 5, total: 9, needed: 6, met: false });
    expect(quorumNow(session, attendees, there(0, 1, 2, 3, 4, 5), [])).toMatchObject({
      present: 6,
      met: true,
    });
  });

  it('does not count who stepped out, left or never came', () => {
    const gone = (['out', 'left', 'absent'] as const).map((state, index) => ({ id: `p${index}`, state }));
    expect(quorumNow(session, attendees, gone, [])).toMatchObject({ present: 0 });
  });

  it('counts a substitute only where the rules let substitutes vote', () => {
    const replaced = [{ id: 'p1', state: 'consented' as const }];
    const withSubstitute = [...attendees, { id: 'sub', role: 'invitee' as const }];
    const present = [...there(0), { id: 'sub', state: 'inRoom' as const }];
    expect(quorumNow(session, withSubstitute, present, replaced)).toMatchObject({ present: 1, total: 9 });
    const voting = [...attendees, { id: 'sub', role: 'member' as const }];
    expect(votersOf({ substitutesVote: true }, voting, replaced)).not.toContain('p1');
    expect(votersOf({ substitutesVote: true }, voting, [{ id: 'p1', state: 'refused' }])).toContain('p1');
  });
});
