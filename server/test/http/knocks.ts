import { encodeBarrier } from '@nghisu/shared/minutes/document/wire.ts';
import type { StreamKind } from '@nghisu/shared/platform/feed.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { clientMessageNames } from '@nghisu/shared/protocol.ts';
import { documentOf } from '../../src/minutes/document/sections.ts';
import { Raw, typedIn, until } from '../../src/minutes/tests/clients.ts';
import { savePerson } from '../../src/organisation/organisation.store.ts';
import { soundPdf } from '../../src/papers/inspection/pdfSamples.ts';
import { type AppWorld, knownPassword, TestClient } from '../worlds/appWorld.ts';

/** What a way in says to somebody: the status, and everything that was told. */
export type Answer = { status: number; told: string };

/** Somebody before the doors. */
export type Visitor = {
  readonly personId: string | null;
  readonly cookie: string | null;
  client: TestClient | null;
};

/** What the doors lead to; or ids of nothing at all. */
export type Target = {
  readonly meetingId: string;
  readonly itemId: string;
  readonly paperId: string;
  readonly assignmentId: string;
  readonly partId: string;
  /** Under way; the voters of the meeting may vote. */
  readonly voteId: string;
  readonly unitId: string;
  readonly personId: string;
  readonly accountId: string;
};

export const nothing: Target = {
  meetingId: newId(),
  itemId: newId(),
  paperId: newId(),
  assignmentId: newId(),
  partId: newId(),
  voteId: newId(),
  unitId: newId(),
  personId: newId(),
  accountId: newId(),
};

type Knock = (visitor: Visitor, target: Target) => Promise<Answer>;

const streamOf = (kind: StreamKind, target: Target): string =>
  ({
    org: 'org',
    meeting: `meeting:${target.meetingId}`,
    unit: `unit:${target.unitId}`,
    user: `user:${target.personId}`,
  })[kind];

const placeIn = ({ paperId }: Target) => ({ paperId, page: 1, x: 0, y: 0, span: 1, pointer: null, order: 1 });

const command = ({ meetingId, itemId }: Target) => ({
  id: newId(),
  stream: `meeting:${meetingId}`,
  name: 'agenda.editItem',
  input: { itemId, title: 'Tên khác', unitId: null, presenterId: null, minutesPlanned: 5, note: '' },
});

const ballot = ({ voteId }: Target) => ({
  voteId,
  ballotId: newId(),
  turn: 1 + (Date.now() % 1_000_000),
  choices: ['against'],
});

