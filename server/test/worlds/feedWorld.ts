import type { AnyRecord, Change, StreamEvent } from '@nghisu/shared/platform/feed.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { noSeat, type Viewer } from '@nghisu/shared/platform/viewer.ts';
import { sql } from 'drizzle-orm';
import { type Database, type Db, openDatabase, type Tx } from '../../src/platform/database/db.ts';
import { Feed, type Listener } from '../../src/platform/feed/feed.ts';
import { createLog } from '../../src/platform/log.ts';
import { appendEvents, lockStreams, type StoredEvent } from '../../src/platform/streams/streams.ts';
import { createTestDatabase } from '../programs/postgres.ts';

/** A record of the smallest domain there could be: notes, some of them for the chair's eyes only. */
export type Note = AnyRecord & { readonly text: string; readonly secret: boolean };

export const note = (text: string, given: { id?: string; secret?: boolean } = {}): Note => ({
  kind: 'note',
  id: given.id ?? newId(),
  text,
  secret: given.secret ?? false,
});

/** A hook that acts at the first look only. */
export const once = (act: () => Promise<unknown>) => {
  let isDone = false;
  return async (): Promise<void> => {
    if (isDone) return;
    isDone = true;
    await act();
  };
};

type Seat = 'chair' | 'member' | null;

/** What one transaction does: notes put and taken away, and seats given, which change rights. */
type Writing = { put?: Note[]; drop?: Note[]; seats?: Record<string, Seat>; rightsIn?: string };

/** A database with streams of notes, and as many processes that serve them as a test wants. */
export class FeedWorld {
  readonly db: Db;
  readonly epoch = newId();
  readonly #database: Database;
  readonly #drop: () => Promise<void>;
  /** Called inside the transaction of a reading, before its first look and after its last. */
  beforeLook: () => Promise<unknown> = async () => {};
  afterLook: () => Promise<unknown> = async () => {};

  static async create(): Promise<FeedWorld> {
    const { connectionString, drop } = await createTestDatabase();
    const world = new FeedWorld(openDatabase(connectionString, createLog('silent')), drop);
    await world.db.execute(sql`create table note (stream text, id uuid primary key, record jsonb)`);
    await world.db.execute(
      sql`create table seat (stream text, person uuid, role text, primary key (stream, person))`,
    );
    return world;
  }

  private constructor(database: Database, drop: () => Promise<void>) {
    this.#database = database;
    this.#drop = drop;
    this.db = database.db;
  }

  async close(): Promise<void> {
    await this.#database.close();
    await this.#drop();
  }

  /** One process; it hears of events only through `receive`. */
  process(): FeedProcess {
    return new FeedProcess(this);
  }

  /** Writes and commits as a command does, and answers the event without telling any process. */
  async write(stream: string, { put = [], drop = [], seats = {}, rightsIn }: Writing): Promise<StoredEvent> {
    return this.db.transaction(async tx => {
      const home = rightsIn ?? stream;
      const { locked, now } = await lockStreams(tx, [home]);
      for (const one of put) await saveNote(tx, stream, one);
      for (const { id } of drop) await tx.execute(sql`delete from note where id = ${id}`);
      for (const [person, role] of Object.entries(seats)) await saveSeat(tx, stream, person, role);
      const changes: Change[] = [
        ...put.map(record => ({ op: 'put', record }) as const),
        ...drop.map(({ kind, id }) => ({ op: 'drop', kind, id }) as const),
      ];
      const outcome = { type: 'notes.changed', changes, rights: Object.keys(seats), stream: home };
      const source = { commandId: newId(), by: null, at: now };
      return (await appendEvents(tx, locked, [outcome], source))[0]!;
    });
  }

  /** A person with a seat, given before anything is followed. */
  async person(stream: string, role: Seat = 'member'): Promise<string> {
    const person = newId();
    await this.db.transaction(tx => saveSeat(tx, stream, person, role));
    return person;
  }
}

