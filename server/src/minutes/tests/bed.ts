import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { sql } from 'drizzle-orm';
import * as Y from 'yjs';
import type { Bus } from '../../platform/bus/bus.ts';
import { type Database, type Db, openDatabase } from '../../platform/database/db.ts';
import { createLog } from '../../platform/log.ts';
import { createMinutes, headOf } from '../minutes.store.ts';
import { createMinutesServer, type MinutesServer } from '../minutesServer.ts';
import { readMinutes } from '../minutesText.ts';
import type { Rights } from '../room/connection.ts';
import type { MinutesLimits } from '../storing/limits.ts';
import { Client, Raw } from './clients.ts';

/** Rights and agenda as the domains above would know them; tests change them as they go. */
class Office {
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

type Process = {
  readonly server: MinutesServer;
  readonly port: number;
  readonly events: string[];
  close(): Promise<void>;
};

/** One process of the minutes server on the database, as the product would run it, with the person in the address. */
async function startProcess(
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

/** A bed on a database of its own, which goes with it. */
export async function createBed(
  testDatabase: { readonly connectionString: string; drop(): Promise<void> },
  limits: Partial<MinutesLimits> = {},
): Promise<Bed> {
  // Every stock client listens for the end of the process.
  process.setMaxListeners(200);
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
