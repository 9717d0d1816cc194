import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { agendaOrder } from '@nghisu/shared/agenda/agenda.rules.ts';
import { canFollowMeeting } from '@nghisu/shared/meetings/meetings.policy.ts';
import { canOpenMinutes, canWriteMinutes } from '@nghisu/shared/minutes/minutes.policy.ts';
import { agendaOf } from './agenda/agenda.store.ts';
import { meetingById } from './meetings/meetings.store.ts';
import { minutesOf } from './minutes/minutes.store.ts';
import { createMinutesServer, type MinutesServer } from './minutes/minutesServer.ts';
import { personById } from './organisation/organisation.store.ts';
import type { Sessions } from './organisation/sessions.ts';
import type { Bus } from './platform/bus/bus.ts';
import type { Db } from './platform/database/db.ts';
import type { Log } from './platform/log.ts';
import { isListedOrigin } from './platform/web/origins.ts';
import { viewerOf } from './viewers.ts';

/** The minutes server with what it has to ask the other domains. */
export function wireMinutes({ db, bus, log }: { db: Db; bus: Bus; log: Log }): MinutesServer {
  return createMinutesServer({
    db,
    bus,
    log,
    agendaOf: async (tx, meetingId) =>
      agendaOrder(await agendaOf(tx, meetingId)).map(({ id, title }) => ({ id, title })),
    authorise: async (meetingId, personId) => {
      const [viewer, meeting, minutes, person] = [
        await viewerOf(db, personId, meetingId),
        await meetingById(db, meetingId),
        await minutesOf(db, meetingId),
        await personById(db, personId),
      ];
      if (!viewer || !meeting || !minutes || !person || !canFollowMeeting(viewer, meeting)) return null;
      return {
        read: canOpenMinutes(viewer),
        write: canWriteMinutes(viewer, minutes),
        name: person.fullName,
        generation: minutes.generation,
      };
    },
  });
}

const minutesPath = /^\/minutes\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/**
 * Lets WebSockets in by path: Socket.IO looks after its own, the minutes want a listed origin and a session, and
 * anything else is refused here, because nobody else would.
 */
export function minutesUpgrade(parts: {
  minutes: MinutesServer;
  sessions: Sessions;
  allowedOrigins: ReadonlySet<string>;
  log: Log;
}): (request: IncomingMessage, socket: Duplex, head: Buffer) => void {
  return (request, socket, head) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (path.startsWith('/socket.io/')) return;
    const meetingId = minutesPath.exec(path)?.[1];
    socket.on('error', () => socket.destroy());
    if (meetingId === undefined) return refuse(socket, '404 Not Found');
    if (!isListedOrigin(request, parts.allowedOrigins)) return refuse(socket, '403 Forbidden');
    parts.sessions.of(request).then(
      session => {
        if (!session) return refuse(socket, '401 Unauthorized');
        parts.minutes.handleUpgrade(request, socket, head, meetingId, session);
      },
      error => {
        parts.log.warn({ err: error }, 'a session could not be read');
        refuse(socket, '503 Service Unavailable');
      },
    );
  };
}