async function saveNote(tx: Tx, stream: string, record: Note): Promise<void> {
  const json = JSON.stringify(record);
  await tx.execute(
    sql`insert into note values (${stream}, ${record.id}, ${json}) on conflict (id) do update set record = ${json}`,
  );
}

async function saveSeat(tx: Tx, stream: string, person: string, role: Seat): Promise<void> {
  await tx.execute(
    sql`insert into seat values (${stream}, ${person}, ${role}) on conflict (stream, person) do update set role = ${role}`,
  );
}

/** One server process: a feed with its listeners, and the frames that it encoded. */
export class FeedProcess {
  readonly feed: Feed;
  /** Each frame once, however many listeners shared it. */
  readonly frames: { to: number; events: readonly StreamEvent[] }[] = [];

  constructor(world: FeedWorld) {
    this.feed = new Feed({
      db: world.db,
      epoch: world.epoch,
      log: createLog('silent'),
      followersOf: async (reader, personIds, stream) => {
        await world.beforeLook();
        const { rows } = await reader.execute<{ person: string; role: Seat }>(
          sql`select person, role from seat where stream = ${stream}`,
        );
        await world.afterLook();
        const seats = new Map(rows.map(({ person, role }) => [person, role]));
        const viewers = personIds.flatMap((personId): Viewer[] => {
          const role = stream === 'org' ? 'member' : (seats.get(personId) ?? null);
          return role ? [{ personId, systemRoles: [], units: [], ...noSeat, meetingRole: role }] : [];
        });
        return new Map(viewers.map(viewer => [viewer.personId, viewer]));
      },
      snapshotOf: async (reader, stream) => {
        const { rows } = await reader.execute<{ record: Note }>(
          sql`select record from note where stream = ${stream}`,
        );
        return rows.map(row => row.record);
      },
      canSee: (viewer, record) => viewer.meetingRole === 'chair' || !(record as Note).secret,
      sendToMany: (listeners, stream, events) => {
        this.frames.push({ to: listeners.length, events });
        for (const listener of listeners) listener.sendEvents(stream, events);
      },
    });
  }

  listener(personId: string): TestListener {
    return new TestListener(this.feed, personId);
  }
}

/** One connection, which keeps what it is told and holds the notes as a client would. */
export class TestListener implements Listener {
  readonly id = newId();
  readonly personId: string;
  readonly #feed: Feed;
  /** Everything in the order of its arrival; a reset as the word. */
  readonly told: (StreamEvent | 'reset')[] = [];
  readonly notes = new Map<string, Note>();
  heads: Record<string, number> = {};
  seq = -1;

  constructor(feed: Feed, personId: string) {
    this.#feed = feed;
    this.personId = personId;
  }

  async follow(stream: string, since = this.seq): Promise<{ wipe: boolean; changes: readonly Change[] }> {
    const reply = await this.#feed.subscribe(this, stream, since);
    if (reply.wipe) this.notes.clear();
    this.#apply(reply.changes);
    this.seq = reply.seq;
    // What came before the answer counts after it (S3).
    for (const event of this.told) if (event !== 'reset') this.#take(event);
    return reply;
  }

  sendEvents(_stream: string, events: readonly StreamEvent[]): void {
    this.told.push(...events);
    if (this.seq >= 0) for (const event of events) this.#take(event);
  }

  sendReset(): void {
    this.told.push('reset');
    this.notes.clear();
    this.seq = -1;
  }

  sendHeads(heads: Record<string, number>): void {
    this.heads = heads;
  }

  /** What arrived as events, by number. */
  get seqs(): (number | 'reset')[] {
    return this.told.map(event => (event === 'reset' ? event : event.seq));
  }

  get texts(): string[] {
    return [...this.notes.values()].map(one => one.text).sort();
  }

  /** S3: what is old already is dropped. S4: what leaves a hole is not taken; a real client would ask. */
  #take(event: StreamEvent): void {
    if (event.seq !== this.seq + 1) return;
    this.seq = event.seq;
    this.#apply(event.changes);
  }

  #apply(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.op === 'put') this.notes.set(change.record.id, change.record as Note);
      else this.notes.delete(change.id);
    }
  }
}
