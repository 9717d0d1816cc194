import { type Cost, costOf } from './cost.ts';

/**
 * Lets contenders play in turn, as often as asked, each first in turn, so that none has the quiet machine for itself.
 * Answers what each repetition of each came to.
 */
export async function contest<Name extends string, Result>(
  repetitions: number,
  contenders: Record<Name, () => Promise<Result>>,
): Promise<Record<Name, Result[]>> {
  const names = Object.keys(contenders) as Name[];
  const results = Object.fromEntries(names.map(name => [name, []])) as unknown as Record<Name, Result[]>;
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(turn + repetition) % names.length]!;
      results[name].push(await contenders[name]());
    }
  }
  return results;
}

/** What an act costs processes and their descendants, in microseconds of CPU time. */
export async function cpuOf(pids: readonly number[], act: () => Promise<unknown>): Promise<number> {
  const before: Cost = await costOf(pids);
  await act();
  return (await costOf(pids)).cpu - before.cpu;
}
