import { describe, expect, it } from 'vitest';
import { SharedQuestion } from './sharedQuestion.ts';

/** A database that answers when it is told to, and remembers what it was asked. */
function slowDatabase() {
  const asked: (readonly number[])[] = [];
  const under: { answer(): void; fail(): void }[] = [];
  const shared = new SharedQuestion<number, string>(numbers => {
    asked.push(numbers);
    const { promise, resolve, reject } = Promise.withResolvers<string[]>();
    under.push({
      answer: () => resolve(numbers.map(number => `${number}`)),
      fail: () => reject(new Error('away')),
    });
    return promise;
  });
  return { shared, asked, under };
}

/** Lets everything that waits for nothing but its turn happen. */
const settled = () => new Promise(resolve => setImmediate(resolve));

describe('a question that is shared', () => {
  it('is put once for all who ask in a turn, and each gets their own answer', async () => {
    const { shared, asked, under } = slowDatabase();
    const answers = Promise.all([1, 2, 3, 2].map(number => shared.ask(number)));
    await settled();
    under[0]!.answer();
    expect(await answers).toEqual(['1', '2', '3', '2']);
    expect([asked, shared.isIdle]).toEqual([[[1, 2, 3, 2]], true]);
  });

  it('that comes while answers are under way waits for the first of them, and is put after it', async () => {
    const { shared, asked, under } = slowDatabase();
    const early = [shared.ask(1)];
    await settled();
    early.push(shared.ask(2));
    await settled();
    const late = [3, 4, 5].map(number => shared.ask(number));
    await settled();
    expect(asked).toEqual([[1], [2]]);
    under[1]!.answer();
    await settled();
    expect(asked).toEqual([[1], [2], [3, 4, 5]]);
    under[2]!.answer();
    expect(await Promise.all(late)).toEqual(['3', '4', '5']);
    under[0]!.answer();
    expect(await Promise.all(early)).toEqual(['1', '2']);
  });

  it('that fails, fails for all who share it and for nobody after them', async () => {
    const { shared, under } = slowDatabase();
    const failing = Promise.allSettled([shared.ask(1), shared.ask(2)]);
    await settled();
    under[0]!.fail();
    expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const after = shared.ask(3);
    await settled();
    under[1]!.answer();
    expect(await after).toBe('3');
  });
});
