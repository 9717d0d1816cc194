import type { StreamKind } from '@nghisu/shared/platform/feed.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { clientMessageNames } from '@nghisu/shared/protocol.ts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { partsOf } from '../../src/minutes/aside/aside.store.ts';
import { documentOf } from '../../src/minutes/document/sections.ts';
import { accountOfPerson } from '../../src/organisation/accounts.store.ts';
import { soundPdf } from '../../src/papers/inspection/pdfSamples.ts';
import { type AppWorld, createAppWorld, TestClient } from '../worlds/appWorld.ts';
import type { MadeMeeting } from '../worlds/world.ts';
import { knocksOf, nothing, type Target, type Visitor } from './knocks.ts';

// The reviewed table: who gets in where. A route, a socket message, a kind of stream or a room that is not here fails
// the test. "yes" is an answer with content, 404 is "not found, or not yours", 401 "log in first".
//
// nobody: without a session. elsewhere: a member of another meeting. leadUnit: works in the unit that was given the
// assignment. removed: was a member until a moment ago. disabled: was a secretary, with an account that is closed now.
const table = `
                                  nobody elsewhere leadUnit member observer chair secretary administrator removed disabled
get /healthz                      yes    yes       yes      yes    yes      yes   yes       yes           yes     yes
get /readyz                       yes    yes       yes      yes    yes      yes   yes       yes           yes     yes
get /metrics                      yes    yes       yes      yes    yes      yes   yes       yes           yes     yes
get /api/openapi.json             yes    yes       yes      yes    yes      yes   yes       yes           yes     yes
get /api/docs                     yes    yes       yes      yes    yes      yes   yes       yes           yes     yes
get /api/setup                    yes    yes       yes      yes    yes      yes   yes       yes           yes     yes
post /api/setup                   404    404       404      404    404      404   404       404           404     404
post /api/session                 401    yes       yes      yes    yes      yes   yes       yes           yes     401
get /api/session                  401    yes       yes      yes    yes      yes   yes       yes           yes     401
delete /api/session               yes    yes       yes      yes    yes      yes   yes       yes           yes     yes
get /api/accounts                 404    404       404      404    404      404   404       yes           404     404
post /api/accounts                404    404       404      404    404      404   404       yes           404     404
patch /api/accounts/:id           404    404       404      404    404      404   404       yes           404     404
post /api/commands                401    404       404      404    404      yes   yes       404           404     401
get /api/streams/:stream org      401    yes       yes      yes    yes      yes   yes       yes           yes     401
get /api/streams/:stream meeting  401    404       404      yes    yes      yes   yes       404           404     401
get /api/streams/:stream unit     401    404       yes      404    404      404   404       404           404     401
get /api/streams/:stream user     401    404       404      yes    404      404   404       404           404     401
post /api/uploads                 401    404       404      404    404      yes   yes       404           404     401
get /api/papers/:id/file{/:name}  401    404       404      yes    yes      yes   yes       404           404     401
post /api/minutes/:meetingId/aside 401   404       404      404    404      yes   yes       404           404     401
get /api/minutes/:meetingId/aside/:partId 401 404  404      404    404      yes   yes       404           404     401
get /api/meetings/:meetingId/door-code 401 404    404      404    404      yes   yes       404           404     401
get /api/minutes/:meetingId/text  401    404       404      yes    404      yes   yes       404           404     401
get /api/assignments              401    yes       yes      yes    yes      yes   yes       yes           yes     401
get /api/assignments/:id          401    404       yes      yes    404      yes   yes       404           404     401
get /api/assignments/:id/source   401    404       yes      yes    404      yes   yes       404           404     401
get /api/assignments/:id/history  401    404       yes      yes    404      yes   yes       404           404     401
socket subscribe org              401    yes       yes      yes    yes      yes   yes       yes           yes     401
socket subscribe meeting          401    404       404      yes    yes      yes   yes       404           404     401
socket subscribe unit             401    404       yes      404    404      404   404       404           404     401
socket subscribe user             401    404       404      yes    404      404   404       404           404     401
socket unsubscribe                401    yes       yes      yes    yes      yes   yes       yes           yes     401
post /api/ballots                 401    404       404      yes    404      yes   404       404           404     401
get /api/votes/:voteId/ballot     401    404       404      yes    yes      yes   yes       404           404     401
socket ballot                     401    404       404      yes    404      yes   404       404           404     401
socket place                      401    404       404      404    404      404   yes       404           404     401
socket command                    401    404       404      404    404      yes   yes       404           404     401
room minutes read                 401    404       404      yes    404      yes   yes       404           404     401
room minutes write                401    404       404      404    404      yes   yes       404           404     401
`;

