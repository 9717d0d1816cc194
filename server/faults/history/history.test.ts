import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Entry, HistoryWriter, instant, readHistory } from './history.ts';

it('reads what was written, in order, from several files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nghisu-history-'));
  const entries: Entry[] = ['a', 'b', 'c'].map(token => ({
    f: 'token',
    type: 'typed',
    at: instant(),
    actor: 'Nguyễn Thị Hằng',
    minutes: 'm',
    token,
  }));
  const [first, second] = ['1', '2'].map(name => new HistoryWriter(join(folder, name)));
  for (const entry of entries) first!.write(entry);
  await first!.flush();
  second!.write(entries[0]!);
  await Promise.all([first!.close(), second!.close()]);
  const read: Entry[] = [];
  for await (const entry of readHistory([first!.path, second!.path])) read.push(entry);
  expect(read).toEqual([...entries, entries[0]]);
  rmSync(folder, { recursive: true });
});
