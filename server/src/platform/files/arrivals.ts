import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { type ArrivedFile, FileNotStored, type PutLimits, type StoredFile } from './fileStore.ts';

/** Where files wait on this machine until they are complete, checked and kept. */
export type Arrivals = {
  /** Takes a file in, shows it to the check, and hands it to `keep`; nothing stays here of any file. */
  take(
    content: AsyncIterable<Uint8Array>,
    limits: PutLimits,
    keep: (file: ArrivedFile) => Promise<void>,
  ): Promise<StoredFile>;
};

/** A file that arrives for longer than this was left by a server that died. */
const abandonedAfterMs = 24 * 3600 * 1000;

const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Opens the folder and removes what a killed server left half-arrived in it. */
export async function openArrivals(folder: string, now: number): Promise<Arrivals> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeAbandoned(folder, now - abandonedAfterMs);
  return {
    async take(content, { maxBytes, check }, keep) {
      const path = join(folder, newId());
      try {
        const arrived = await receive(content, path, maxBytes);
        await check?.({ ...arrived, path });
        await keep({ ...arrived, path });
        return arrived;
      } catch (error) {
        throw isOutOfRoom(error) ? new FileNotStored('full', { cause: error }) : error;
      } finally {
        await rm(path, { force: true });
      }
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

async function removeAbandoned(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const modified = await stat(path).then(
      found => found.mtimeMs,
      () => null,
    );
    if (modified !== null && modified < before) await rm(path, { force: true });
  }
}

const isOutOfRoom = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && NO_ROOM.has(String(error.code));
