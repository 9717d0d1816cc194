import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  decodeStorageAnswer,
  encodeBarrier,
  type StorageAnswer,
  storageMessage,
} from '@nghisu/shared/minutes/document/wire.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { sql } from 'drizzle-orm';
import * as decoding from 'lib0/decoding';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { createTestDatabase } from '../../../test/postgres.ts';
import type { Bus } from '../../platform/bus.ts';
import { type Database, type Db, openDatabase } from '../../platform/db.ts';
import { createLog } from '../../platform/log.ts';
import { createMinutes, headOf } from '../minutes.store.ts';
import { createMinutesServer, type MinutesServer } from '../minutesServer.ts';
import { readMinutes } from '../minutesText.ts';
import type { Rights } from '../room/connection.ts';
import type { MinutesLimits } from '../storing/limits.ts';

/** Rights and agenda as the domains above would know them; tests change them as they go. */
export class Office {
  readonly rights = new Map<string, Omit<Rights, 'generation'>>();
  readonly agendas = new Map<string, string[]>();

  person(meetingId: string, name: string, rights: { read?: boolean; write?: boolean } = {}): string {
    const personId = newId();
    this.grant(meetingId, personId, name, rights);
    return personId;
  }

  grant(meetingId: string, personId: string, name: string, { read = true, write = true } = {}): void {
    this.rights.set(`${meetingId} ${personId}`, { read, write, name });
  }
}

export type Process = {
  readonly server: MinutesServer;
  readonly port: number;
  readonly events: string[];
  close(): Promise<void>;
};

/** One process of the minutes server on the database, as the product would run it, with the person in the address. */
export async function startProcess(
  db: Db,
  office: Office,
  given: { limits?: Partial<MinutesLimits>; bus?: Bus } = {},
): Promise<Process> {
  const events: string[] = [];
  const server = createMinutesServer({
    ...given,
    db,
    log: createLog('silent'),
    authorise: async (meetingId, personId) => {
      const [rights, head] = [office.rights.get(`${meetingId} ${personId}`), await headOf(db, meetingId)];
      if (!rights || !head) return null;
      return { ...rights, write: rights.write && head.state === 'draft', generation: head.generation };
    },
    agendaOf: async (_, meetingId) => (office.agendas.get(meetingId) ?? []).map(id => ({ id, title: id })),
    onEvent: ({ type }) => void events.push(type),
  });
  const http = createServer();
  http.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '', 'http://minutes');
    const personId = url.searchParams.get('person') ?? '';
    const sessionId = url.searchParams.get('session') ?? personId;
    server.handleUpgrade(request, socket, head, url.pathname.slice('/minutes/'.length), {
      personId,
      sessionId,
    });
  });
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    await server.close();
    await stop(http);
  };
  return { server, events, port: (http.address() as AddressInfo).port, close };
}

const stop = (http: Server): Promise<void> =>
  new Promise(resolve => {
    http.closeAllConnections();
    http.close(() => resolve());
  });

export type Bed = {
  readonly connectionString: string;
  readonly database: Database;
  readonly db: Db;
  readonly office: Office;
  readonly first: Process;
  /** A meeting with open minutes, whose agenda has that many items. */
  meeting(items?: number): Promise<string>;
  process(given?: { limits?: Partial<MinutesLimits>; bus?: Bus }): Promise<Process>;
  /** A stock client of y-websocket, synced. */
  client(meetingId: string, personId: string, process?: Process, doc?: Y.Doc): Promise<Client>;
  raw(meetingId: string, personId: string, query?: string, process?: Process): Promise<Raw>;
  stored(meetingId: string): Promise<string[]>;
  /** Ends a part of the test with the bed. */
  later(close: () => unknown): void;
  close(): Promise<void>;
};

export async function createBed(limits: Partial<MinutesLimits> = {}): Promise<Bed> {
  // Every stock client listens for the end of the process.
  process.setMaxListeners(200);
  const testDatabase = await createTestDatabase();
  const database = openDatabase(testDatabase.connectionString, createLog('silent'));
  const { db } = database;
  const office = new Office();
  const closers: (() => unknown)[] = [];
  const startOne = async (given: { limits?: Partial<MinutesLimits>; bus?: Bus } = {}) => {
    const started = await startProcess(db, office, {
      ...given,
      limits: { unloadAfterMs: 50, ...limits, ...given.limits },
    });
    closers.push(() => started.close());
    return started;
  };
  const first = await startOne();
  return {
    ...{ database, db, office, first, process: startOne },
    connectionString: testDatabase.connectionString,
    later: close => void closers.push(close),
    async meeting(items = 1) {
      const meetingId = newId();
      office.agendas.set(
        meetingId,
        Array.from({ length: items }, () => newId()),
      );
      await db.transaction(tx => createMinutes(tx, meetingId));
      await first.server.sectionsChanged(meetingId);
      return meetingId;
    },
    async client(meetingId, personId, at = first, doc = new Y.Doc()) {
      const client = new Client(at.port, meetingId, personId, doc);
      closers.push(() => client.destroy());
      await client.synced();
      return client;
    },
    async raw(meetingId, personId, query = '', at = first) {
      const raw = new Raw(`ws://127.0.0.1:${at.port}/minutes/${meetingId}?person=${personId}${query}`);
      closers.push(() => raw.socket.terminate());
      await raw.opened;
      return raw;
    },
    stored: async meetingId => (await readMinutes(db, meetingId)).sections.map(section => section.text),
    async close() {
      for (const close of closers.toReversed()) await close();
      await database.close();
      await testDatabase.drop();
    },
  };
}

