import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const bench = fileURLToPath(new URL('../bench/bench.ts', import.meta.url));

const rowSchema = z.strictObject({
  scenario: z.literal('fanout'),
  participants: z.literal(5),
  metric: z.string(),
  product: z.number().min(0),
  anchor: z.number().min(0),
  ratio: z.number().positive().nullable(),
  target: z.number().min(0).nullable(),
  ok: z.boolean(),
});

describe('npm run bench', () => {
  it('tells one object a line of a changed agenda, of which nothing was lost or came out of order', async () => {
    const args = ['fanout', '--json', '--participants', '5', '--repetitions', '1', '--events', '5'];
    const { stdout } = await promisify(execFile)(process.execPath, [bench, ...args]);
    const lines = stdout.trimEnd().split('\n');
    const rows = lines.map(line => rowSchema.parse(JSON.parse(line)));
    const errors = rows.filter(row => row.target === 0);
    expect(errors.map(row => [row.metric, row.product, row.ok])).toEqual([
      ['missing deliveries', 0, true],
      ['deliveries out of order', 0, true],
    ]);
    expect(rows.map(row => row.metric)).toContain('last delivery p99, ms');
  });

  it('says what it can do when asked for something else', async () => {
    const asked = promisify(execFile)(process.execPath, [bench, 'nothing']);
    await expect(asked).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('fanout') });
  });
});
