import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { eq } from 'drizzle-orm';
import type { Db, Reader, Tx } from '../../platform/database/db.ts';
import type { FileStore } from '../../platform/files/fileStore.ts';
import { voteById } from '../votes.store.ts';
import { ballotKeys } from '../votes.tables.ts';
import { type KeyPair, newKeyPair } from './sealing.ts';

type Row = typeof ballotKeys.$inferSelect;

const xor = (a: Buffer, b: Buffer): Buffer => Buffer.from(a.map((byte, at) => byte ^ b[at]!));

/**
 * The keys of secret votes. The private key is cut in two halves that are worth nothing alone: one stands in the database,
 * the other in the file store, where no paper names it, so that no backup, no log of the database and no copy of the files
 * by itself ever holds both.
 */
export class BallotKeys {
  readonly #db: Db;
  readonly #files: FileStore;
  /** Public keys by vote, as often as they are asked for. */
  readonly #known = new Map<string, Promise<Buffer>>();

  constructor(db: Db, files: FileStore) {
    this.#db = db;
    this.#files = files;
  }

  /** The public key of a vote, made by whoever asks first, in whichever process. */
  publicKey(voteId: string): Promise<Buffer> {
    const known = this.#known.get(voteId) ?? this.#makeOrRead(voteId);
    this.#known.set(voteId, known);
    known.catch(() => this.#known.delete(voteId));
    return known;
  }

  /** The whole pair, for the count; null where there is no key, and `lost` where its other half is gone. */
  async pair(db: Reader, voteId: string): Promise<KeyPair | null | 'lost'> {
    const row = await this.#row(db, voteId);
    if (!row) return null;
    if ((await this.#files.size(row.otherHalf)) === null) return 'lost';
    const other = await buffer(this.#files.read(row.otherHalf));
    return { publicKey: row.publicKey, privateKey: xor(row.half, other) };
  }

  /** Forgets the half in the database; answers the name of the other, to be destroyed after the commit. */
  async forget(tx: Tx, voteId: string): Promise<string | null> {
    const rows = await tx.delete(ballotKeys).where(eq(ballotKeys.voteId, voteId)).returning();
    return rows[0]?.otherHalf ?? null;
  }

  async destroy(otherHalf: string): Promise<void> {
    await this.#files.remove(otherHalf);
  }

  async #makeOrRead(voteId: string): Promise<Buffer> {
    const before = await this.#row(this.#db, voteId);
    if (before) return before.publicKey;
    const { publicKey, privateKey } = newKeyPair();
    const mask = randomBytes(privateKey.length);
    const { sha256: otherHalf } = await this.#files.put(Readable.from([mask]), {
      maxBytes: mask.length,
    });
    const row = { voteId, publicKey, half: xor(privateKey, mask), otherHalf };
    const made = await this.#db.transaction(async tx => {
      // A vote that is being counted meanwhile gets no key any more: nobody would ever destroy it.
      const vote = await voteById(tx, voteId, 'share');
      if (vote?.state !== 'open') return [];
      return await tx.insert(ballotKeys).values(row).onConflictDoNothing().returning();
    });
    if (made[0]) return publicKey;
    // Another process was faster, and its key counts; or the vote is closed.
    await this.#files.remove(otherHalf);
    const other = await this.#row(this.#db, voteId);
    if (!other) throw new AppError('conflict', 'votes.notOpen');
    return other.publicKey;
  }

  async #row(db: Reader, voteId: string): Promise<Row | null> {
    return (await db.select().from(ballotKeys).where(eq(ballotKeys.voteId, voteId)))[0] ?? null;
  }
}
