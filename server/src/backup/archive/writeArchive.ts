import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { pack } from 'tar-stream';
import { encrypted } from './encryption.ts';

/** Adds one entry after the other; `size` must be that of the content. */
export type AddEntry = (name: string, size: number, content: AsyncIterable<Uint8Array>) => Promise<void>;

/** What opens the archive. `workFactor` is the power of two that one try of a passphrase costs; tests take a small one. */
export type Secret = { readonly passphrase: string; readonly workFactor?: number | undefined };

/**
 * Writes an archive to a file that must not exist: a plain tar in an `age` envelope. Answers when all of it is on the
 * disk. Memory stays the same however large the entries are.
 */
export async function writeArchive(
  path: string,
  { passphrase, workFactor }: Secret,
  madeAt: Date,
  fill: (add: AddEntry) => Promise<void>,
): Promise<void> {
  const tar = pack();
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  const storing = pipeline(await encrypted(tar as AsyncIterable<Uint8Array>, passphrase, workFactor), file);
  const filling = (async () => {
    await fill(async (name, size, content) => {
      await pipeline(content, tar.entry({ name, size, mode: 0o600, mtime: madeAt }));
    });
    tar.finalize();
  })();
  // Whichever fails first ends the other, which then fails for that reason only.
  filling.catch(error => tar.destroy(error));
  storing.catch(error => tar.destroy(error));
  await Promise.all([storing, filling]);
}
