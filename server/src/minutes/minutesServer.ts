import { randomInt } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { AsideText } from '@nghisu/shared/minutes/minutes.records.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { WebSocketServer } from 'ws';
import { type Bus, encodeMessage } from '../platform/bus/bus.ts';
import type { Db } from '../platform/database/db.ts';
import type { Log } from '../platform/log.ts';
import type { StoredEvent } from '../platform/streams/streams.ts';
import type { NewPart, PartContent } from './aside/aside.store.ts';
import { AsideReading } from './aside/asideReading.ts';
import { headsOf } from './minutes.store.ts';
import { Connection, closeCodes, type Rights } from './room/connection.ts';
import { RefusalCount } from './room/refusalCount.ts';
import { Room } from './room/room.ts';
import { type AgendaOf, SectionKeeper } from './sectionKeeper.ts';
import type { MinutesEvent } from './storing/documentParts.ts';
import { type MinutesLimits, minutesLimits } from './storing/limits.ts';
import { ThreadPool } from './storing/threadPool.ts';

/** Judges a person at the minutes of a meeting; null where there are none for this person. */
type Authorise = (meetingId: string, personId: string) => Promise<Rights | null>;

export type MinutesServer = {
  /** Takes a WebSocket whose origin and session were checked. `?generation=` names the one of the client's local copy. */
  handleUpgrade(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    meetingId: string,
    session: { readonly personId: string; readonly sessionId: string },
  ): void;
  /** Judges a person's connections again. Nothing from or to them passes until that is done; nobody else notices. */
  rightsChanged(meetingId: string, personId: string): void;
  /** Closes every connection of a session that has ended. */
  endSession(sessionId: string): void;
  /** Whose connections are open. */
  sessionIds(): Set<string>;
  /** Brings the sections of the text in line with the agenda; does nothing where no minutes are open for writing. */
  sectionsChanged(meetingId: string): Promise<void>;
  /**
   * Keeps the state of a document from somebody's device aside; false where the minutes hold every line of it. Throws
   * `invalid` for what is no complete document, `too_many` for a person of whom too much was refused.
   */
  takeAside(meetingId: string, part: Pick<NewPart, 'personId' | 'update' | 'generation'>): Promise<boolean>;
  /** The text of what is kept aside. */
  readAside(meetingId: string, content: PartContent): Promise<AsideText>;
  /** The text that is stored now, section by section. */
  readText(meetingId: string): Promise<AsideText['sections']>;
  openRooms(): number;
  close(): Promise<void>;
};

type MinutesOptions = {
  readonly db: Db;
  readonly log: Log;
  readonly authorise: Authorise;
  readonly agendaOf: AgendaOf;
  readonly bus?: Bus;
  readonly onEvent?: (event: MinutesEvent) => void;
  readonly limits?: Partial<MinutesLimits>;
};

/** Makes the server of the minutes' text: plain y-websocket, every update in the database before anybody sees it. */
export function createMinutesServer(options: MinutesOptions): MinutesServer {
  return new Server(options);
}

class Server implements MinutesServer {
  readonly #options: MinutesOptions;
  readonly #limits: MinutesLimits;
  readonly #pool: ThreadPool;
  readonly #sections: SectionKeeper;
  readonly #aside: AsideReading;
  readonly #sockets: WebSocketServer;
  readonly #rooms = new Map<string, Room>();
  /** Every open connection by meeting, from its first moment. */
  readonly #connections = new Map<string, Set<Connection>>();
  readonly #judging = new Map<Connection, { again: boolean }>();
  readonly #refusals: RefusalCount;
  readonly #processId = randomInt(2 ** 31);
  readonly #timers: NodeJS.Timeout[];
  #closed = false;