/** A stock client, with hands for the text. */
export class Client {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly closings: number[] = [];
  readonly #answers = new Map<number, StorageAnswer>();
  #token = 0;

  constructor(port: number, meetingId: string, personId: string, doc: Y.Doc) {
    this.doc = doc;
    this.provider = new WebsocketProvider(`ws://127.0.0.1:${port}/minutes`, meetingId, doc, {
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      maxBackoffTime: 200,
      params: { person: personId },
    });
    this.provider.on('connection-close', event => void this.closings.push(event?.code ?? 0));
  }

  async synced(): Promise<void> {
    await until(() => this.provider.synced);
  }

  section(index: number): Y.XmlElement {
    return this.doc.getXmlFragment('minutes').get(index) as Y.XmlElement;
  }

  /** Types at the end of a section's first paragraph. */
  type(text: string, index = 1): void {
    this.doc.transact(() => {
      const paragraph = this.section(index).get(0) as Y.XmlElement;
      if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()]);
      const line = paragraph.get(0) as Y.XmlText;
      line.insert(line.length, text);
    });
  }

  text(index = 1): string {
    const elements = this.doc.getXmlFragment('minutes').toArray() as Y.XmlElement[];
    const lines = (elements[index]?.toArray() ?? []) as Y.XmlElement[];
    return lines
      .map(line =>
        line
          .toArray()
          .map(child => (child instanceof Y.XmlText ? plain(child) : ''))
          .join(''),
      )
      .join('\n');
  }

  /** Asks whether everything sent so far is stored; only for a client that knows of barriers. */
  async barrier(): Promise<StorageAnswer> {
    const token = ++this.#token;
    this.provider.messageHandlers[storageMessage] = (_, decoder) => {
      const answer = decodeStorageAnswer(decoder.arr)!;
      this.#answers.set(answer.token, answer);
    };
    this.provider.ws!.send(encodeBarrier(token).slice().buffer);
    await until(() => this.#answers.has(token));
    return this.#answers.get(token)!;
  }

  /** The network goes away, and what is typed meanwhile stays here. */
  offline(): void {
    this.provider.disconnect();
  }

  destroy(): void {
    this.provider.destroy();
    this.provider.awareness.destroy();
  }
}

const plain = (text: Y.XmlText): string =>
  (text.toDelta() as { insert: string }[]).map(piece => piece.insert).join('');

/** A socket that says whatever a test wants. */
export class Raw {
  readonly socket: WebSocket;
  readonly opened: Promise<void>;
  readonly received: Uint8Array[] = [];
  closing: { code: number; reason: string } | null = null;

  constructor(address: string, options: { autoPong?: boolean } = {}) {
    this.socket = new WebSocket(address, options);
    this.opened = new Promise((resolve, reject) => {
      this.socket.once('open', resolve);
      this.socket.once('error', reject);
    });
    this.socket.on('error', () => {});
    this.socket.on('message', data => void this.received.push(new Uint8Array(data as Buffer)));
    this.socket.on('close', (code, reason) => {
      this.closing = { code, reason: reason.toString() };
    });
  }

  send(...bytes: (number | Uint8Array)[]): void {
    this.socket.send(Buffer.concat(bytes.map(part => (typeof part === 'number' ? Buffer.of(part) : part))));
  }

  /** Sync step 1 of an empty document, answered; so that the server's document is known. */
  async document(): Promise<Y.Doc> {
    this.send(0, 0, 1, 0);
    await until(() => this.answers.length > 0);
    const doc = new Y.Doc();
    for (const update of this.updates) Y.applyUpdate(doc, update);
    return doc;
  }

  get answers(): Uint8Array[] {
    return this.received.filter(frame => frame[0] === 0 && frame[1] === 1);
  }

  /** Everything the server told of the text. */
  get updates(): Uint8Array[] {
    return this.received.filter(frame => frame[0] === 0 && frame[1] !== 0).map(contentOf);
  }

  get storage(): StorageAnswer[] {
    return this.received.map(decodeStorageAnswer).filter(answer => answer !== null);
  }

  get presence(): Uint8Array[] {
    return this.received
      .filter(frame => frame[0] === 1)
      .map(frame => decoding.readVarUint8Array(decoderAt(frame, 1)));
  }

  update(bytes: Uint8Array): void {
    this.send(0, 2, lengthOf(bytes), bytes);
  }

  step2(bytes: Uint8Array): void {
    this.send(0, 1, lengthOf(bytes), bytes);
  }

  async closed(): Promise<{ code: number; reason: string }> {
    await until(() => this.closing !== null);
    return this.closing!;
  }
}

const decoderAt = (frame: Uint8Array, at: number): decoding.Decoder =>
  decoding.createDecoder(frame.subarray(at));
const contentOf = (frame: Uint8Array): Uint8Array => decoding.readVarUint8Array(decoderAt(frame, 2));

function lengthOf(bytes: Uint8Array): Uint8Array {
  const digits: number[] = [];
  let rest = bytes.length;
  for (; rest > 127; rest = Math.floor(rest / 128)) digits.push(128 | (rest % 128));
  return Uint8Array.from([...digits, rest]);
}

/** How many rows a table has for a meeting. */
export async function rowsOf(
  db: Db,
  table: 'minutes_updates' | 'minutes_quarantine',
  meetingId: string,
): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from ${sql.identifier(table)} where meeting_id = ${meetingId}`,
  );
  return rows[0]!.count;
}

/** Waits until something is so. */
export const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  await expect.poll(condition, { timeout: 20_000, interval: 20 }).toBe(true);
};
