import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { createWorld, type MadeMeeting, type World } from '../../../test/worlds/world.ts';
import { accountOfPerson } from '../../organisation/accounts.store.ts';
import { createSessions } from '../../organisation/sessions.ts';
import { diskFiles } from '../../platform/files/files.disk.ts';
import { createHttp } from '../../platform/web/http.ts';
import { createProblemWriter } from '../../platform/web/problems.ts';
import { problemMessages } from '../../problems.messages.ts';
import { viewerOf } from '../../viewers.ts';
import { papersRoutes } from './papers.routes.ts';

export type Uploaded = { sha256: string; bytes: number; pages: number; suggestedTitle: string };

/** A real HTTP server with the doors of papers, the guards before them, and people with real sessions. */
export type Hall = {
  readonly world: World;
  readonly address: string;
  readonly filesFolder: string;
  /** The cookie of a logged-in person. */
  cookieOf(personId: string): Promise<string>;
  /** A request of a person, or of nobody. */
  ask(personId: string | null, path: string, init?: RequestInit): Promise<Response>;
  upload(
    personId: string | null,
    meeting: MadeMeeting,
    body: Uint8Array,
    fileName?: string,
  ): Promise<Response>;
  /** Uploads and attaches a file; answers the id of the paper. */
  paper(meeting: MadeMeeting, body: Uint8Array, fileName?: string): Promise<string>;
  close(): Promise<void>;
};

/** The limit of the test server, in bytes. */
export const maxUploadBytes = 3 * 1024 * 1024;

export async function openHall(): Promise<Hall> {
  const world = await createWorld();
  const { db, log } = world;
  const filesFolder = join(world.folder, 'papers');
  const files = await diskFiles(filesFolder);
  const sessions = createSessions({ db, secure: false, hours: 1, onEnded: () => {} });
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const personOf = async (request: Parameters<typeof sessions.of>[0]): Promise<string> => {
    const session = await sessions.of(request);
    if (!session) throw new AppError('unauthenticated');
    return session.personId;
  };
  server.on(
    'request',
    createHttp({
      problems: createProblemWriter(problemMessages, log),
      allowedOrigins: new Set([address]),
      secure: false,
      trustProxy: false,
      routers: [papersRoutes({ db, files, personOf, viewerOf, maxUploadBytes, log })],
      clientFolder: null,
    }),
  );
  const cookies = new Map<string, string>();

  const hall: Hall = {
    world,
    address,
    filesFolder,
    async cookieOf(personId) {
      const known = cookies.get(personId);
      if (known) return known;
      let cookie = '';
      const response = { setHeader: (_: string, value: string) => (cookie = value.split(';')[0]!) };
      const account = (await accountOfPerson(db, personId))!;
      await sessions.start(account, response as unknown as ServerResponse);
      cookies.set(personId, cookie);
      return cookie;
    },
    async ask(personId, path, init = {}) {
      const headers = new Headers(init.headers);
      if (personId !== null) headers.set('Cookie', await hall.cookieOf(personId));
      return fetch(address + path, { ...init, headers });
    },
    upload: (personId, meeting, body, fileName = 'Tờ_trình_số 5.pdf') =>
      hall.ask(personId, `/api/uploads?${new URLSearchParams({ meetingId: meeting.id, fileName })}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/pdf' },
        body: body as BodyInit,
      }),
    async paper(meeting, body, fileName = 'Tờ trình.pdf') {
      const answer = await hall.upload(meeting.secretary, meeting, body, fileName);
      if (answer.status !== 201) throw new Error(`the upload was refused: ${await answer.text()}`);
      const { sha256 } = (await answer.json()) as Uploaded;
      const paperId = newId();
      const agendaItemId = await world.agendaItem(meeting);
      const input = { paperId, agendaItemId, sha256, title: 'Tờ trình', fileName };
      await world.run(meeting.secretary, meeting.stream, 'papers.attach', input);
      return paperId;
    },
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      await world.close();
    },
  };
  return hall;
}
