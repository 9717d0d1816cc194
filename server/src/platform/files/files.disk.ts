import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { type ByteRange, FileNotStored, type FileStore, isSha256 } from './fileStore.ts';

/** A file that arrives for longer than this was left by a server that died. */
const abandonedAfterMs = 24 * 3600 * 1000;

const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/**
 * Files in a folder of this machine: `ab/cd/abcd...`. They arrive in `incoming/` beside, so that the rename into place
 * is one step on one file system. What a killed server left half-arrived is removed here.
 */
export async function diskFiles(folder: string, now = Date.now()): Promise<FileStore> {
  const root = resolve(folder);
  const incoming = join(root, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await syncFolder(dirname(root));
  await removeAbandoned(incoming, now - abandonedAfterMs);
  const pathOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

  return {
    async put(content, { maxBytes, check }) {
      const path = join(incoming, newId());
      try {
        const arrived = await receive(content, path, maxBytes);
        await check?.({ ...arrived, path });
        await keep(root, path, pathOf(arrived.sha256));
        return arrived;
      } catch (error) {
        throw isOutOfRoom(error) ? new FileNotStored('full', { cause: error }) : error;
      } finally {
        await rm(path, { force: true });
      }
    },
    async size(sha256) {
      if (!isSha256(sha256)) return null;
      try {
        return (await stat(pathOf(sha256))).size;
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null;
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

/** Writes the content to `path`, synced, and answers its size and SHA-256. */
async function receive(content: AsyncIterable<Uint8Array>, path: string, maxBytes: number) {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new FileNotStored('tooLarge');
      hash.update(chunk);
      await writeWhole(file, chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** A nearly full disk takes a part of a chunk; the next try tells that there is no room. */
async function writeWhole(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.length; ) {
    written += (await file.write(chunk, written, chunk.length - written)).bytesWritten;
  }
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

async function removeAbandoned(incoming: string, before: number): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const modified = await stat(path).then(
      found => found.mtimeMs,
      () => null,
    );
    if (modified !== null && modified < before) await rm(path, { force: true });
  }
}

// A stream that breaks when it is read, as that of a missing file does.
// biome-ignore lint/correctness/useYield: it never yields
async function* missing(sha256: string): AsyncGenerator<Uint8Array> {
  throw new Error(`not the name of a stored file: ${sha256.slice(0, 80)}`);
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);
const isOutOfRoom = (error: unknown): boolean => NO_ROOM.has(String(codeOf(error)));
