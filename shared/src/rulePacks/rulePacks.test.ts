import { describe, expect, it } from 'vitest';
import { meetingTypes } from '../meetings/meetings.records.ts';
import { neededOf, type Threshold } from './fractions.ts';
import { outcomeOf } from './majority.ts';
import { sessionTable, thresholdTable } from './published.ts';
import { quorumOf } from './quorum.ts';
import { packOn, rulePacks, rulesFor } from './rulePacks.ts';

const threshold = (kind: Threshold['kind'], parts: number, of: number): Threshold => ({
  kind,
  fraction: { parts, of },
});
const columns = [
  threshold('moreThan', 1, 2),
  threshold('atLeast', 1, 2),
  threshold('atLeast', 2, 3),
  threshold('atLeast', 3, 4),
  threshold('moreThan', 2, 3),
];
const session = rulesFor('regularSession', '2026-11-24');

describe('thresholds', () => {
  it.each(thresholdTable)('of %i: %i, %i, %i, %i, %i', (base, ...needed) => {
    expect(columns.map(column => neededOf(base, column))).toEqual(needed);
  });

  it('are exact for any number: the count reaches them, and one less does not', () => {
    for (let base = 1; base <= 1000; base += 1) {
      for (const { kind, fraction } of columns) {
        const reaches = (count: number): boolean =>
          kind === 'moreThan'
            ? count * fraction.of > base * fraction.parts
            : count * fraction.of >= base * fraction.parts;
        const needed = neededOf(base, { kind, fraction });
        expect([reaches(needed), reaches(needed - 1)]).toEqual([true, false]);
      }
    }
  });
});

describe('a session of a People’s Committee', () => {
  it.each(sessionTable)(
    '%i members: %i for, %i against, %i not voting, chair %s: %s',
    (members, inFavour, against, notVoting, chair, adopted) => {
      const side = { '+': 'inFavour', x: 'against', '-': null } as const;
      const count = { inFavour, against, notVoting, members, present: members };
      const outcome = outcomeOf(session.majority, count, side[chair]);
      expect(outcome.adopted).toBe({ yes: true, no: false, '?': null }[adopted]);
      expect(outcome.base).toBe(members);
    },
  );

  it('is quorate with two thirds, and says why', () => {
    expect(quorumOf(session.quorum, 19, 28)).toEqual({ present: 19, total: 28, needed: 19, met: true });
    expect(quorumOf(session.quorum, 18, 28)).toMatchObject({ needed: 19, met: false });
    expect(quorumOf(session.quorum, 6, 9)).toMatchObject({ needed: 6, met: true });
    expect(quorumOf(session.quorum, 0, 0)).toMatchObject({ met: false });
  });
});

describe('other meetings', () => {
  const advisory = rulesFor('workingMeeting', '2026-11-24');
  const count = { inFavour: 3, against: 2, notVoting: 9, members: 20, present: 14 };

  it('count those who say something', () => {
    expect(outcomeOf(advisory.majority, count, null)).toEqual({
      base: 5,
      needed: 3,
      tied: false,
      adopted: true,
    });
    expect(outcomeOf({ ...advisory.majority, base: 'present' }, count, null)).toMatchObject({
      base: 14,
      adopted: false,
    });
    expect(outcomeOf({ ...advisory.majority, base: 'ballots' }, count, null)).toMatchObject({
      base: 14,
      needed: 8,
    });
  });

  it('adopt nothing that nobody answered, and break a tie as the rule says', () => {
    const nobody = { ...count, inFavour: 0, against: 0 };
    expect(outcomeOf(advisory.majority, nobody, 'inFavour')).toMatchObject({ tied: false, adopted: false });
    const tied = { ...count, inFavour: 2 };
    expect(outcomeOf({ ...advisory.majority, tie: 'rejected' }, tied, 'inFavour')).toMatchObject({
      tied: true,
      adopted: false,
    });
  });

  it('need somebody, and no number', () => {
    expect(quorumOf(advisory.quorum, 1, 30)).toMatchObject({ needed: 1, met: true });
    expect(quorumOf(advisory.quorum, 0, 30)).toMatchObject({ met: false });
  });
});

describe('rule packs', () => {
  it('follow one another by day, and each says what holds in every kind of meeting', () => {
    expect(rulePacks.map(pack => pack.validFrom)).toEqual(rulePacks.map(pack => pack.validFrom).toSorted());
    for (const pack of rulePacks)
      for (const type of meetingTypes) expect(pack.rulesOf(type).majority).toBeDefined();
    expect(packOn('1999-01-01')).toBe(rulePacks[0]);
  });
});
