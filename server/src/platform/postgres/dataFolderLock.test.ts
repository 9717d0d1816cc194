import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDataFolder } from './dataFolderLock.ts';
import { identityOf } from './processes.ts';

let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nghisu-lock-'));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A process that tries to take the folder, says `won` or `lost`, and stays. */
async function contender(): Promise<{ child: ChildProcess; outcome: string }> {
  const script = `
    const { lockDataFolder } = await import(${JSON.stringify(import.meta.resolve('./dataFolderLock.ts'))});
    try { lockDataFolder(${JSON.stringify(folder)}); process.stdout.write('won'); }
    catch (error) { process.stdout.write('lost: ' + error.message); }
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [said] = (await once(child.stdout!, 'data')) as [Buffer];
  return { child, outcome: String(said) };
}

test('a held folder is refused with one line that names the process and the way out', () => {
  const lock = lockDataFolder(folder);
  expect(() => lockDataFolder(folder)).toThrow(
    `Another server (process ${process.pid}) is already using the data folder ${folder}. Stop it first, or set DATA_DIR to another folder.`,
  );
  lock.release();
  lockDataFolder(folder).release();
});

test('of several that start at once after a kill exactly one gets the folder', async () => {
  const { child, outcome } = await contender();
  expect(outcome).toBe('won');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const outcomes = (await Promise.all(Array.from({ length: 6 }, contender))).map(each => each.outcome);
  expect(outcomes.filter(each => each === 'won')).toHaveLength(1);
  expect(outcomes.filter(each => each.startsWith('lost: Another server (process '))).toHaveLength(5);
});

test('a pid that meanwhile belongs to another process does not hold the folder', () => {
  const reused = { pid: process.ppid, born: 'another boot/1' };
  writeFileSync(join(folder, 'server.lock.1'), JSON.stringify(reused));
  lockDataFolder(folder).release();
  writeFileSync(join(folder, 'server.lock.9'), JSON.stringify(identityOf(process.ppid)));
  expect(() => lockDataFolder(folder)).toThrow(`process ${process.ppid}`);
});

test('a claim that a power cut left unreadable does not hold the folder', () => {
  writeFileSync(join(folder, 'server.lock.3'), '');
  lockDataFolder(folder).release();
});

test('claims do not pile up over many starts', () => {
  for (let start = 0; start < 20; start++) lockDataFolder(folder).release();
  expect(readdirSync(folder).length).toBeLessThanOrEqual(4);
});
