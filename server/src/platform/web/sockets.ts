import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import type { StreamEvent } from '@nghisu/shared/platform/feed.ts';
import {
  type Ballot,
  ballotSchema,
  type ClientMessages,
  clientMessageNames,
  oldestProtocol,
  type PlaceMessage,
  type PlaceNews,
  placeMessageSchema,
  protocolVersion,
  type ServerMessages,
  subscribeSchema,
  unsubscribeSchema,
} from '@nghisu/shared/protocol.ts';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Server, type Socket } from 'socket.io';
import { type CommandRunner, parseOrThrow } from '../commands/runCommand.ts';
import { levelOf } from '../database/away.ts';
import type { Feed, Listener } from '../feed/feed.ts';
import type { Log } from '../log.ts';
import { isOwnPage } from './origins.ts';
import { type Language, languageOf, type ProblemWriter } from './problems.ts';
import { bufferedBytes, SharedFrame, Turn } from './sharedFrame.ts';

/** Whose connection it is, as the session cookie says. */
export type SocketSession = { readonly sessionId: string; readonly personId: string };

type SocketData = SocketSession & { language: Language };
type IoServer = Server<ClientMessages, ServerMessages, Record<never, never>, SocketData>;
type IoSocket = Socket<ClientMessages, ServerMessages, Record<never, never>, SocketData>;

/** What goes beside the log: the presenter's place. */
export type PlaceDoor = {
  /** Takes a place from a person. Throws `not_found` where that person does not present. */
  take(message: PlaceMessage, personId: string): Promise<void>;
  /** Somebody has just begun to follow a stream. */
  greet(stream: string, listener: Listener): Promise<void>;
};

export type SocketParts = {
  readonly http: HttpServer;
  readonly log: Log;
  readonly runner: CommandRunner;
  readonly feed: () => Feed;
  readonly places: () => PlaceDoor;
  /** Takes a ballot; done when it is committed. Throws `AppError`. */
  readonly castBallot: (ballot: Ballot, personId: string) => Promise<void>;
  readonly problems: ProblemWriter;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly sessionOf: (request: IncomingMessage) => Promise<SocketSession | null>;
};

export type Sockets = {
  sendToMany(listeners: readonly Listener[], stream: string, events: readonly StreamEvent[]): void;
  /** Tells what is worth telling only while it is new: a connection with much to read is passed over. */
  tellPlace(listeners: readonly Listener[], message: PlaceNews): void;
  /** Ends the connections of ended sessions. */
  endSessions(sessionIds: ReadonlySet<string>): void;
  /** Whose connections are open. */
  sessionIds(): Set<string>;
  count(): number;
  /** Answers what was asked, then ends every connection: the pages come back to another process, or to the next one. */
  close(): Promise<void>;
};

/** Frames above this are refused by closing the connection. */
const largestFrameBytes = 64 * 1024;
/** A reader that lets more than this wait is dropped; it resyncs when it comes back. */
const mostBufferedBytes = 8 * 1024 * 1024;
/** Places are told to nobody who has more than this to read. */
const mostBeforePlaces = 64 * 1024;
/** A server that stops gives what is under way so many milliseconds; whoever is not answered asks the next one. */
const lastAnswersMs = 3000;
/** Subscriptions of one connection. */
const mostStreams = 50;

const forbidden = 'HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/** The Socket.IO door: the messages of `protocol.ts` and nothing else. */
export function createSockets(parts: SocketParts): Sockets {
  const io: IoServer = new Server(parts.http, {
    serveClient: false,
    maxHttpBufferSize: largestFrameBytes,
    perMessageDeflate: false,
    httpCompression: false,
    destroyUpgrade: false,
    // Recovery would bring back rooms without asking the rights again; the log does it better.
    allowRequest: (request, decide) => {
      const isListed = isOwnPage(request, parts.allowedOrigins);
      // Engine.IO would answer a refused upgrade with 400.
      if (!isListed && request.headers.upgrade) request.socket.end(forbidden);
      decide(null, isListed);
    },
  });
  // Engine.IO answers by itself, also what it refuses; this comes before it.
  parts.http.prependListener('request', (_request, response) =>
    response.setHeader('X-Content-Type-Options', 'nosniff'),
  );
  const limiter = new RateLimiterMemory({ points: 120, duration: 3 });
  const turn = new Turn();

  io.use((socket, next) => {
    parts
      .sessionOf(socket.request)
      .then(session => {
        if (!session) return next(new Error('unauthenticated'));
        socket.data = { ...session, language: languageOf(socket.handshake.auth.language) };
        next();
      })
      .catch(error => {
        parts.log[levelOf(error)]({ err: error }, 'a session could not be read');
        next(new Error('unavailable'));
      });
  });
  const underWay = new Set<Promise<void>>();
  io.on('connection', socket => serve(parts, limiter, underWay, socket));

  return {
    sendToMany(listeners, stream, events) {
      const message = { stream, events: [...events] };
      const frame = new SharedFrame(turn, 'event', message);
      for (const { id } of listeners) {
        const socket = io.sockets.sockets.get(id);
        if (!socket || !dropIfStalled(parts.log, socket)) continue;
        if (!frame.writeTo(socket)) socket.emit('event', message);
      }
    },
    tellPlace(listeners, message) {
      const frame = new SharedFrame(turn, 'place', message);
      for (const { id } of listeners) {
        const socket = io.sockets.sockets.get(id);
        if (!socket || bufferedBytes(socket) > mostBeforePlaces) continue;
        if (!frame.writeTo(socket)) socket.volatile.emit('place', message);
      }
    },
    endSessions(sessionIds) {
      for (const socket of io.sockets.sockets.values()) {
        if (sessionIds.has(socket.data.sessionId)) socket.disconnect(true);
      }
    },
    sessionIds: () => new Set([...io.sockets.sockets.values()].map(socket => socket.data.sessionId)),
    count: () => io.sockets.sockets.size,
    close: async () => {
      await Promise.race([Promise.allSettled(underWay), setTimeout(lastAnswersMs)]);
      // Not `disconnect`: a stock client takes that for a dismissal and does not come back.
      for (const socket of io.sockets.sockets.values()) socket.conn.close();
      // Not the HTTP server, which others still use.
      io.engine.close();
    },
  };
}

