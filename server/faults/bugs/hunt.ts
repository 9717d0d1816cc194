import type { FaultKind } from '../nemesis/fault.ts';
import { type RunResult, runFaults } from '../run.ts';
import type { Bug } from './bugs.ts';

/** A bug, and what a run against servers that have it found. */
export type Hunt = { readonly bug: Bug; readonly caughtBy: readonly string[]; readonly seconds: number };

const plant = new URL('./plant.ts', import.meta.url).href;

/** Faults that bring out the kinds of bugs that are planted, and are over soon. */
const kinds: readonly FaultKind[] = [
  'serverKilled',
  'redisUnreachable',
  'clientsCut',
  'answersLost',
  'rightsTaken',
];

/** Runs the suite against servers with the bug; whatever it finds counts as catching it. */
export async function hunt(bug: Bug, seed: number, lasts: number): Promise<Hunt> {
  const settings = { NODE_OPTIONS: `--import=${plant}`, PLANTED_BUG: bug.name };
  const began = performance.now();
  const caughtBy = await runFaults({ seed, lasts, kinds: bug.kinds ?? kinds, settings }).then(
    namesOf,
    error => [`the run could not go on: ${String(error).slice(0, 200)}`],
  );
  return { bug, caughtBy, seconds: (performance.now() - began) / 1000 };
}

const namesOf = (run: RunResult): string[] => [
  ...new Set(run.findings.map(({ checker, what }) => `${checker}: ${what}`)),
];
