import type { SyncReply } from '@nghisu/shared/platform/feed.ts';
import { type Answer, protocolVersion } from '@nghisu/shared/protocol.ts';
import { WebSocket } from 'ws';
import { answer } from '../measure/child.ts';
import { now } from '../measure/clock.ts';
import { WireClient } from './wireClient.ts';

// A hall whose network comes back: everybody connects in the same instant and wants the state as it is now.

/** After so many milliseconds somebody counts as not back. */
const patience = 30_000;

export type Storm = {
  readonly kind: 'product' | 'raw' | 'socketio';
  readonly origin: string;
  readonly cookies: readonly string[];
  /** Of the product: what everybody follows, what they hold, and what they have to hold in the end. */
  readonly stream?: string;
  readonly since?: number;
  readonly epoch?: string;
  readonly head?: number;
};

type Ended = { terminate(): void };

async function storm(given: Storm): Promise<{ milliseconds: number; absent: number; bytes: number }> {
  const open: Ended[] = [];
  let bytes = 0;
  const began = now();
  let lastAt = began;
  const one = async (cookie: string) => {
    const received = await comeBack[given.kind](given, cookie, open);
    bytes += received;
    lastAt = now();
  };
  const back = await Promise.allSettled(given.cookies.map(cookie => within(patience, one(cookie))));
  for (const socket of open) socket.terminate();
  const failed = back.filter(({ status }) => status === 'rejected');
  return { milliseconds: lastAt - began, absent: failed.length, bytes: bytes / given.cookies.length };
}

/** Each answers how many bytes it took until the state was there. */
const comeBack: Record<
  Storm['kind'],
  (given: Storm, cookie: string, open: { push(socket: Ended): void }) => Promise<number>
> = {
  async product({ origin, stream, since, epoch, head }, cookie, open) {
    const client = await WireClient.connect(origin, cookie);
    open.push(client);
    const message = { stream, since, epoch, protocol: protocolVersion };
    const reply = await client.ask<Answer<SyncReply>>('subscribe', message);
    if (!reply.ok || reply.seq !== head) throw new Error('not brought up to date');
    if (reply.wipe !== since! < 0 || reply.changes.length === 0) throw new Error('not what was missed');
    return client.bytes;
  },
  async socketio({ origin }, cookie, open) {
    const { promise, resolve } = Promise.withResolvers<void>();
    const client = await WireClient.connect(origin, cookie, () => resolve());
    open.push(client);
    await promise;
    return client.bytes;
  },
  raw({ origin }, _cookie, open) {
    const socket = new WebSocket(origin.replace('http', 'ws'), { perMessageDeflate: false });
    open.push(socket);
    return new Promise((resolve, reject) => {
      socket.on('message', data => {
        JSON.parse(String(data));
        resolve((data as Buffer).length);
      });
      socket.on('error', reject);
    });
  },
};

function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const guard = setTimeout(() => reject(new Error('too late')), milliseconds);
  return Promise.race([work, promise]).finally(() => clearTimeout(guard));
}

answer({ storm });