  constructor(options: MinutesOptions) {
    this.#options = options;
    this.#limits = { ...minutesLimits, ...options.limits };
    this.#pool = new ThreadPool(this.#limits, this.#limits.threads);
    this.#sections = new SectionKeeper({
      ...{ db: options.db, pool: this.#pool, agendaOf: options.agendaOf },
      onKept: (meetingId, head) => this.#rooms.get(meetingId)?.notice(head),
    });
    this.#aside = new AsideReading({ db: options.db, pool: this.#pool, publish: this.#publish });
    this.#refusals = new RefusalCount(this.#limits.refusalsPerMinute);
    const maxPayload = this.#limits.mergeBytes;
    this.#sockets = new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false });
    this.#timers = [
      setInterval(() => this.#beat(), this.#limits.beatMs),
      setInterval(() => void this.#poll(), this.#limits.pollMs),
    ];
    for (const timer of this.#timers) timer.unref();
  }

  handleUpgrade(
    ...[request, socket, head, meetingId, session]: Parameters<MinutesServer['handleUpgrade']>
  ): void {
    this.#sockets.handleUpgrade(request, socket, head, webSocket => {
      const all = this.#connections.get(meetingId) ?? new Set();
      this.#connections.set(meetingId, all);
      const connection: Connection = new Connection(webSocket, session, this.#limits, () =>
        this.#forget(meetingId, connection),
      );
      all.add(connection);
      const ofPerson = [...all].filter(one => one.personId === session.personId).length;
      if (this.#closed) return connection.close(closeCodes.again, 'server');
      if (ofPerson > this.#limits.connectionsPerPerson)
        return connection.close(closeCodes.later, 'connections');
      if (this.#refusals.isTooMany(`${meetingId} ${session.personId}`, Date.now())) {
        return connection.close(closeCodes.tooMany, 'too_many');
      }
      const generation = new URLSearchParams(request.url?.split('?')[1]).get('generation');
      void this.#judge(meetingId, connection, generation === null ? null : Number(generation));
    });
  }

  rightsChanged(meetingId: string, personId: string): void {
    for (const connection of this.#connections.get(meetingId) ?? []) {
      if (connection.personId === personId) this.#judgeAgain(meetingId, connection);
    }
  }

  endSession(sessionId: string): void {
    for (const all of this.#connections.values()) {
      for (const connection of all) {
        if (connection.sessionId === sessionId) connection.close(closeCodes.forbidden, 'session');
      }
    }
  }

  sessionIds(): Set<string> {
    const connections = [...this.#connections.values()].flatMap(all => [...all]);
    return new Set(connections.map(connection => connection.sessionId));
  }

  async sectionsChanged(meetingId: string): Promise<void> {
    await this.#sections.keep(meetingId);
  }

  async takeAside(...[meetingId, part]: Parameters<MinutesServer['takeAside']>): Promise<boolean> {
    const who = `${meetingId} ${part.personId}`;
    if (this.#refusals.isTooMany(who, Date.now())) throw new AppError('too_many');
    try {
      return await this.#aside.takeIn(meetingId, part);
    } catch (error) {
      if (error instanceof AppError) this.#refusals.add(who, Date.now());
      throw error;
    }
  }

  async readAside(meetingId: string, content: PartContent): Promise<AsideText> {
    return await this.#aside.read(meetingId, content);
  }

  async readText(meetingId: string): Promise<AsideText['sections']> {
    return await this.#aside.readPresent(meetingId);
  }

  openRooms(): number {
    return this.#rooms.size;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all([...this.#rooms.values()].map(room => room.close()));
    for (const all of this.#connections.values())
      for (const one of all) one.close(closeCodes.again, 'server');
    await this.#pool.close();
  }

  /** Judges a new connection and lets it in. A change of rights meanwhile makes it judge once more. */
  async #judge(meetingId: string, connection: Connection, generation: number | null): Promise<void> {
    const rights = await this.#askRights(meetingId, connection);
    if (!rights || !connection.open) return;
    if (this.#closed) return connection.close(closeCodes.again, 'server');
    if (generation !== null && generation !== rights.generation) {
      return connection.close(closeCodes.outdated, 'generation');
    }
    connection.rights = rights;
    this.#roomOf(meetingId).join(connection);
  }

  #judgeAgain(meetingId: string, connection: Connection): void {
    const running = this.#judging.get(connection);
    if (running) running.again = true;
    else if (connection.rights) void this.#compareRights(meetingId, connection, connection.rights);
  }

  async #compareRights(meetingId: string, connection: Connection, before: Rights): Promise<void> {
    connection.suspend();
    const rights = await this.#askRights(meetingId, connection);
    if (!rights) return;
    const isSame =
      rights.write === before.write && rights.name === before.name && rights.generation === before.generation;
    if (isSame) connection.resume();
    else connection.close(closeCodes.again, 'rights');
  }

  /** The rights of a connection's person; null where it was closed for having none, or because they are unknown. */
  async #askRights(meetingId: string, connection: Connection): Promise<Rights | null> {
    const asked = { again: true };
    this.#judging.set(connection, asked);
    try {
      let rights: Rights | null = null;
      while (asked.again) {
        asked.again = false;
        rights = await this.#options.authorise(meetingId, connection.personId);
      }
      if (rights?.read) return rights;
      connection.close(closeCodes.forbidden, 'rights');
    } catch (error) {
      this.#options.log.warn({ err: error, meetingId }, 'the rights at minutes could not be judged');
      connection.close(closeCodes.failed, 'server');
    } finally {
      this.#judging.delete(connection);
    }
    return null;
  }

  readonly #publish = (events: readonly StoredEvent[]): void =>
    this.#options.bus?.publish('events', encodeMessage(events));

  #roomOf(meetingId: string): Room {
    const { db, log, bus, onEvent } = this.#options;
    const open = this.#rooms.get(meetingId);
    if (open) return open;
    const room = new Room({
      ...{ meetingId, db, log, pool: this.#pool, limits: this.#limits, processId: this.#processId },
      bus: bus ?? null,
      publish: this.#publish,
      onEvent: type => onEvent?.({ type, meetingId }),
      onEnd: ended => {
        if (this.#rooms.get(meetingId) === ended) this.#rooms.delete(meetingId);
      },
      onRefused: connection => this.#refusals.add(`${meetingId} ${connection.personId}`, Date.now()),
      wantedSections: () => this.#sections.wanted(meetingId),
      onSectionsLacking: () => {
        this.sectionsChanged(meetingId).catch(error =>
          log.warn({ err: error, meetingId }, 'the sections of the minutes could not be made'),
        );
      },
    });
    this.#rooms.set(meetingId, room);
    onEvent?.({ type: 'opened', meetingId });
    return room;
  }

  #forget(meetingId: string, connection: Connection): void {
    this.#rooms.get(meetingId)?.leave(connection);
    const all = this.#connections.get(meetingId);
    all?.delete(connection);
    if (all?.size === 0) this.#connections.delete(meetingId);
  }

  #beat(): void {
    for (const room of this.#rooms.values()) room.beat();
  }

  /** Looks where the open documents stand: right without a bus, and where one of its messages was lost. */
  async #poll(): Promise<void> {
    try {
      const heads = await headsOf(this.#options.db, [...this.#rooms.keys()]);
      for (const [meetingId, head] of heads) {
        const room = this.#rooms.get(meetingId);
        if (room?.hasOtherState(head)) {
          for (const connection of room.connections) this.#judgeAgain(meetingId, connection);
        }
        room?.notice(head);
      }
    } catch (error) {
      this.#options.log.warn({ err: error }, 'the state of open minutes could not be read');
    }
  }
}
