import type { Readable } from 'node:stream';

/** A stored file: its name is the SHA-256 of its bytes, in lower-case hexadecimal. */
export type StoredFile = { readonly sha256: string; readonly bytes: number };

/** A file that has arrived completely and is not kept yet; `path` is readable on this machine until the check ends. */
export type ArrivedFile = StoredFile & { readonly path: string };

export type PutLimits = {
  readonly maxBytes: number;
  /** Sees the complete file before it is kept; what it throws refuses the file and leaves nothing behind. */
  readonly check?: (file: ArrivedFile) => Promise<void>;
};

/** Bytes `start` to `end`, both included, counted from 0. */
export type ByteRange = { readonly start: number; readonly end: number };

/**
 * Where the bytes of files live: addressed by content, never changed. Every driver passes `fileStore.contract.ts`.
 */
export type FileStore = {
  /**
   * Takes a file in. The answer means that it survives kill -9 and loss of power; a file that is refused or breaks off
   * leaves nothing behind. The same bytes may arrive any number of times, also at once.
   * Throws `FileNotStored`, or what `check` or the source threw.
   */
  put(content: AsyncIterable<Uint8Array>, limits: PutLimits): Promise<StoredFile>;
  /** The size in bytes, or null where there is no such file. */
  size(sha256: string): Promise<number | null>;
  /** The bytes of a file, or a range that lies inside it. A file that is not there breaks the stream. */
  read(sha256: string, range?: ByteRange): Readable;
  /** Removes a file, if it is there. Whoever is reading it reads it to its end. */
  remove(sha256: string): Promise<void>;
};

export type NotStoredReason = 'tooLarge' | 'full';

/** The store could not take a file: it exceeds the limit, or there is no room for it. */
export class FileNotStored extends Error {
  readonly reason: NotStoredReason;
  constructor(reason: NotStoredReason, options?: ErrorOptions) {
    super(`the file was not stored: ${reason}`, options);
    this.name = 'FileNotStored';
    this.reason = reason;
  }
}

const SHA256 = /^[0-9a-f]{64}$/;

/** True where the text can be the name of a stored file; anything else must not reach a path. */
export const isSha256 = (text: string): boolean => SHA256.test(text);

/** The bytes under a name that is none: breaks when it is read, as those of a missing file do. */
// biome-ignore lint/correctness/useYield: it never yields
export async function* missing(sha256: string): AsyncGenerator<Uint8Array> {
  throw new Error(`not the name of a stored file: ${sha256.slice(0, 80)}`);
}