const [head = '', ...lines] = table.trim().split('\n');
const columns = head.trim().split(/\s+/);
const rows = new Map(
  lines.map(line => {
    const cells = line.trim().split(/\s+/);
    return [cells.slice(0, -columns.length).join(' '), cells.slice(-columns.length)] as const;
  }),
);

/** Stands in everything that only some may read. */
const canary = 'CHIM-HOANG-YEN';

let world: AppWorld;
let target: Target;
const visitors = new Map<string, Visitor>();
beforeAll(async () => {
  world = await createAppWorld();
  await furnish();
});
afterAll(async () => {
  for (const { client } of visitors.values()) client?.socket.disconnect();
  await world.close();
});

/** A meeting with everything in it that has a door, and everybody before the doors. */
async function furnish(): Promise<void> {
  const unitId = await world.unit();
  const [elsewhere, member, observer, removed, disabled, spare] = await Promise.all(
    Array.from({ length: 6 }, () => world.person()),
  );
  const leadUnit = await world.person({ worksIn: [unitId] });
  const administrator = await world.person({ roles: ['administrator', 'officeStaff'] });
  await world.meeting({ members: [elsewhere!] });
  const meeting = await world.meeting({
    members: [member!, removed!],
    observers: [observer!],
    state: 'running',
  });
  const { chair, secretary } = meeting;
  const run = world.run.bind(null, secretary, meeting.stream);
  await run('meetings.invitePeople', { personIds: [disabled!], role: 'secretary' });
  const people = {
    elsewhere,
    leadUnit,
    member,
    observer,
    chair,
    secretary,
    administrator,
    removed,
    disabled,
  };
  visitors.set('nobody', { personId: null, cookie: null, client: null });
  for (const [column, personId] of Object.entries(people)) visitors.set(column, await visitorOf(personId!));
  const accountId = (await accountOfPerson(world.db, spare!))!.id;
  target = {
    ...(await contents(meeting, unitId)),
    meetingId: meeting.id,
    unitId,
    personId: member!,
    accountId,
  };
  await run('meetings.withdrawInvitation', { personId: removed! });
  const account = (await accountOfPerson(world.db, disabled!))!;
  const closed = await fetch(`${world.origin}/api/accounts/${account.id}`, {
    method: 'PATCH',
    headers: { cookie: visitors.get('administrator')!.cookie!, 'content-type': 'application/json' },
    body: JSON.stringify({ disabled: true }),
  });
  expect(closed.status).toBe(200);
}

async function visitorOf(personId: string): Promise<Visitor> {
  const cookie = await world.cookieOf(personId);
  return { personId, cookie, client: await TestClient.connect(world.origin, cookie) };
}

async function contents({ id, stream, secretary }: MadeMeeting, unitId: string) {
  const run = world.run.bind(null, secretary, stream);
  const agendaItemId = await world.agendaItem({ id, stream, secretary, chair: '' }, canary);
  const file = await soundPdf(1, 2000);
  const uploaded = await fetch(`${world.origin}/api/uploads?meetingId=${id}&fileName=${canary}.pdf`, {
    method: 'POST',
    headers: { cookie: visitors.get('secretary')!.cookie!, 'content-type': 'application/pdf' },
    body: file as BodyInit,
  });
  const { sha256 } = (await uploaded.json()) as { sha256: string };
  const [paperId, assignmentId] = [newId(), newId()];
  await run('papers.attach', { paperId, agendaItemId, sha256, title: canary, fileName: `${canary}.pdf` });
  const terms = { coordinatingUnitIds: [], dueDate: null, recurrence: null, quote: '' };
  await run('assignments.assign', {
    assignmentId,
    agendaItemId,
    leadUnitId: unitId,
    content: canary,
    ...terms,
  });
  await run('minutes.start', {});
  await world.app.minutes.sectionsChanged(id);
  const partId = await partSetAside(id, secretary);
  await run('presentation.start', { paperId });
  const voteId = newId();
  const form = { options: [], mostChoices: 1, secret: false, mayChange: true, takesOpinions: false };
  await run('votes.prepare', { voteId, agendaItemId, question: canary, ...form });
  await run('votes.open', { voteId });
  return { itemId: agendaItemId, paperId, assignmentId, partId, voteId };
}

