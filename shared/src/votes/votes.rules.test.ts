import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../platform/ids.ts';
import { rulesFor } from '../rulePacks/rulePacks.ts';
import { answers, type Choice } from './votes.records.ts';
import { isValidBallot, resultOf } from './votes.rules.ts';

const session = rulesFor('regularSession', '2026-11-24');
const lawful = { options: [], mostChoices: 1 };
const [red, green, blue] = [newId(), newId(), newId()];
const plans = {
  options: [red, green, blue].map((id, at) => ({ id, label: `Phương án ${at + 1}` })),
  mostChoices: 2,
};
const ballots = (inFavour: number, against: number, notVoting = 0): Choice[][] => [
  ...Array.from({ length: inFavour }, (): Choice[] => ['inFavour']),
  ...Array.from({ length: against }, (): Choice[] => ['against']),
  ...Array.from({ length: notVoting }, (): Choice[] => ['notVoting']),
];

describe('a ballot', () => {
  it('chooses one answer of the law, or as many options as the vote allows, each once', () => {
    expect(isValidBallot(lawful, ['against'])).toBe(true);
    for (const wrong of [[], ['inFavour', 'against'], [red]] as Choice[][])
      expect(isValidBallot(lawful, wrong)).toBe(false);
    expect(isValidBallot(plans, [red, blue])).toBe(true);
    for (const wrong of [[red, red], [red, green, blue], ['inFavour'], [newId()]] as Choice[][])
      expect(isValidBallot(plans, wrong)).toBe(false);
  });
});

describe('the result of a vote', () => {
  it('explains itself: 25 of 28 in favour, 15 were needed', () => {
    const result = resultOf(lawful, session, ballots(25, 2, 1), { members: 28, present: 28 }, null);
    expect(result).toMatchObject({ ballots: 28, base: 28, needed: 15, adopted: true, chosen: 'inFavour' });
    expect(result.counts).toEqual([
      { choice: 'inFavour', count: 25 },
      { choice: 'against', count: 2 },
      { choice: 'notVoting', count: 1 },
    ]);
  });

  it('counts a majority of all members, not of those who voted', () => {
    const result = resultOf(lawful, session, ballots(14, 3), { members: 28, present: 19 }, null);
    expect(result).toMatchObject({ needed: 15, adopted: false, chosen: null });
  });

  it('leaves a tie of a secret vote to the chair', () => {
    const tied = resultOf(lawful, session, ballots(14, 14), { members: 28, present: 28 }, null);
    expect(tied).toMatchObject({ tied: true, adopted: null, chosen: null });
    expect(resultOf(lawful, session, ballots(14, 14), { members: 28, present: 28 }, 'inFavour').adopted).toBe(
      true,
    );
    expect(resultOf(lawful, session, ballots(14, 14), { members: 28, present: 28 }, 'against').adopted).toBe(
      false,
    );
  });

  it('calls it no tie where too few have voted at all', () => {
    const few = resultOf(lawful, session, ballots(1, 1), { members: 28, present: 28 }, 'inFavour');
    expect(few).toMatchObject({ tied: false, adopted: false, needed: 15 });
  });

  it('chooses the option with the majority, and none where two have as many', () => {
    const electorate = { members: 5, present: 5 };
    const clear = resultOf(plans, session, [[red], [red, blue], [red], [blue]], electorate, null);
    expect(clear).toMatchObject({ needed: 3, chosen: red, adopted: true });
    const even = resultOf(
      plans,
      session,
      [
        [red, blue],
        [red, blue],
        [red, blue],
      ],
      electorate,
      null,
    );
    expect(even).toMatchObject({ tied: true, chosen: null, adopted: false });
  });

  it('does not depend on the order of the ballots, and loses none', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...answers), { maxLength: 60 }),
        fc.infiniteStream(fc.nat()),
        (cast, chance) => {
          const given = cast.map(answer => [answer] as Choice[]);
          const shuffled = given
            .map(ballot => [chance.next().value ?? 0, ballot] as const)
            .toSorted((a, b) => a[0] - b[0]);
          const electorate = { members: 60, present: 60 };
          const result = resultOf(lawful, session, given, electorate, null);
          expect(
            resultOf(
              lawful,
              session,
              shuffled.map(pair => pair[1]),
              electorate,
              null,
            ),
          ).toEqual(result);
          expect(result.counts.reduce((sum, one) => sum + one.count, 0)).toBe(cast.length);
        },
      ),
    );
  });
});