function dropIfStalled(log: Log, socket: IoSocket): boolean {
  if (bufferedBytes(socket) <= mostBufferedBytes) return true;
  log.warn({ personId: socket.data.personId }, 'a connection that does not read was dropped');
  // Not `disconnect`, after which a stock client stays away.
  socket.conn.close(true);
  return false;
}

function listenerOf(log: Log, socket: IoSocket): Listener {
  return {
    id: socket.id,
    personId: socket.data.personId,
    sendEvents: (stream, events) => {
      if (dropIfStalled(log, socket)) socket.emit('event', { stream, events: [...events] });
    },
    sendReset: stream => socket.emit('reset', { stream }),
    sendHeads: (heads, now) => {
      if (dropIfStalled(log, socket)) socket.emit('head', { heads, now });
    },
  };
}

/** Serves one connection; `underWay` holds every question that is not answered yet. */
function serve(
  parts: SocketParts,
  limiter: RateLimiterMemory,
  underWay: Set<Promise<void>>,
  socket: IoSocket,
): void {
  const listener = listenerOf(parts.log, socket);
  const followed = new Set<string>();

  const messages: Record<keyof ClientMessages, (message: unknown) => Promise<object>> = {
    subscribe: async message => {
      const { stream, since, epoch, protocol } = parseOrThrow(subscribeSchema, message);
      if (protocol < oldestProtocol) throw new AppError('outdated');
      if (!followed.has(stream) && followed.size >= mostStreams) throw new AppError('too_many');
      followed.add(stream);
      try {
        const from = protocol === protocolVersion ? since : -1;
        const reply = await parts.feed().subscribe(listener, stream, from, epoch);
        // After the reply, which says who presents.
        setImmediate(() => greet(parts, stream, listener));
        return reply;
      } catch (error) {
        followed.delete(stream);
        throw error;
      }
    },
    unsubscribe: async message => {
      const { stream } = parseOrThrow(unsubscribeSchema, message);
      followed.delete(stream);
      parts.feed().unsubscribe(listener.id, stream);
      return {};
    },
    command: message => parts.runner.run(message, socket.data.personId),
    ballot: async message => {
      await parts.castBallot(parseOrThrow(ballotSchema, message), socket.data.personId);
      return {};
    },
    place: async message => {
      await parts.places().take(parseOrThrow(placeMessageSchema, message), socket.data.personId);
      return {};
    },
  };

  for (const name of clientMessageNames) {
    // Whatever arrives, the process lives: every argument is unknown until parsed, the ack may be missing.
    const handle = async (message: unknown, ack: unknown): Promise<void> => {
      const answer = await answerTo(parts, limiter, socket, () => messages[name](message));
      if (typeof ack === 'function') ack(answer);
    };
    socket.on(name, ((message: unknown, ack: unknown) => {
      const handling = handle(message, ack).finally(() => underWay.delete(handling));
      underWay.add(handling);
    }) as never);
  }
  socket.on('disconnect', () => parts.feed().leave(listener.id));
}

function greet(parts: SocketParts, stream: string, listener: Listener): void {
  parts
    .places()
    .greet(stream, listener)
    .catch(error => parts.log.warn({ err: error, stream }, 'the place of the presenter could not be read'));
}

async function answerTo(
  parts: SocketParts,
  limiter: RateLimiterMemory,
  socket: IoSocket,
  act: () => Promise<object>,
): Promise<object> {
  try {
    await limiter.consume(socket.data.personId).catch(() => {
      throw new AppError('too_many');
    });
    return { ok: true, ...(await act()) };
  } catch (error) {
    return { ok: false, problem: parts.problems.of(error, socket.data.language) };
  }
}
