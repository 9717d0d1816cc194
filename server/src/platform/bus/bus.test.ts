import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRedis } from '../../../test/programs/programs.ts';
import { createLog } from '../log.ts';
import { redisBus } from './bus.redis.ts';
import { type Bus, decodeMessage, encodeMessage, memoryBus } from './bus.ts';

/** What every driver keeps. `pair` are two ends that belong together: the same process, or two. */
function busContract(driver: string, openPair: () => Promise<[Bus, Bus]>): void {
  describe(`a bus: ${driver}`, () => {
    let pair: [Bus, Bus];
    beforeAll(async () => {
      pair = await openPair();
    });
    afterAll(() => Promise.all(pair.map(bus => bus.close())));

    /** Says it again until it is heard: a bus may lose what is said before its listener is known. */
    async function heard(from: Bus, to: Bus, channel: string, message: unknown): Promise<unknown> {
      return new Promise(resolve => {
        const again = setInterval(() => from.publish(channel, encodeMessage(message)), 20);
        const stop = to.subscribe(channel, bytes => {
          clearInterval(again);
          stop();
          resolve(decodeMessage(bytes));
        });
      });
    }

    it('brings a message to the other end and to its own, letter by letter', async () => {
      const message = { stream: 'org', text: 'Nghị Sự: ữ đ Ạ', list: [1, null] };
      expect(await heard(pair[0], pair[1], 'events', message)).toEqual(message);
      expect(await heard(pair[0], pair[0], 'events', message)).toEqual(message);
    });

    it('brings nothing more to who stopped, even before it was listening', async () => {
      const strays: unknown[] = [];
      pair[1].subscribe('stopped', bytes => strays.push(decodeMessage(bytes)))();
      await heard(pair[0], pair[1], 'stopped', { n: 1 });
      await heard(pair[0], pair[1], 'stopped', { n: 2 });
      expect(strays).toEqual([]);
    });

    it('keeps channels apart', async () => {
      const strays: unknown[] = [];
      const stop = pair[1].subscribe('other', bytes => strays.push(decodeMessage(bytes)));
      await heard(pair[0], pair[1], 'events', { n: 1 });
      stop();
      expect(strays).toEqual([]);
    });
  });
}

const log = createLog('silent');

busContract('memory', async () => {
  const bus = memoryBus();
  return [bus, bus];
});

let folder: string;
let redis: ChildProcess | null = null;
let url: string;

async function startRedis(): Promise<void> {
  const program = await findRedis();
  const port = new URL(url).port;
  redis = spawn(program, ['--port', port, '--bind', '127.0.0.1', '--save', '', '--dir', folder], {
    stdio: 'ignore',
  });
  const probe = await redisBus(url, log);
  await heardItself(probe, 'ready');
  await probe.close();
}

async function stopRedis(): Promise<void> {
  const ended = new Promise(resolve => redis?.once('exit', resolve));
  redis?.kill('SIGKILL');
  await ended;
}

const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nghisu-redis-'));
  url = `redis://127.0.0.1:${await freePort()}`;
  await startRedis();
}, 120_000);
afterAll(async () => {
  await stopRedis();
  await rm(folder, { recursive: true, force: true });
});

busContract('Redis', async () => [await redisBus(url, log), await redisBus(url, log)]);

/** Done once the bus has heard its own word on the channel. */
async function heardItself(bus: Bus, channel: string): Promise<void> {
  await new Promise<void>(resolve => {
    const again = setInterval(() => bus.publish(channel, encodeMessage('here')), 20);
    const stop = bus.subscribe(channel, () => {
      clearInterval(again);
      stop();
      resolve();
    });
  });
}

describe('Redis that goes away', () => {
  it.each([
    ['listened', true],
    ['had only asked to listen', false],
  ])(
    'S10: where a listener %s: nobody waits, nothing throws, and listeners hear once it is back',
    async (_name, isGranted) => {
      const bus = await redisBus(url, log);
      const received: unknown[] = [];
      let wake: () => void = () => undefined;
      bus.subscribe('events', bytes => {
        received.push(decodeMessage(bytes));
        wake();
      });
      if (isGranted) await heardItself(bus, 'events');
      await stopRedis();
      received.length = 0;
      for (let n = 0; n < 1000; n += 1) bus.publish('events', encodeMessage({ n }));
      await startRedis();
      const again = setInterval(() => bus.publish('events', encodeMessage('back')), 20);
      await new Promise<void>(resolve => {
        wake = resolve;
      });
      clearInterval(again);
      await bus.close();
      expect(received[0]).toBe('back');
    },
  );
});
