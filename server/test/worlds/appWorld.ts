import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  type Change,
  changeKey,
  put,
  type StreamEvent,
  type SyncReply,
} from '@nghisu/shared/platform/feed.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { type Answer, protocolVersion } from '@nghisu/shared/protocol.ts';
import { eq } from 'drizzle-orm';
import { io, type Socket } from 'socket.io-client';
import { type App, type AppParts, createApp } from '../../src/app.ts';
import { accounts } from '../../src/organisation/organisation.tables.ts';
import { hashPassword } from '../../src/organisation/password.ts';
import { memoryBus } from '../../src/platform/bus/bus.ts';
import { diskFiles } from '../../src/platform/files/files.disk.ts';
import { currentEpoch } from '../../src/platform/streams/epochs.ts';
import { createWorld, type World } from './world.ts';

/** A world with the whole server listening on loopback. */
export type AppWorld = World & {
  readonly app: App;
  readonly origin: string;
  /** Logs a person in and answers the cookie. */
  cookieOf(personId: string): Promise<string>;
  /** A connected client of a person. */
  client(personId: string): Promise<TestClient>;
};

/** The password of everybody who was given a cookie or a client. */
export const knownPassword = 'mat-khau-thu-nghiem';

/** Starts the server of a new world on a free port, with other parts where they are given. */
export async function createAppWorld(given: Partial<AppParts> = {}): Promise<AppWorld> {
  const world = await createWorld();
  const passwordHash = await hashPassword(knownPassword);
  const origins = new Set<string>();
  const app = createApp({
    database: world.database,
    epoch: await currentEpoch(world.db),
    bus: memoryBus(),
    files: await diskFiles(join(world.folder, 'papers')),
    log: world.log,
    allowedOrigins: origins,
    secure: false,
    trustProxy: false,
    sessionHours: 1,
    maxUploadBytes: 50 * 1024 * 1024,
    metricsToken: null,
    demo: false,
    version: 'test',
    clientFolder: null,
    beatMs: 200,
    ...given,
  });
  await new Promise<void>(resolve => app.http.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(app.http.address() as AddressInfo).port}`;
  origins.add(origin);
  const clients: TestClient[] = [];

  const cookieOf = async (personId: string): Promise<string> => {
    await world.db.update(accounts).set({ passwordHash }).where(eq(accounts.personId, personId));
    const response = await fetch(`${origin}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: `p${personId}`, password: knownPassword }),
    });
    if (!response.ok) throw new Error(`login failed: ${await response.text()}`);
    return response.headers.get('set-cookie')!.split(';')[0]!;
  };
  return {
    ...world,
    app,
    origin,
    cookieOf,
    async client(personId) {
      const client = await TestClient.connect(origin, await cookieOf(personId));
      clients.push(client);
      return client;
    },
    async close() {
      for (const client of clients) client.socket.disconnect();
      await app.close();
      await world.close();
    },
  };
}

/** A stock socket.io-client that keeps what it is told, in order, and lets a test wait for a state. */
export class TestClient {
  readonly socket: Socket;
  /** Every event received, as it came. */
  readonly events: { stream: string; event: StreamEvent }[] = [];
  readonly resets: string[] = [];
  readonly heads: Record<string, number> = {};
  readonly #records = new Map<string, Map<string, unknown>>();
  readonly #waiting = new Set<() => void>();

  static async connect(origin: string, cookie: string): Promise<TestClient> {
    const socket = io(origin, {
      transports: ['websocket'],
      extraHeaders: { cookie, origin },
      forceNew: true,
      reconnection: false,
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return new TestClient(socket);
  }

  constructor(socket: Socket) {
    this.socket = socket;
    socket.on('event', ({ stream, events }: { stream: string; events: StreamEvent[] }) => {
      for (const event of events) {
        this.events.push({ stream, event });
        this.#apply(stream, event.changes);
      }
      this.#wake();
    });
    socket.on('reset', ({ stream }: { stream: string }) => {
      this.resets.push(stream);
      this.#wake();
    });
    socket.on('head', ({ heads }: { heads: Record<string, number> }) => {
      Object.assign(this.heads, heads);
      this.#wake();
    });
    socket.on('disconnect', () => this.#wake());
  }

  async subscribe(stream: string, since = -1): Promise<Answer<SyncReply>> {
    const answer = await this.#emit<Answer<SyncReply>>('subscribe', {
      stream,
      since,
      protocol: protocolVersion,
    });
    if (answer.ok) {
      if (answer.wipe) this.#records.set(stream, new Map());
      this.#apply(stream, answer.changes);
    }
    return answer;
  }

  command(stream: string, name: string, input: unknown, id = newId()): Promise<Answer<{ seq: number }>> {
    return this.#emit('command', { id, stream, name, input });
  }

  /** Anything at all, to see what the server makes of it. */
  #emit<Result>(name: string, message: unknown): Promise<Result> {
    return this.socket.timeout(10_000).emitWithAck(name, message);
  }

  records(stream: string): unknown[] {
    return [...(this.#records.get(stream)?.values() ?? [])];
  }

  /** Resolves when the state is reached; rejects with a sentence after a while. */
  async until(what: string, isReached: () => boolean): Promise<void> {
    const deadline = AbortSignal.timeout(15_000);
    while (!isReached()) {
      if (deadline.aborted) throw new Error(`never happened: ${what}`);
      await new Promise<void>(resolve => {
        const wake = () => {
          this.#waiting.delete(wake);
          deadline.removeEventListener('abort', wake);
          resolve();
        };
        this.#waiting.add(wake);
        deadline.addEventListener('abort', wake);
      });
    }
  }

  #apply(stream: string, changes: readonly Change[]): void {
    const records = this.#records.get(stream) ?? new Map<string, unknown>();
    this.#records.set(stream, records);
    for (const change of changes) {
      if (change.op === 'put') records.set(changeKey(put(change.record)), change.record);
      else records.delete(changeKey(change));
    }
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}
