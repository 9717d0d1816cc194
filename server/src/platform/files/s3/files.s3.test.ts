import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { S3Store } from '../../../../cluster/parts/s3Store.ts';
import { createLog } from '../../log.ts';
import { fileStoreContract } from '../fileStore.contract.ts';
import type { FileStore } from '../fileStore.ts';
import { type S3Settings, s3Files } from './files.s3.ts';

// The store is s3rver, the most that npm has. Its limits: it checks signatures and not the bytes against the signed hash,
// so that is tried on a store of ours below; it answers `bytes=0-0` with the whole file, which the driver cuts; it writes
// in place, so a reader beside a second upload of the same file may see a part of it, which S3 itself never shows.

const log = createLog('silent');
let folder: string;
let store: S3Store;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nghisu-s3-'));
  store = await S3Store.start(join(folder, 'store'));
});
afterAll(async () => {
  await store.kill();
  await rm(folder, { recursive: true });
});

const clientOf = ({ endpoint, region, accessKeyId, secretAccessKey }: S3Settings): S3Client =>
  new S3Client({
    endpoint: endpoint!,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: true,
  });

fileStoreContract('S3 (s3rver)', async () => {
  const incoming = join(folder, 'incoming');
  return {
    files: await s3Files(store.settings, incoming, log),
    countFiles: async () => {
      const kept = await readdir(join(folder, 'store', store.settings.bucket));
      return kept.filter(name => name.endsWith('object')).length + (await readdir(incoming)).length;
    },
    close: async () => undefined,
  };
});

const content = async function* (bytes: Uint8Array) {
  yield bytes;
};

describe('the S3 driver', () => {
  it('names an object by the hash of its bytes alone, so that any program finds it', async () => {
    const files = await s3Files(store.settings, join(folder, 'incoming'), log);
    const bytes = randomBytes(70_000);
    const { sha256 } = await files.put(content(bytes), { maxBytes: 1e6 });
    const found = await clientOf(store.settings).send(
      new GetObjectCommand({ Bucket: store.settings.bucket, Key: sha256 }),
    );
    expect(Buffer.from(await found.Body!.transformToByteArray()).equals(bytes)).toBe(true);
  });

  it.each([
    [{ bucket: 'no-such-bucket' }, /^There is no bucket no-such-bucket at http.* S3_BUCKET/],
    [{ secretAccessKey: 'wrong' }, /refuses S3RVER the bucket .*S3_SECRET_ACCESS_KEY/],
  ])('does not start with %j, and says in one line what to change', async (wrong, sentence) => {
    await expect(s3Files({ ...store.settings, ...wrong }, join(folder, 'incoming'), log)).rejects.toThrow(
      sentence,
    );
  });

  it('starts while the store is away, answers "unavailable", and works when it is back', async () => {
    await store.kill();
    const files = await s3Files(store.settings, join(folder, 'incoming'), log);
    const bytes = randomBytes(5000);
    const put = () => files.put(content(bytes), { maxBytes: 1e6 });
    await expect(put()).rejects.toMatchObject({ code: 'unavailable' });
    await expect(files.size('a'.repeat(64))).rejects.toMatchObject({ code: 'unavailable' });
    await expect(buffer(files.read('a'.repeat(64)))).rejects.toMatchObject({ code: 'unavailable' });
    await store.restart();
    const { sha256 } = await put();
    expect(await buffer(files.read(sha256))).toEqual(bytes);
  });
});

/** A store of ours that says what it is told to, and keeps what it was asked. */
describe('a store that does otherwise', () => {
  let server: Server;
  let answer: (
    request: IncomingMessage,
    body: Buffer,
  ) => { status: number; headers?: object; body?: string | Buffer };
  let files: FileStore;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const { status, headers, body } = answer(request, await buffer(request));
      response.writeHead(status, { ...headers }).end(request.method === 'HEAD' ? undefined : body);
    }).listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    answer = () => ({ status: 200 });
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    files = await s3Files({ ...store.settings, endpoint }, join(folder, 'incoming'), log);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const problem = (code: string) => `<Error><Code>${code}</Code><Message>no</Message></Error>`;
  const put = (bytes = randomBytes(3000)) => files.put(content(bytes), { maxBytes: 1e6 });

  it('signs the hash of the bytes with the request, so that the store can refuse any others', async () => {
    const bytes = randomBytes(200_000);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const seen: unknown[] = [];
    answer = ({ method, url, headers }, body) => {
      seen.push([method, url?.split('?')[0], headers['x-amz-content-sha256'], body.equals(bytes)]);
      seen.push(/SignedHeaders=[^,]*x-amz-content-sha256/.test(headers.authorization ?? ''));
      return { status: 200 };
    };
    await put(bytes);
    expect(seen).toEqual([['PUT', `/${store.settings.bucket}/${sha256}`, sha256, true], true]);
  });

  it('keeps trying an upload that meets a store in trouble, each time with all bytes', async () => {
    const sizes: number[] = [];
    answer = (_, body) => {
      sizes.push(body.length);
      return sizes.length < 3 ? { status: 503, body: problem('SlowDown') } : { status: 200 };
    };
    await put();
    expect(sizes).toEqual([3000, 3000, 3000]);
  });

  it.each([
    [507, 'XMinioStorageFull'],
    [403, 'QuotaExceeded'],
  ])('says that there is no room where the store answers %i %s', async (status, code) => {
    answer = () => ({ status, body: problem(code) });
    await expect(put()).rejects.toMatchObject({ reason: 'full' });
  });

  it('reads a range from a store that knows none and sends everything', async () => {
    answer = () => ({ status: 200, body: Buffer.from('0123456789') });
    expect(String(await buffer(files.read('b'.repeat(64), { start: 3, end: 6 })))).toBe('3456');
  });

  it('breaks the stream where the store ends before the range does', async () => {
    answer = () => ({ status: 206, headers: { 'content-range': 'bytes 3-6/10' }, body: '34' });
    await expect(buffer(files.read('b'.repeat(64), { start: 3, end: 6 }))).rejects.toThrow('ended at byte 5');
  });
});
