import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { asTable, compared, errors, isError, median, percentile, spread } from '../bench/measure/report.ts';

const bench = fileURLToPath(new URL('../bench/bench.ts', import.meta.url));

const rowSchema = z.strictObject({
  scenario: z.string(),
  participants: z.int(),
  metric: z.string(),
  product: z.number().min(0).nullable(),
  anchor: z.number().min(0).nullable(),
  ratio: z.number().min(0).nullable(),
  target: z.number().min(0).nullable(),
  ok: z.boolean(),
});

/** Runs the program; answers what it said, a line a row. */
async function run(...args: string[]) {
  const { stdout } = await promisify(execFile)(process.execPath, [bench, '--json', ...args]);
  return stdout
    .trimEnd()
    .split('\n')
    .map(line => rowSchema.parse(JSON.parse(line)));
}

/** A tiny run of a scenario: what it counted as errors, and what it compared. */
async function tiny(scenario: string, participants: string, events = '5') {
  const rows = await run(scenario, '--participants', participants, '--repetitions', '1', '--events', events);
  expect(new Set(rows.map(row => row.scenario))).toEqual(new Set([scenario]));
  const counts = rows.filter(isError);
  return {
    errors: Object.fromEntries(counts.map(row => [row.metric, [row.product, row.ok]])),
    compared: rows.filter(row => !isError(row)),
  };
}

describe('npm run bench', () => {
  it('fanout: everybody gets every change once and in order, beside two servers that only send', async () => {
    const { errors, compared } = await tiny('fanout', '5');
    expect(errors).toEqual({
      'missing deliveries': [0, true],
      'deliveries repeated or out of order': [0, true],
    });
    expect(compared.map(row => row.metric)).toContain('server CPU a delivery, us, beside ws');
    for (const row of compared) expect(row.ratio).toBeGreaterThan(0);
  });

  it('agenda: a committed change reaches everybody of one meeting, and of ten', async () => {
    const { errors, compared } = await tiny('agenda', '5');
    expect(errors).toEqual({
      'missing deliveries': [0, true],
      'deliveries repeated or out of order': [0, true],
      'missing in them': [0, true],
    });
    for (const row of compared) expect(row.ratio).toBeGreaterThan(0);
  });

  it('minutes: every letter reaches every reader, and all texts are the same', async () => {
    const { errors, compared } = await tiny('minutes', '5');
    expect(errors).toEqual({ 'missing letters': [0, true], 'texts that differ': [0, true] });
    for (const row of compared) expect(row.ratio).toBeGreaterThan(0);
  });

  it('S9, crash: nothing that was acknowledged is lost', async () => {
    const { errors, compared } = await tiny('crash', '2');
    expect(Object.values(errors)).toEqual([
      [0, true],
      [0, true],
    ]);
    const count = (word: string) => compared.find(row => row.metric.includes(word))?.product;
    expect(count('letters that were')).toBeGreaterThan(0);
    expect(count('commands that were')).toBeGreaterThan(0);
  });

  it('storm and late-joiner: all are back, with everything', async () => {
    const [storm, joiner] = [await tiny('storm', '5'), await tiny('late-joiner', '1', '1')];
    expect(Object.values({ ...storm.errors, ...joiner.errors })).toEqual([
      [0, true],
      [0, true],
      [0, true],
      [0, true],
    ]);
  });

  it('pdf, lists and search: pages come, and the rows that the query by hand finds', async () => {
    const all = [await tiny('pdf', '1'), await tiny('lists', '2'), await tiny('search', '2')];
    const counts = all.flatMap(({ errors }) => Object.values(errors));
    expect(counts).toEqual(counts.map(() => [0, true]));
    expect(counts).toHaveLength(6);
  });

  it('says what it can do when asked for something else', async () => {
    for (const args of [['nothing'], ['fanout', '--participants', '0'], ['fanout', '--events', 'x']]) {
      const asked = promisify(execFile)(process.execPath, [bench, ...args]);
      await expect(asked).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('fanout') });
    }
  });
});

describe('a figure', () => {
  const measured = { scenario: 'x', participants: 1, metric: 'm', product: 3, anchor: 2 };

  it('is met up to its target, and a target that was missed is no error', () => {
    expect(compared(measured, 1.5)).toMatchObject({ ratio: 1.5, ok: true });
    const missed = compared(measured, 1.4);
    expect([missed.ok, isError(missed)]).toEqual([false, false]);
    expect(compared({ ...measured, anchor: null }, null)).toMatchObject({ ratio: null, ok: true });
  });

  it('that counts errors is met by none at all', () => {
    expect([errors(measured).ok, errors({ ...measured, product: 0 }).ok]).toEqual([false, true]);
    expect(isError(errors(measured))).toBe(true);
  });

  it('is the middle of what was measured, or the tail', () => {
    const values = [5, 1, 4, 2, 3];
    expect([median(values), percentile(values, 0.99), spread(values)]).toEqual([3, 5, 5]);
  });

  it('stands in a table for people', () => {
    expect(asTable([compared(measured, 1.4)]).split('\n')).toHaveLength(2);
    expect(asTable([compared(measured, 1.4)])).toContain('NO');
  });
});
