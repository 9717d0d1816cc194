import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProblemError } from '../../../platform/api/problems.ts';
import { chunkBytes, RangeSource } from './rangeSource.ts';

const file = randomBytes(10 * chunkBytes + 1234);

/** How the server answers; the network fails where it says so. */
type Weather = 'fine' | 'broken' | 'half' | 'loggedOut' | 'gone' | 'busy' | 'replaced';

let server: Server;
let url = '';
let weather: Weather = 'fine';
let asked: string[] = [];

function answer(request: IncomingMessage, response: ServerResponse): void {
  asked.push(request.headers.range ?? 'whole');
  const refusals: Partial<Record<Weather, [string, number]>> = {
    loggedOut: ['unauthenticated', 401],
    gone: ['not_found', 404],
    busy: ['unavailable', 503],
  };
  const refusal = refusals[weather];
  if (weather === 'broken') {
    request.socket.destroy();
    return;
  }
  if (refusal) {
    const [code, status] = refusal;
    response.writeHead(status, { 'Content-Type': 'application/problem+json' });
    response.end(JSON.stringify({ type: 'x', code, reason: null, title: 'x', status }));
    return;
  }
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const start = from === '' ? Math.max(0, file.length - Number(to)) : Number(from);
  const end = from === '' || to === '' ? file.length - 1 : Math.min(Number(to), file.length - 1);
  const body = file.subarray(start, end + 1);
  response.writeHead(206, {
    'Content-Range': `bytes ${start}-${end}/${file.length}`,
    'Content-Length': body.length,
    ETag: weather === 'replaced' ? '"other"' : '"same"',
  });
  if (weather === 'half') response.write(body.subarray(0, body.length / 2), () => request.socket.destroy());
  else response.end(body);
}

beforeEach(async () => {
  weather = 'fine';
  asked = [];
  server = createServer(answer);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/paper`;
});
afterEach(() => {
  server.closeAllConnections();
  return new Promise(resolve => server.close(resolve));
});

/** An open source with what it tells pdf.js and the reader. */
async function openSource() {
  const parts = new Map<number, Uint8Array>();
  const told: { waiting: boolean; refused: ProblemError | null } = { waiting: false, refused: null };
  const listeners = {
    onWaiting: (waiting: boolean) => (told.waiting = waiting),
    onRefused: (error: ProblemError) => (told.refused = error),
  };
  const source = await RangeSource.open(url, listeners, new AbortController().signal);
  source.transportReady((message: { begin: number; chunk: Uint8Array }) => {
    parts.set(message.begin, message.chunk);
  });
  return { source, parts, told };
}

const isPart = (bytes: Uint8Array | undefined, begin: number, end: number): boolean =>
  bytes !== undefined && file.subarray(begin, end).equals(bytes);

describe('fetching a file in ranges', () => {
  it('begins with the first and the last part and learns how long the file is', async () => {
    const { source } = await openSource();
    expect(source.length).toBe(file.length);
    expect(isPart(source.initialData as Uint8Array, 0, chunkBytes)).toBe(true);
    expect(asked.toSorted()).toEqual([`bytes=-${chunkBytes}`, `bytes=0-${chunkBytes - 1}`]);
  });

  it('gives the end of the file without asking again, and fetches what is in between', async () => {
    const { source, parts } = await openSource();
    const last = 10 * chunkBytes;
    source.requestDataRange(last, file.length);
    source.requestDataRange(3 * chunkBytes, 5 * chunkBytes);
    await expect.poll(() => parts.size).toBe(2);
    expect(isPart(parts.get(last), last, file.length)).toBe(true);
    expect(isPart(parts.get(3 * chunkBytes), 3 * chunkBytes, 5 * chunkBytes)).toBe(true);
    expect(asked).toHaveLength(3);
  });

  it.each(['broken', 'half', 'busy'] as const)(
    'waits while the network is %s, says so, and brings the part once it is back',
    async trouble => {
      const { source, parts, told } = await openSource();
      weather = trouble;
      source.requestDataRange(chunkBytes, 2 * chunkBytes);
      await expect.poll(() => told.waiting).toBe(true);
      expect(parts.size).toBe(0);
      weather = 'fine';
      source.retryNow();
      await expect.poll(() => isPart(parts.get(chunkBytes), chunkBytes, 2 * chunkBytes)).toBe(true);
      expect(told).toEqual({ waiting: false, refused: null });
    },
  );

  it('tries again by itself', async () => {
    const { source, parts, told } = await openSource();
    weather = 'broken';
    source.requestDataRange(chunkBytes, 2 * chunkBytes);
    await expect.poll(() => told.waiting).toBe(true);
    weather = 'fine';
    await expect.poll(() => parts.size, { timeout: 10_000 }).toBe(1);
  });

  it.each([
    ['loggedOut', 'unauthenticated'],
    ['gone', 'not_found'],
    ['replaced', 'conflict'],
  ] as const)('gives up where the file will never come: %s', async (trouble, code) => {
    const { source, parts, told } = await openSource();
    weather = trouble;
    source.requestDataRange(chunkBytes, 2 * chunkBytes);
    await expect.poll(() => told.refused?.problem.code).toBe(code);
    expect(told.waiting).toBe(false);
    expect(parts.size).toBe(0);
  });

  it('does not open where the network or the right to read is missing', async () => {
    weather = 'broken';
    await expect(openSource()).rejects.toMatchObject({ problem: { code: 'unavailable' } });
    weather = 'gone';
    await expect(openSource()).rejects.toMatchObject({ problem: { code: 'not_found' } });
  });

  it('asks for nothing more once it is ended', async () => {
    const { source, told } = await openSource();
    weather = 'broken';
    source.requestDataRange(chunkBytes, 2 * chunkBytes);
    await expect.poll(() => told.waiting).toBe(true);
    source.abort();
    const before = asked.length;
    weather = 'fine';
    source.retryNow();
    // What the source might still ask would arrive before this.
    await (await fetch(url, { headers: { Range: 'bytes=7-7' } })).arrayBuffer();
    expect(asked.slice(before)).toEqual(['bytes=7-7']);
  });
});