/** One way to knock at each door: a route, a socket message or a room, with the stream's kind where it has one. */
export function knocksOf(world: AppWorld): Record<string, Knock> {
  const ask = async (
    { cookie }: Pick<Visitor, 'cookie'>,
    method: string,
    path: string,
    body?: string | Uint8Array,
    type = 'application/json',
  ): Promise<Answer> => {
    const headers = { ...(cookie && { cookie }), ...(body && { 'content-type': type }) };
    const response = await fetch(world.origin + path, {
      method,
      headers,
      ...(body && { body: body as BodyInit }),
    });
    return { status: response.status, told: await response.text() };
  };
  const get = (path: (target: Target) => string) => (visitor: Visitor, target: Target) =>
    ask(visitor, 'GET', path(target));
  const post =
    (path: string, body: (visitor: Visitor, target: Target) => unknown | Promise<unknown>) =>
    async (visitor: Visitor, target: Target) =>
      ask(visitor, 'POST', path, JSON.stringify(await body(visitor, target)));

  const routes: Record<string, Knock> = {
    'get /healthz': get(() => '/healthz'),
    'get /readyz': get(() => '/readyz'),
    'get /metrics': get(() => '/metrics'),
    'get /api/session': get(() => '/api/session'),
    // Without the cookie: logging in ends the session that one comes with.
    'post /api/session': ({ personId }) => {
      const credentials = { username: `p${personId}`, password: knownPassword };
      return ask({ cookie: null }, 'POST', '/api/session', JSON.stringify(credentials));
    },
    'delete /api/session': async ({ personId, cookie }) => {
      const isOpen = personId !== null && (await ask({ cookie }, 'GET', '/api/session')).status === 200;
      return ask({ cookie: isOpen ? await world.cookieOf(personId) : cookie }, 'DELETE', '/api/session');
    },
    'get /api/setup': get(() => '/api/setup'),
    'post /api/setup': post('/api/setup', () => ({
      username: 'quantri-moi',
      fullName: 'Kẻ lạ',
      password: 'mat-khau-rat-dai',
    })),
    'get /api/accounts': get(() => '/api/accounts'),
    'post /api/accounts': post('/api/accounts', async () => ({
      username: newId(),
      password: 'mat-khau-rat-dai',
      personId: await personWithoutAccount(world),
      systemRoles: [],
    })),
    'patch /api/accounts/:id': (visitor, { accountId }) =>
      ask(visitor, 'PATCH', `/api/accounts/${accountId}`, JSON.stringify({ systemRoles: ['monitor'] })),
    'post /api/commands': post('/api/commands', (_, target) => command(target)),
    'post /api/uploads': async (visitor, { meetingId }) =>
      ask(
        visitor,
        'POST',
        `/api/uploads?meetingId=${meetingId}&fileName=a.pdf`,
        await soundPdf(1),
        'application/pdf',
      ),
    'get /api/papers/:id/file{/:name}': get(({ paperId }) => `/api/papers/${paperId}/file/a.pdf`),
    'post /api/minutes/:meetingId/aside': (visitor, { meetingId }) =>
      ask(
        visitor,
        'POST',
        `/api/minutes/${meetingId}/aside?generation=7`,
        documentOf([{ itemId: 'opening', text: `Ghi ở nơi khác ${newId()}` }]),
        'application/octet-stream',
      ),
    'get /api/meetings/:meetingId/door-code': get(({ meetingId }) => `/api/meetings/${meetingId}/door-code`),
    'get /api/minutes/:meetingId/text': get(({ meetingId }) => `/api/minutes/${meetingId}/text`),
    'get /api/minutes/:meetingId/aside/:partId': get(
      ({ meetingId, partId }) => `/api/minutes/${meetingId}/aside/${partId}`,
    ),
    'get /api/assignments': get(() => '/api/assignments'),
    'get /api/assignments/:id': get(({ assignmentId }) => `/api/assignments/${assignmentId}`),
    'get /api/assignments/:id/source': get(({ assignmentId }) => `/api/assignments/${assignmentId}/source`),
    'get /api/assignments/:id/history': get(({ assignmentId }) => `/api/assignments/${assignmentId}/history`),
    'post /api/ballots': post('/api/ballots', (_, target) => ballot(target)),
    'get /api/votes/:voteId/ballot': get(({ voteId }) => `/api/votes/${voteId}/ballot`),
    'get /api/openapi.json': get(() => '/api/openapi.json'),
    'get /api/docs': get(() => '/api/docs'),
  };
  const perStream = (kind: StreamKind): Record<string, Knock> => ({
    [`get /api/streams/:stream ${kind}`]: get(target => `/api/streams/${streamOf(kind, target)}`),
    [`socket subscribe ${kind}`]: (visitor, target) =>
      say(world, visitor, 'subscribe', { stream: streamOf(kind, target), since: -1, protocol: 1 }),
  });
  return {
    ...routes,
    ...perStream('org'),
    ...perStream('meeting'),
    ...perStream('unit'),
    ...perStream('user'),
    'socket unsubscribe': (visitor, target) =>
      say(world, visitor, 'unsubscribe', { stream: streamOf('meeting', target) }),
    'socket ballot': (visitor, target) => say(world, visitor, 'ballot', ballot(target)),
    'socket place': (visitor, target) =>
      say(world, visitor, 'place', { stream: streamOf('meeting', target), place: placeIn(target) }),
    'socket command': (visitor, target) => say(world, visitor, 'command', command(target)),
    'room minutes read': (visitor, target) => enterMinutes(world, visitor, target, false),
    'room minutes write': (visitor, target) => enterMinutes(world, visitor, target, true),
  };
}

async function personWithoutAccount(world: AppWorld): Promise<string> {
  const id = newId();
  await world.db.transaction(tx => savePerson(tx, { id, fullName: 'Người mới', protocolOrder: 1 }));
  return id;
}

/** Says something on the visitor's open connection, or on a new one where that has been closed. */
async function say(
  world: AppWorld,
  visitor: Visitor,
  name: (typeof clientMessageNames)[number],
  message: object,
): Promise<Answer> {
  if (!visitor.client?.socket.connected) {
    const client = await TestClient.connect(world.origin, visitor.cookie ?? '').catch(
      (error: Error) => error,
    );
    if (client instanceof Error)
      return { status: client.message === 'unauthenticated' ? 401 : 500, told: '' };
    visitor.client = client;
  }
  const answer = await visitor.client.socket.timeout(10_000).emitWithAck(name, message);
  return { status: answer.ok ? 200 : answer.problem.status, told: JSON.stringify(answer) };
}

/** Knocks at the minutes: reads all there is, or types a sentence and asks whether it was stored. */
async function enterMinutes(
  world: AppWorld,
  { cookie }: Visitor,
  { meetingId }: Target,
  isWriting: boolean,
): Promise<Answer> {
  const headers = { origin: world.origin, ...(cookie && { cookie }) };
  const raw = new Raw(`${world.origin.replace('http', 'ws')}/minutes/${meetingId}`, { headers });
  try {
    const refused = await raw.opened.then(
      () => null,
      (error: Error) => Number(/\d{3}$/.exec(error.message)?.[0]),
    );
    if (refused !== null) return { status: refused, told: '' };
    raw.send(0, 0, 1, 0);
    await until(() => raw.answers.length > 0 || raw.closing !== null);
    const told = Buffer.concat(raw.received).toString('latin1');
    if (raw.closing) return { status: raw.closing.code === 4403 ? 404 : raw.closing.code, told };
    if (!isWriting) return { status: 200, told };
    raw.step2(typedIn(await raw.document(), 'Ghi thêm.'));
    raw.send(encodeBarrier(1));
    await until(() => raw.storage.length > 0 || raw.closing !== null);
    // Whoever may only read was rightly told the text.
    return { status: raw.storage[0]?.refused === null ? 200 : 404, told: '' };
  } finally {
    raw.socket.terminate();
  }
}
