import { describe, expect, it } from 'vitest';
import { report } from './report/table.ts';
import { runFaults } from './run.ts';

/** A small part of `npm run faults`, always with the same seed. */
const seed = 20261127;

describe('the fault suite', () => {
  it('S1 S3 S4 S7 S9 S10: nothing acknowledged is lost, doubled, diverged or told to the wrong people', async () => {
    const run = await runFaults({ seed, lasts: 8_000 });
    expect(run.findings, report(run)).toEqual([]);
    expect(run.faults).toBeGreaterThan(0);
    expect(run.counts.ok).toBeGreaterThan(0);
    expect(run.counts.tokensStored).toBeGreaterThan(0);
    expect(run.counts.bytesScanned).toBeGreaterThan(0);
  }, 240_000);
});
