import { randomInt } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArchiveError } from '../archive/encryption.ts';
import { type Manifest, manifestName } from '../archive/manifest.ts';
import { readArchive } from '../archive/readArchive.ts';
import { writeArchive } from '../archive/writeArchive.ts';
import { awkward, type Bed, createBed, passphrase } from './bed.testing.ts';

let bed: Bed;
let manifest: Manifest;
let archive: string;
let bytes: Buffer;
beforeAll(async () => {
  bed = await createBed();
  archive = bed.path('archive.age');
  manifest = (await bed.backUp('archive.age')).manifest;
  bytes = readFileSync(archive);
});
afterAll(() => bed.close());

/** Reads what stands in the place of the archive. */
function read(content: Uint8Array): Promise<unknown> {
  const path = bed.path('damaged.age');
  writeFileSync(path, content);
  return readArchive(path, passphrase);
}

/** Numbers that the same seed gives again. */
function* numbersFrom(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    yield (mixed ^ (mixed >>> 14)) >>> 0;
  }
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** An archive whose manifest says something else. */
async function archiveWith(change: object): Promise<string> {
  const path = bed.path(`${randomInt(2 ** 40)}.age`);
  const text = JSON.stringify({ ...manifest, ...change });
  await writeArchive(path, { passphrase, workFactor: 8 }, new Date(), add =>
    add(manifestName, Buffer.byteLength(text), once(text)),
  );
  return path;
}

describe('an archive', () => {
  it('holds every table and every file, and nothing of it in the clear', async () => {
    const { papers } = await readArchive(archive, passphrase);
    expect(papers.map(({ sha256 }) => sha256).sort()).toEqual([bed.paper, bed.upload].sort());
    const rows = new Map(manifest.tables.map(table => [table.name, table.rows]));
    expect(rows.get('papers')).toBe(1);
    expect(rows.get('events')).toBeGreaterThan(2);
    for (const clear of ['manifest', 'papers', awkward, bed.paper]) expect(bytes.includes(clear)).toBe(false);
    expect(statSync(archive).mode & 0o777).toBe(0o600);
  });

  it('R59 R60: shows every flipped bit, wherever it is', async () => {
    const seed = randomInt(2 ** 32);
    const numbers = numbersFrom(seed);
    const header = bytes.indexOf('\n---') + 60;
    const places = Array.from({ length: 400 }, (_, index) =>
      index < header ? index : numbers.next().value % bytes.length,
    );
    for (const at of places) {
      const damaged = Buffer.from(bytes);
      damaged[at]! ^= 1 << (numbers.next().value % 8);
      const what = `seed ${seed}, byte ${at} of ${bytes.length}`;
      await expect(read(damaged), what).rejects.toThrow(ArchiveError);
    }
    await read(bytes);
  });

  it('shows that its tail is missing, and that something was put behind it', async () => {
    const block = 64 * 1024 + 16;
    const start = bytes.indexOf('\n', bytes.indexOf('\n---') + 1) + 1 + 16;
    const ends = [1, 16, bytes.length - start - block, bytes.length - start, bytes.length - 30];
    for (const cut of ends)
      await expect(read(bytes.subarray(0, bytes.length - cut)), `${cut} cut off`).rejects.toThrow(
        ArchiveError,
      );
    await expect(read(Buffer.concat([bytes, Buffer.from('x')]))).rejects.toThrow(ArchiveError);
    await expect(read(Buffer.concat([bytes, bytes.subarray(start)]))).rejects.toThrow(ArchiveError);
  });

  it('opens with its own passphrase only, and says so', async () => {
    const wrong = readArchive(archive, `${passphrase} `);
    await expect(wrong).rejects.toThrow('The passphrase is not the one');
  });

  it('is told from another file, from a foreign archive and from one of a newer version', async () => {
    await expect(read(Buffer.from('%PDF-1.7 '.repeat(1000)))).rejects.toThrow('is not a backup');
    const foreign = bed.path('foreign.age');
    await writeArchive(foreign, { passphrase, workFactor: 8 }, new Date(), add => add('x', 1, once('x')));
    await expect(readArchive(foreign, passphrase)).rejects.toThrow('not a backup of Nghị Sự');
    await expect(readArchive(await archiveWith({ format: 2 }), passphrase)).rejects.toThrow('newer version');
  });

  it('must hold all that its manifest says', async () => {
    await expect(readArchive(await archiveWith({}), passphrase)).rejects.toThrow(/lacks tables/);
  });
});

describe('a backup', () => {
  it('overwrites nothing', async () => {
    await expect(bed.backUp('archive.age')).rejects.toThrow('exists already');
    expect(readFileSync(archive).equals(bytes)).toBe(true);
  });

  it('fails by name where the file of a paper is missing, and leaves nothing', async () => {
    const files = {
      ...bed.files,
      size: async (hash: string) => (hash === bed.paper ? null : bed.files.size(hash)),
    };
    await expect(bed.backUp('lost.age', { files })).rejects.toThrow(`The file of the paper “${awkward}”`);
    expect(readdirSync(dirname(archive)).filter(name => name.startsWith('lost'))).toEqual([]);
  });

  it('fails where the file of a paper is damaged in the store, and leaves nothing', async () => {
    const files = {
      ...bed.files,
      read: (hash: string) => bed.files.read(hash).map(damage),
    };
    await expect(bed.backUp('rotten.age', { files })).rejects.toThrow('is damaged in the store');
    expect(readdirSync(dirname(archive)).filter(name => name.startsWith('rotten'))).toEqual([]);
  });

  it('leaves out an upload that is cleared away while it runs', async () => {
    const place = bed.path(`papers/${bed.upload.slice(0, 2)}/${bed.upload.slice(2, 4)}/${bed.upload}`);
    expect(existsSync(place)).toBe(true);
    const files = {
      ...bed.files,
      size: async (hash: string) => {
        const size = await bed.files.size(hash);
        if (hash === bed.upload && size !== null) await rename(place, `${place}.away`);
        return size;
      },
    };
    const { papers } = await bed.backUp('cleared.age', { files });
    await rename(`${place}.away`, place);
    expect(papers.map(({ sha256 }) => sha256)).toEqual([bed.paper]);
  });
});

function damage(chunk: Buffer): Buffer {
  chunk[chunk.length >> 1]! ^= 1;
  return chunk;
}
