import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PresentSection, planSections } from './sectionPlan.ts';

const empty = (itemId: string): PresentSection => ({ itemId, empty: true });
const written = (itemId: string): PresentSection => ({ itemId, empty: false });

/** What stands in the text after the plan was carried out. */
function carriedOut(present: readonly PresentSection[], wanted: readonly string[]): PresentSection[] {
  const plan = planSections(present, wanted);
  if (!plan) return [...present];
  const staying = present.filter((_, index) => !plan.dropped.includes(index));
  return plan.order.map(itemId => staying.find(section => section.itemId === itemId) ?? empty(itemId));
}

const ids = (sections: readonly PresentSection[]): string[] => sections.map(section => section.itemId);

describe('the plan of sections', () => {
  test('an empty text gets all sections in order', () => {
    expect(planSections([], ['opening', 'a', 'b', 'closing'])).toEqual({
      dropped: [],
      order: ['opening', 'a', 'b', 'closing'],
    });
  });

  test('a new item comes behind its predecessor in the agenda', () => {
    const present = [empty('opening'), written('a'), empty('c'), empty('closing')];
    expect(ids(carriedOut(present, ['opening', 'a', 'b', 'c', 'closing']))).toEqual([
      'opening',
      'a',
      'b',
      'c',
      'closing',
    ]);
  });

  test('the section of a removed item goes if it is empty and stays if it has text', () => {
    const present = [empty('opening'), empty('a'), written('b'), empty('closing')];
    expect(carriedOut(present, ['opening', 'closing'])).toEqual([
      empty('opening'),
      written('b'),
      empty('closing'),
    ]);
  });

  test('a changed order moves empty sections only', () => {
    const present = [empty('opening'), written('a'), empty('b'), written('c'), empty('closing')];
    const plan = planSections(present, ['opening', 'b', 'c', 'a', 'closing']);
    expect(plan?.dropped.every(index => present[index]!.empty)).toBe(true);
    expect(ids(carriedOut(present, ['opening', 'b', 'c', 'a', 'closing']))).toEqual([
      'opening',
      'b',
      'a',
      'c',
      'closing',
    ]);
  });

  test('doing it twice is doing it once, text is never dropped, and every wanted section is there exactly once', () => {
    const names = ['opening', 'a', 'b', 'c', 'd', 'e', 'closing'];
    const presents = fc
      .shuffledSubarray(names)
      .chain(order =>
        fc.tuple(...order.map(itemId => fc.boolean().map(isEmpty => ({ itemId, empty: isEmpty })))),
      );
    fc.assert(
      fc.property(presents, fc.shuffledSubarray(names), (present, wanted) => {
        const after = carriedOut(present, wanted);
        expect(planSections(after, wanted)).toBeNull();
        expect(after.filter(section => !section.empty)).toEqual(present.filter(section => !section.empty));
        expect(new Set(ids(after)).size).toBe(after.length);
        for (const itemId of wanted) expect(ids(after)).toContain(itemId);
        for (const { itemId, empty: isEmpty } of after)
          expect(!isEmpty || wanted.includes(itemId)).toBe(true);
      }),
    );
  });
});
