import { createServer, type Server as HttpServer, type RequestListener } from 'node:http';
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Socket as TcpSocket,
} from 'node:net';
import type { CommandEnvelope } from '@nghisu/shared/platform/commands.ts';
import { type AnyRecord, newestChanges, put, type StreamEvent } from '@nghisu/shared/platform/feed.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { Answer, ClientMessages, ServerMessages, Subscribe } from '@nghisu/shared/protocol.ts';
import { Server, type Socket } from 'socket.io';

type ServerSocket = Socket<ClientMessages, ServerMessages>;
type Reply = (answer: never) => void;

/**
 * A real Socket.IO server on a free port that follows the protocol for any number of streams without rights, and can
 * be told to misbehave: for tests of the client's connection.
 */
export class TestServer {
  readonly #pages: RequestListener | undefined;
  #http: HttpServer | null = null;
  #io: Server<ClientMessages, ServerMessages> | null = null;
  #port = 0;
  readonly streams = new Map<string, { records: Map<string, AnyRecord>; log: StreamEvent[] }>();
  readonly subscribes: Subscribe[] = [];
  readonly unsubscribes: string[] = [];
  readonly commands: CommandEnvelope[] = [];
  readonly handshakes: unknown[] = [];
  readonly #accepted = new Map<string, number>();
  /** Says whether a question of this name is answered; the effect happens all the same. */
  answers: (name: string) => boolean = () => true;
  /** The answer to give in place of the right one, or null. */
  instead: (name: string, message: unknown) => Answer<never> | null = () => null;
  /** What the gate says to a new connection, or null. */
  gate: () => Error | null = () => null;
  /** The history that its numbers count in. */
  epoch = newId();
  /** Whether events go out; a beat tells in any case. */
  announces = true;

  /** `pages` answers what is no socket. */
  constructor(pages?: RequestListener) {
    this.#pages = pages;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<this> {
    const http = createServer(this.#pages);
    this.#http = http;
    await new Promise<void>(resolve => http.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (http.address() as AddressInfo).port;
    this.#io = new Server(http, { serveClient: false, pingInterval: 25_000 });
    this.#io.use((socket, next) => {
      this.handshakes.push(socket.handshake.auth);
      const error = this.gate();
      if (error) next(error);
      else next();
    });
    this.#io.on('connection', socket => this.#serve(socket));
    return this;
  }

  /** As after a kill: every connection breaks and nobody listens; `start` takes the same port again. */
  async stop(): Promise<void> {
    this.#io?.disconnectSockets(true);
    await this.#io?.close();
    await new Promise<void>(resolve => {
      this.#http?.close(() => resolve());
      this.#http?.closeAllConnections();
    });
  }

  stream(name: string) {
    const stream = this.streams.get(name) ?? { records: new Map<string, AnyRecord>(), log: [] };
    this.streams.set(name, stream);
    return stream;
  }

  /** Puts a record and announces it. */
  change(name: string, record: AnyRecord): number {
    const stream = this.stream(name);
    stream.records.set(record.id, record);
    const event: StreamEvent = {
      seq: stream.log.length + 1,
      type: 'test.changed',
      by: null,
      at: new Date(0).toISOString(),
      changes: [put(record)],
    };
    stream.log.push(event);
    if (this.announces) this.#io?.to(name).emit('event', { stream: name, events: [event] });
    return event.seq;
  }

  beat(now = Date.now()): void {
    for (const socket of this.#io?.sockets.sockets.values() ?? []) {
      const names = [...socket.rooms].filter(room => this.streams.has(room));
      const heads = Object.fromEntries(names.map(name => [name, this.stream(name).log.length]));
      socket.emit('head', { heads, now });
    }
  }

  /** Rights changed: everybody starts the stream anew. */
  reset(name: string): void {
    this.#io?.to(name).emit('reset', { stream: name });
    this.#io?.socketsLeave(name);
  }

  /** The server forgets that anybody follows the stream, without a word. */
  forget(name: string): void {
    this.#io?.socketsLeave(name);
  }

  disconnectAll(): void {
    this.#io?.disconnectSockets(true);
  }

  #serve(socket: ServerSocket): void {
    socket.on('subscribe', (message, ack) => {
      this.subscribes.push(message);
      const problem = this.instead('subscribe', message);
      if (!problem) void socket.join(message.stream);
      this.#answer('subscribe', ack, problem ?? { ok: true, ...this.#read(message) });
    });
    socket.on('unsubscribe', (message, ack) => {
      this.unsubscribes.push(message.stream);
      void socket.leave(message.stream);
      this.#answer('unsubscribe', ack, { ok: true });
    });
    socket.on('command', (message, ack) => {
      this.commands.push(message);
      this.#answer('command', ack, this.instead('command', message) ?? { ok: true, seq: this.#run(message) });
    });
  }

  #answer(name: string, ack: Reply, answer: unknown): void {
    if (this.answers(name)) ack(answer as never);
  }

  #read({ stream: name, since, epoch: asked }: Subscribe) {
    const { epoch } = this;
    const { records, log } = this.stream(name);
    if ((asked ?? epoch) !== epoch || since < 0 || since > log.length) {
      return { epoch, seq: log.length, wipe: true, changes: [...records.values()].map(put) };
    }
    const changes = newestChanges(log.slice(since).flatMap(event => [...event.changes]));
    return { epoch, seq: log.length, wipe: false, changes };
  }

  /** Every command puts its input as a record; the same id again does nothing (S7). */
  #run({ id, stream, input }: CommandEnvelope): number {
    const seq = this.#accepted.get(id) ?? this.change(stream, input as AnyRecord);
    this.#accepted.set(id, seq);
    return seq;
  }
}

/** The network between client and server: passes bytes, or swallows them without breaking a connection. */
export class TestLine {
  #swallows = false;
  readonly #open = new Set<TcpSocket>();
  readonly #server;

  constructor(targetPort: number) {
    this.#server = createTcpServer(client => {
      const target = connect(targetPort, '127.0.0.1');
      for (const [from, to] of [
        [client, target],
        [target, client],
      ] as const) {
        this.#open.add(from);
        from.on('data', bytes => this.#swallows || to.write(bytes));
        from.on('close', () => {
          this.#open.delete(from);
          to.destroy();
        });
        from.on('error', () => to.destroy());
      }
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  /** Bytes vanish from now on. */
  swallow(): void {
    this.#swallows = true;
  }

  /** Bytes pass again, over new connections: what was swallowed is missing from the old ones. */
  heal(): void {
    this.#swallows = false;
    for (const socket of this.#open) socket.destroy();
  }

  async stop(): Promise<void> {
    this.heal();
    await new Promise<void>(resolve => this.#server.close(() => resolve()));
  }
}
