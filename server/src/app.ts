import { createServer, type Server as HttpServer, type IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { commands } from '@nghisu/shared/commands.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { parseStreamId } from '@nghisu/shared/platform/feed.ts';
import { policies } from '@nghisu/shared/policies.ts';
import { canSee } from '@nghisu/shared/records.ts';
import type { Request } from 'express';
import { apiDocsRoutes } from './api/apiDocs.ts';
import { commandsRoutes } from './api/commands.routes.ts';
import { assignmentsOperations } from './assignments/list/assignments.operations.ts';
import { assignmentsRoutes } from './assignments/list/assignments.routes.ts';
import { doorOperations, doorRoutes } from './attendance/door/door.routes.ts';
import { endClosedSessions, listenToBus } from './busWiring.ts';
import { handlers } from './commands.ts';
import { asideOperations } from './minutes/aside/aside.operations.ts';
import { asideRoutes } from './minutes/aside/aside.routes.ts';
import type { MinutesServer } from './minutes/minutesServer.ts';
import { minutesTextOperations, minutesTextRoutes } from './minutes/minutesText.routes.ts';
import { minutesUpgrade, wireMinutes } from './minutesWiring.ts';
import { accountsOperations } from './organisation/accounts/accounts.operations.ts';
import { accountsRoutes } from './organisation/accounts/accounts.routes.ts';
import { sessionsRoutes } from './organisation/sessions.routes.ts';
import { createSessions, type Sessions } from './organisation/sessions.ts';
import { papersOperations } from './papers/transfer/papers.operations.ts';
import { papersRoutes } from './papers/transfer/papers.routes.ts';
import { type Bus, encodeMessage } from './platform/bus/bus.ts';
import { type CommandRunner, createCommandRunner } from './platform/commands/runCommand.ts';
import type { Database } from './platform/database/db.ts';
import { Feed } from './platform/feed/feed.ts';
import type { FileStore } from './platform/files/fileStore.ts';
import type { Log } from './platform/log.ts';
import type { StoredEvent } from './platform/streams/streams.ts';
import { createHttp, type Route, routesOf } from './platform/web/http.ts';
import { createMetrics, type Metrics, operationsRoutes } from './platform/web/metrics.ts';
import { createProblemWriter, type ProblemWriter } from './platform/web/problems.ts';
import { createSockets, type Sockets } from './platform/web/sockets.ts';
import { PlaceLane } from './presentation/placeLane.ts';
import { problemMessages } from './problems.messages.ts';
import { snapshotOf } from './snapshots.ts';
import { followersOf, viewerOf } from './viewers.ts';
import { ballotsOperations } from './votes/ballots/ballots.operations.ts';
import { ballotsRoutes } from './votes/ballots/ballots.routes.ts';
import { type Voting, wireVoting } from './votesWiring.ts';

export type AppParts = {
  readonly database: Database;
  /** The history that the database's numbers count in. */
  readonly epoch: string;
  readonly bus: Bus;
  readonly files: FileStore;
  readonly log: Log;
  /** Pages that may connect; may grow once the port is known. */
  readonly allowedOrigins: ReadonlySet<string>;
  /** Served over TLS: the session cookie says so. */
  readonly secure: boolean;
  readonly trustProxy: boolean;
  readonly sessionHours: number;
  readonly maxUploadBytes: number;
  readonly metricsToken: string | null;
  readonly demo: boolean;
  readonly version: string;
  readonly clientFolder: string | null;
  /** How often every stream is compared with the database and the heads go out, in milliseconds. */
  readonly beatMs: number;
};

export type App = {
  readonly http: HttpServer;
  /** Every way in over HTTP. */
  readonly routes: readonly Route[];
  readonly runner: CommandRunner;
  readonly feed: Feed;
  readonly minutes: MinutesServer;
  /** Lets what is under way finish, closes every connection, and stops. The database stays open. */
  close(): Promise<void>;
};

type Core = AppParts & {
  http: HttpServer;
  problems: ProblemWriter;
  metrics: Metrics;
  sessions: Sessions;
  minutes: MinutesServer;
  feed: Feed;
  runner: CommandRunner;
  places: PlaceLane;
  voting: Voting;
  sockets: Sockets;
};

/** A server that stops lets downloads and uploads go on for so many milliseconds. */
const lastRequestsMs = 10_000;

/** The one place where all domains meet. */
export function createApp(parts: AppParts): App {
  const core = createCore(parts);
  const stopBus = listenToBus(core);
  const beatNow = (): void => {
    core.feed.beat(Date.now()).catch(error => parts.log.warn({ err: error }, 'the heads could not be read'));
    core.places.beat().catch(error => parts.log.warn({ err: error }, 'the places could not be read'));
    void core.voting.countAll();
    endClosedSessions(core).catch(error => parts.log.warn({ err: error }, 'the sessions could not be read'));
  };
  const stopGaps = parts.bus.onGap(beatNow);
  const beat = setInterval(beatNow, parts.beatMs);
  const httpApp = createHttpApp(core);
  core.http.on('request', (request, response) => {
    // Socket.IO answers its own requests; two answers would end the process.
    if (!request.url?.startsWith('/socket.io/')) httpApp(request, response);
  });
  core.http.on('upgrade', minutesUpgrade(core));
  core.metrics.watch('nghisu_sockets', 'Open Socket.IO connections', () => core.sockets.count());
  core.metrics.watch('nghisu_subscriptions', 'Followed streams of all connections', () => core.feed.size);
  core.metrics.watch('nghisu_minutes_rooms', 'Minutes that are open', () => core.minutes.openRooms());
  return {
    http: core.http,
    routes: routesOf(httpApp),
    runner: core.runner,
    feed: core.feed,
    minutes: core.minutes,
    async close() {
      clearInterval(beat);
      stopGaps();
      // Nobody new from here on; a load balancer goes to the next process.
      const ended = new Promise<void>(resolve => core.http.close(() => resolve()));
      await core.sockets.close();
      await core.minutes.close();
      core.places.close();
      core.voting.close();
      stopBus();
      await Promise.race([ended, setTimeout(lastRequestsMs)]);
      core.http.closeAllConnections();
    },
  };
}

function createCore(parts: AppParts): Core {
  const { database, bus, log } = parts;
  const { db } = database;
  const http = createServer({ headersTimeout: 15_000, requestTimeout: 600_000 });
  const problems = createProblemWriter(problemMessages, log);
  const metrics = createMetrics();
  const sessions = createSessions({
    db,
    secure: parts.secure,
    hours: parts.sessionHours,
    onEnded: sessionId => bus.publish('sessions', encodeMessage({ sessionId })),
  });
  const minutes = wireMinutes({ db, bus, log });
  const feed = new Feed({
    db,
    epoch: parts.epoch,
    log,
    followersOf,
    snapshotOf,
    canSee,
    sendToMany: (listeners, stream, events) => sockets.sendToMany(listeners, stream, events),
    onRights: (stream, personIds) => judgeMinutesAnew(minutes, stream, personIds),
  });
  const runner = createCommandRunner({
    commands,
    policies,
    handlers,
    viewerOf,
    db,
    log,
    publish: events => bus.publish('events', encodeMessage(events)),
    observe: metrics.observeCommand,
  });
  const places = new PlaceLane({
    db,
    bus,
    log,
    listenersWhoSee: (stream, presentation) => feed.listenersWhoSee(stream, presentation),
    followed: () => feed.followed(),
    tell: (listeners, message) => sockets.tellPlace(listeners, message),
  });
  const publish = (events: readonly StoredEvent[]) => bus.publish('events', encodeMessage(events));
  const voting = wireVoting({ db, files: parts.files, log, publish });
  const sessionOf = (request: IncomingMessage) => sessions.of(request);
  const sockets = createSockets({
    http,
    log,
    runner,
    feed: () => feed,
    places: () => places,
    castBallot: (ballot, personId) => voting.box.cast(ballot, personId),
    problems,
    allowedOrigins: parts.allowedOrigins,
    sessionOf,
  });
  return { ...parts, http, problems, metrics, sessions, minutes, feed, runner, places, voting, sockets };
}

/** Whoever's role in a meeting changed is judged anew at the door of its minutes. */
function judgeMinutesAnew(minutes: MinutesServer, stream: string, personIds: readonly string[]): void {
  const { kind, subjectId } = parseStreamId(stream);
  if (kind === 'meeting') for (const personId of personIds) minutes.rightsChanged(subjectId, personId);
}

function createHttpApp(core: Core) {
  const { db } = core.database;
  const personOf = async (request: Request): Promise<string> => {
    const session = await core.sessions.of(request);
    if (!session) throw new AppError('unauthenticated');
    return session.personId;
  };
  const publish = (events: readonly StoredEvent[]): void => core.bus.publish('events', encodeMessage(events));
  const isReady = () =>
    core.database.pool.query('select 1').then(
      () => true,
      () => false,
    );
  return createHttp({
    problems: core.problems,
    allowedOrigins: core.allowedOrigins,
    secure: core.secure,
    trustProxy: core.trustProxy,
    clientFolder: core.clientFolder,
    routers: [
      operationsRoutes({ metrics: core.metrics, isReady, metricsToken: core.metricsToken }),
      sessionsRoutes({
        db,
        sessions: core.sessions,
        demo: core.demo,
        publish,
      }),
      accountsRoutes({
        db,
        sessions: core.sessions,
        viewerOf,
        publish,
        endSession: sessionId => core.bus.publish('sessions', encodeMessage({ sessionId })),
      }),
      commandsRoutes({ runner: core.runner, feed: core.feed, personOf }),
      papersRoutes({
        db,
        files: core.files,
        personOf,
        viewerOf,
        maxUploadBytes: core.maxUploadBytes,
        log: core.log,
      }),
      asideRoutes({ db, minutes: core.minutes, personOf, viewerOf }),
      minutesTextRoutes({ db, minutes: core.minutes, personOf, viewerOf }),
      doorRoutes({ db, personOf, viewerOf }),
      assignmentsRoutes({ db, personOf, viewerOf }),
      ballotsRoutes({ db, box: core.voting.box, personOf, viewerOf }),
      apiDocsRoutes(
        [
          ...accountsOperations,
          ...papersOperations,
          ...asideOperations,
          ...minutesTextOperations,
          ...doorOperations,
          ...assignmentsOperations,
          ...ballotsOperations,
        ],
        core.version,
      ),
    ],
  });
}
