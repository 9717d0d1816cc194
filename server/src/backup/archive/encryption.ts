import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { ReadableStream as WebStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';

/** The archive is none, is damaged or cut off, or the passphrase is not the one it was made with. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

/** How an `age` file begins (age-encryption.org/v1). */
const firstLine = Buffer.from('age-encryption.org/v1\n');

/** One try of a passphrase takes a second and 256 MB, as the `age` program has it. */
const usualWorkFactor = 18;

const highWaterMark = 256 * 1024;

/** The bytes of an `age` file with this content, which the `age` program opens with the passphrase as well. */
export async function encrypted(
  content: AsyncIterable<Uint8Array>,
  passphrase: string,
  workFactor = usualWorkFactor,
): Promise<AsyncIterable<Uint8Array>> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  return encrypter.encrypt(WebStream.from(content) as ReadableStream<Uint8Array>);
}

/**
 * The content of an `age` file. Every 64 KiB are authenticated before they are given, and the end is told from a cut.
 * Throws `ArchiveError`, here or while it is read.
 */
export async function decrypted(path: string, passphrase: string): Promise<AsyncIterable<Uint8Array>> {
  await mustBeginRight(path);
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const file = Readable.toWeb(createReadStream(path, { highWaterMark }));
  try {
    return authentic(await decrypter.decrypt(file as ReadableStream<Uint8Array>));
  } catch (error) {
    await file.cancel().catch(() => {});
    if (isOfTheSystem(error)) throw error;
    if (String(error).includes('no identity matched'))
      throw new ArchiveError(
        `The passphrase is not the one that ${path} was made with (or the first lines of the file are damaged).`,
        { cause: error },
      );
    throw new ArchiveError(`The first lines of ${path} are damaged.`, { cause: error });
  }
}

/** Anything else may be gigabytes without the line end that the reader of the first lines waits for. */
async function mustBeginRight(path: string): Promise<void> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(firstLine.length), 0, firstLine.length, 0);
    if (bytesRead < firstLine.length || !buffer.equals(firstLine))
      throw new ArchiveError(`${path} is not a backup, or its beginning is damaged.`);
  } finally {
    await file.close();
  }
}

async function* authentic(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* content;
  } catch (error) {
    if (isOfTheSystem(error)) throw error;
    throw new ArchiveError('The archive is damaged or cut off.', { cause: error });
  }
}

/** A disk that cannot be read is not a damaged archive. */
const isOfTheSystem = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && typeof error.syscall === 'string';