/** What a device held of another past of the minutes, handed over by the secretary. */
async function partSetAside(meetingId: string, secretary: string): Promise<string> {
  const answer = await fetch(`${world.origin}/api/minutes/${meetingId}/aside?generation=7`, {
    method: 'POST',
    headers: { cookie: visitors.get('secretary')!.cookie!, 'content-type': 'application/octet-stream' },
    body: documentOf([{ itemId: 'opening', text: canary }]) as BodyInit,
  });
  expect(await answer.json()).toEqual({ kept: true });
  const [part] = await partsOf(world.db, meetingId);
  expect(part).toMatchObject({ authorId: secretary, reason: 'generation' });
  return part!.id;
}

/** Everything that a refused request must leave as it was; the turnout of an earlier ballot is told in its own time. */
async function traces(): Promise<unknown> {
  const { rows: counts } = await world.db.execute(sql`select
    (select count(*) from events where type <> 'votes.turnout') as events,
    (select count(*) from electors where ballot_id is not null) as ballots,
    (select count(*) from accepted_commands) as commands,
    (select count(*) from accounts) as accounts, (select count(*) from sessions) as sessions,
    (select count(*) from uploads) as uploads, (select count(*) from minutes_updates) as minutes,
    (select count(*) from minutes_quarantine) as aside`);
  return counts[0];
}

describe('the table of who gets in where', () => {
  it('lists every route, socket message, kind of stream and room, and nothing else', () => {
    const kinds: Record<StreamKind, true> = { org: true, meeting: true, unit: true, user: true };
    const perKind = (name: string) => Object.keys(kinds).map(kind => `${name} ${kind}`);
    const routes = world.app.routes.map(({ method, path }) => `${method} ${path}`);
    const messages = clientMessageNames.map(name => `socket ${name}`);
    const ways = [...routes, ...messages].flatMap(way =>
      way.endsWith('/:stream') || way === 'socket subscribe' ? perKind(way) : [way],
    );
    ways.push('room minutes read', 'room minutes write');
    expect([...rows.keys()].sort()).toEqual(ways.sort());
    expect(Object.keys(knocksOf(world)).sort()).toEqual(ways.sort());
  });

  it.each([...rows.keys()])('%s is answered as the table says', async way => {
    const knock = knocksOf(world)[way]!;
    const cells: string[] = [];
    for (const column of columns) {
      const before = await traces();
      const { status, told } = await knock(visitors.get(column)!, target);
      const isLetIn = status < 300;
      cells.push(isLetIn ? 'yes' : String(status));
      if (isLetIn) continue;
      expect(told, `${column} is told nothing`).not.toContain(canary);
      expect(await traces(), `${column} changes nothing`).toEqual(before);
      const invented = await knock(visitors.get(column)!, nothing);
      expect(invented, `${column} cannot tell it from what does not exist`).toEqual({ status, told });
    }
    expect(cells.join(' ')).toBe(rows.get(way)!.join(' '));
  });

  it('has no other room: a WebSocket anywhere else is not found, whoever asks', async () => {
    const { cookie } = visitors.get('administrator')!;
    const paths = [
      '/',
      '/minutes',
      '/minutes/',
      '/minutes/org',
      `/minutes/${target.meetingId}/x`,
      '/api/session',
    ];
    for (const path of [
      ...paths,
      `/agenda/${target.meetingId}`,
      '/socket.io',
      '/socket.iox/',
      '/minutes/%2e%2e/org',
    ]) {
      const socket = new WebSocket(world.origin.replace('http', 'ws') + path, {
        headers: { cookie: cookie!, origin: world.origin },
      });
      const status = await new Promise(resolve => {
        socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
        socket.on('open', () => resolve('open'));
        socket.on('error', error => resolve(error.message));
      });
      socket.terminate();
      expect(status, path).toBe(404);
    }
  });

  it('describes every route under /api in the OpenAPI document, and no other', async () => {
    const answer = await fetch(`${world.origin}/api/openapi.json`);
    const { paths } = (await answer.json()) as { paths: Record<string, Record<string, unknown>> };
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method} ${path}`),
    );
    const served = world.app.routes
      .filter(({ path }) => path.startsWith('/api/') && !['/api/openapi.json', '/api/docs'].includes(path))
      .map(
        ({ method, path }) => `${method} ${path.replace('{/:name}', '/:name').replace(/:(\w+)/g, '{$1}')}`,
      );
    // GET answers HEAD as well.
    expect(described.filter(one => !one.startsWith('head ')).sort()).toEqual(served.sort());
  });
});
