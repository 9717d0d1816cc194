import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileStoreContract } from './fileStore.contract.ts';
import { diskFiles } from './files.disk.ts';

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'nghisu-files-'));

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
}

fileStoreContract('disk', async () => {
  const folder = await newFolder();
  return {
    files: await diskFiles(folder),
    countFiles: async () => (await filesUnder(folder)).length,
    close: () => rm(folder, { recursive: true }),
  };
});

/** Runs a program that stores files in the folder; `limit` is put before it by the shell. */
function storing(folder: string, program: string, limit = ''): ReturnType<typeof spawn> {
  const source = `
    import { diskFiles } from ${JSON.stringify(new URL('./files.disk.ts', import.meta.url).href)};
    const files = await diskFiles(${JSON.stringify(folder)});
    const content = async function* (byte, count) {
      for (let i = 0; i < count; i += 1) yield new Uint8Array(65536).fill(byte);
    };
    ${program}`;
  const command = `${limit} exec "$0" --input-type=module-typescript -e "$1"`;
  return spawn('/bin/sh', ['-c', command, process.execPath, source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

describe('the disk driver', () => {
  it('S9: keeps every acknowledged file, whole, when the server is killed with -9 at work', async () => {
    const folder = await newFolder();
    const child = storing(
      folder,
      `for (let byte = 1; ; byte += 1) {
         const { sha256 } = await files.put(content(byte % 256, 1 + (byte % 40)), { maxBytes: 1e9 });
         process.stdout.write(sha256 + '\\n');
       }`,
    );
    let acknowledged = '';
    for await (const chunk of child.stdout!) {
      acknowledged += String(chunk);
      if (acknowledged.split('\n').length > 30 && !child.killed) child.kill('SIGKILL');
    }
    const names = acknowledged.split('\n').slice(0, -1);
    expect(names.length).toBeGreaterThanOrEqual(30);
    for (const name of names) {
      const bytes = await readFile(join(folder, name.slice(0, 2), name.slice(2, 4), name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(name);
    }
    await rm(folder, { recursive: true });
  });

  it('says that there is no room and leaves no torn file when the system refuses to write on', async () => {
    const folder = await newFolder();
    // A limit of the shell stands for the full disk: 2,000 blocks, whichever of the two sizes the shell counts in.
    const child = storing(
      folder,
      `process.on('SIGXFSZ', () => {});
       const small = await files.put(content(1, 2), { maxBytes: 1e9 });
       const refused = await files.put(content(2, 60), { maxBytes: 1e9 }).catch(error => error);
       process.stdout.write(JSON.stringify({ small: small.bytes, reason: refused.reason ?? String(refused) }));`,
      'ulimit -f 2000;',
    );
    let answer = '';
    for await (const chunk of child.stdout!) answer += String(chunk);
    expect(JSON.parse(answer)).toEqual({ small: 131_072, reason: 'full' });
    expect(await filesUnder(folder)).toHaveLength(1);
    await rm(folder, { recursive: true });
  });

  it('removes at start what a server that died a day ago left half-arrived, and nothing younger', async () => {
    const folder = await newFolder();
    await diskFiles(folder);
    const abandoned = join(folder, 'incoming', 'abandoned');
    const arriving = join(folder, 'incoming', 'arriving');
    await writeFile(abandoned, 'half');
    await writeFile(arriving, 'half');
    const dayAndHourAgo = new Date(Date.now() - 25 * 3600 * 1000);
    await utimes(abandoned, dayAndHourAgo, dayAndHourAgo);
    await diskFiles(folder);
    expect(await filesUnder(folder)).toEqual([arriving]);
    await rm(folder, { recursive: true });
  });

  it('opens files and folders to the account of the server only', async () => {
    const folder = await newFolder();
    const files = await diskFiles(join(folder, 'papers'));
    await files.put(
      (async function* () {
        yield new Uint8Array(10);
      })(),
      { maxBytes: 10 },
    );
    const modes = [];
    for (const path of await filesUnder(folder)) modes.push((await stat(path)).mode & 0o777);
    expect(modes).toEqual([0o600]);
    expect((await stat(join(folder, 'papers'))).mode & 0o077).toBe(0);
    await rm(folder, { recursive: true });
  });
});
