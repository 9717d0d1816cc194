import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArrivedFile, FileNotStored, type FileStore } from './fileStore.ts';

/** What a driver's own test supplies: a fresh store, and how many files it holds, half-arrived ones included. */
export type TriedStore = {
  readonly files: FileStore;
  readonly countFiles: () => Promise<number>;
  readonly close: () => Promise<void>;
};

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function* inChunks(bytes: Uint8Array, size = 60_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function* breaksOff(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
  throw new Error('the sender is gone');
}

/** The acceptance suite of the `FileStore` port: each driver's test calls it. */
export function fileStoreContract(driver: string, openStore: () => Promise<TriedStore>): void {
  describe(`FileStore on ${driver}`, () => {
    let store: TriedStore;
    const content = randomBytes(1_000_000);
    const name = sha256(content);
    const limits = { maxBytes: 2_000_000 };

    beforeAll(async () => {
      store = await openStore();
    });
    afterAll(async () => store.close());

    it('names a file by the SHA-256 of its bytes and gives the same bytes back', async () => {
      expect(await store.files.put(inChunks(content), limits)).toEqual({ sha256: name, bytes: 1_000_000 });
      expect(await store.files.size(name)).toBe(1_000_000);
      expect(sha256(await buffer(store.files.read(name)))).toBe(name);
    });

    it.each([
      [0, 0],
      [0, 999_999],
      [999_999, 999_999],
      [123_456, 654_321],
    ])('reads the bytes %i to %i, both included', async (start, end) => {
      const part = await buffer(store.files.read(name, { start, end }));
      expect(part.equals(content.subarray(start, end + 1))).toBe(true);
    });

    it('keeps one copy of bytes that arrive eight times at once', async () => {
      const twin = randomBytes(300_000);
      const before = await store.countFiles();
      const arrivals = Array.from({ length: 8 }, (_, index) =>
        store.files.put(inChunks(twin, 10_000 + index * 7000), limits),
      );
      expect(new Set((await Promise.all(arrivals)).map(file => file.sha256))).toEqual(
        new Set([sha256(twin)]),
      );
      expect(sha256(await buffer(store.files.read(sha256(twin))))).toBe(sha256(twin));
      expect(await store.countFiles()).toBe(before + 1);
    });

    it('takes a file of exactly the limit and leaves nothing of one that is a byte longer', async () => {
      const exact = randomBytes(5000);
      const longer = randomBytes(5001);
      await store.files.put(inChunks(exact, 999), { maxBytes: 5000 });
      const before = await store.countFiles();
      await expect(store.files.put(inChunks(longer, 999), { maxBytes: 5000 })).rejects.toMatchObject({
        reason: 'tooLarge',
      });
      expect(await store.files.size(sha256(longer))).toBeNull();
      expect(await store.countFiles()).toBe(before);
    });

    it('stops reading a sender who exceeds the limit', async () => {
      let sent = 0;
      async function* endless(): AsyncGenerator<Uint8Array> {
        for (;;) {
          sent += 1000;
          yield new Uint8Array(1000);
        }
      }
      await expect(store.files.put(endless(), { maxBytes: 10_000 })).rejects.toThrow(FileNotStored);
      expect(sent).toBe(11_000);
    });

    it('leaves nothing of a file whose sender breaks off, and says why', async () => {
      const before = await store.countFiles();
      await expect(store.files.put(breaksOff(randomBytes(10_000)), limits)).rejects.toThrow(
        'the sender is gone',
      );
      expect(await store.countFiles()).toBe(before);
    });

    it('shows the complete file to the check and keeps nothing that the check refuses', async () => {
      const refused = randomBytes(20_000);
      const before = await store.countFiles();
      const seen: ArrivedFile[] = [];
      const check = async (file: ArrivedFile): Promise<void> => {
        seen.push(file);
        throw new Error('not wanted');
      };
      await expect(store.files.put(inChunks(refused), { ...limits, check })).rejects.toThrow('not wanted');
      expect(seen[0]).toMatchObject({ sha256: sha256(refused), bytes: 20_000 });
      expect(await store.files.size(sha256(refused))).toBeNull();
      expect(await store.countFiles()).toBe(before);
    });

    it('removes a file, whether or not it is there, and takes the same bytes again', async () => {
      const passing = randomBytes(900_000);
      const { sha256: gone } = await store.files.put(inChunks(passing), limits);
      const before = await store.countFiles();
      const reading = store.files.read(gone);
      const [first] = await once(reading, 'readable').then(() => [reading.read()]);
      await store.files.remove(gone);
      expect(Buffer.concat([first, await buffer(reading)]).equals(passing)).toBe(true);
      expect(await store.files.size(gone)).toBeNull();
      expect(await store.countFiles()).toBe(before - 1);
      await store.files.remove(gone);
      await store.files.put(inChunks(passing), limits);
      expect(await store.files.size(gone)).toBe(900_000);
    });

    it('takes the empty file', async () => {
      const empty = await store.files.put(inChunks(new Uint8Array()), limits);
      expect(await store.files.size(empty.sha256)).toBe(0);
      expect((await buffer(store.files.read(empty.sha256))).length).toBe(0);
    });

    it('knows no file under a name that was never stored, and breaks the stream of its bytes', async () => {
      const unknown = 'f'.repeat(64);
      expect(await store.files.size(unknown)).toBeNull();
      await expect(buffer(store.files.read(unknown))).rejects.toThrow();
    });

    it.each([
      '',
      '../../etc/passwd',
      'a'.repeat(63),
      'A'.repeat(64),
      `${'a'.repeat(64)}/..`,
      `${'a'.repeat(60)}\0abc`,
    ])('R45: the name %j, which is no SHA-256, reaches no file', async hostile => {
      expect(await store.files.size(hostile)).toBeNull();
      await expect(buffer(store.files.read(hostile))).rejects.toThrow();
      const before = await store.countFiles();
      await store.files.remove(hostile);
      expect(await store.countFiles()).toBe(before);
    });
  });
}
