import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { openArrivals } from './arrivals.ts';
import { type ByteRange, type FileStore, isSha256, missing } from './fileStore.ts';

/**
 * Files in a folder of this machine: `ab/cd/abcd...`. They arrive in `incoming/` beside, so that the rename into place
 * is one step on one file system. What a killed server left half-arrived is removed here.
 */
export async function diskFiles(folder: string, now = Date.now()): Promise<FileStore> {
  const root = resolve(folder);
  const arrivals = await openArrivals(join(root, 'incoming'), now);
  await syncFolder(dirname(root));
  const pathOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

  return {
    put: (content, limits) =>
      arrivals.take(content, limits, ({ path, sha256 }) => keep(root, path, pathOf(sha256))),
    async size(sha256) {
      if (!isSha256(sha256)) return null;
      try {
        return (await stat(pathOf(sha256))).size;
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    read(sha256, range?: ByteRange) {
      if (!isSha256(sha256)) return Readable.from(missing(sha256));
      return createReadStream(pathOf(sha256), { ...range, highWaterMark: 256 * 1024 });
    },
    async remove(sha256) {
      if (isSha256(sha256)) await rm(pathOf(sha256), { force: true });
    },
  };
}

/**
 * Moves a synced file to its place. The folders above are synced too, each time: a name that another upload has just
 * made may not have reached the disk yet, and would be lost with the power.
 */
async function keep(root: string, from: string, to: string): Promise<void> {
  const folder = dirname(to);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(from, to);
  for (const at of [folder, dirname(folder), root]) await syncFolder(at);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
