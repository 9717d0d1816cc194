import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type AppWorld, createAppWorld } from '../worlds/appWorld.ts';
import type { MadeMeeting } from '../worlds/world.ts';

let world: AppWorld;
let meeting: MadeMeeting;
let cookie: string;
beforeAll(async () => {
  world = await createAppWorld();
  meeting = await world.meeting();
  cookie = await world.cookieOf(meeting.secretary);
});
afterAll(() => world.close());

const problemSchema = z.strictObject({
  type: z.string().startsWith('urn:nghisu:problem:'),
  code: z.string(),
  reason: z.string().nullable(),
  title: z.string().min(10),
  status: z.number(),
  fields: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  trace: z.uuid().optional(),
});

/** What must never reach a reader: stacks, statements, paths, names of programs. */
const innards =
  /\n\s+at |node_modules|\/(server|shared|tmp|home)\/|\bselect\b|\binsert\b|relation|pg_|postgres|\.ts\b|Error:/i;

/** The problem that was answered, checked for what it gives away. */
async function problemOf(answer: Response): Promise<z.infer<typeof problemSchema>> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const text = await answer.text();
  expect(text).not.toMatch(innards);
  const problem = problemSchema.parse(JSON.parse(text));
  expect(problem.status).toBe(answer.status);
  return problem;
}

const post = (
  path: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(world.origin + path, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', ...headers },
    body: body as BodyInit,
  });

const command = (more: object = {}) => ({
  id: newId(),
  stream: meeting.stream,
  name: 'meetings.changeDetails',
  input: {},
  ...more,
});

describe('problem answers', () => {
  it('have a code and a sentence in the language of the reader', async () => {
    const titleIn = async (language: string | null) => {
      const headers: Record<string, string> = language === null ? {} : { 'accept-language': language };
      const problem = await problemOf(await fetch(`${world.origin}/api/session`, { headers }));
      expect(problem).toMatchObject({ code: 'unauthenticated', status: 401 });
      return problem.title;
    };
    const vietnamese = 'Phiên đăng nhập đã hết. Đăng nhập lại để tiếp tục.';
    for (const language of [null, 'vi', 'vi-VN,vi;q=0.9,en;q=0.8', 'fr', '', '\t;;;']) {
      expect(await titleIn(language)).toBe(vietnamese);
    }
    for (const language of ['en', 'en-US,en;q=0.9']) expect(await titleIn(language)).toMatch(/logged in/);
  });

  it('name the fields that are wrong, in the same language', async () => {
    const wrong = JSON.stringify({ username: '', password: 7, extra: 1 });
    const [vi, en] = [
      await post('/api/session', wrong),
      await post('/api/session', wrong, { 'accept-language': 'en' }),
    ];
    const paths = (problem: z.infer<typeof problemSchema>) => problem.fields?.map(field => field.path).sort();
    const [inVietnamese, inEnglish] = [await problemOf(vi), await problemOf(en)];
    expect(paths(inVietnamese)).toEqual(['', 'password', 'username']);
    expect(paths(inEnglish)).toEqual(paths(inVietnamese));
    expect(inEnglish.fields).not.toEqual(inVietnamese.fields);
  });

  it('A30 R52: tell of a bug only under which name it stands in the log', async () => {
    await world.db.execute(sql`alter table meetings rename to meetings_away`);
    try {
      for (const answer of [
        await fetch(`${world.origin}/api/streams/${meeting.stream}`, { headers: { cookie } }),
        await post('/api/commands', JSON.stringify(command({ name: 'meetings.open' }))),
      ]) {
        expect(answer.status).toBe(500);
        expect(await problemOf(answer)).toMatchObject({ code: 'internal', trace: expect.any(String) });
      }
    } finally {
      await world.db.execute(sql`alter table meetings_away rename to meetings`);
    }
  });
});

describe('hostile bodies', () => {
  it.each([
    ['broken JSON', '{"username":'],
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '7'],
    ['a text', '"x"'],
    ['a list', '[]'],
    ['a deep list', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
    ['a null byte', '\0'],
    ['a null byte in a name', '{"username":"a\\u0000b","password":"x"}'],
    ['half a character', '{"username":"\\ud800","password":[]}'],
  ])('A30: %s is refused as not valid', async (_, body) => {
    for (const path of ['/api/session', '/api/setup', '/api/commands']) {
      const answer = await post(path, body);
      expect([400, 404], path).toContain(answer.status);
      await problemOf(answer);
    }
  });

  it('refuses what is too large, also when it is small on the way', async () => {
    const large = JSON.stringify({ username: 'x'.repeat(70_000), password: '' });
    expect(await problemOf(await post('/api/session', large))).toMatchObject({
      code: 'too_large',
      status: 413,
    });
    const bomb = gzipSync(JSON.stringify({ username: 'x'.repeat(5_000_000), password: '' }));
    expect(await problemOf(await post('/api/session', bomb, { 'content-encoding': 'gzip' }))).toMatchObject({
      code: 'too_large',
    });
  });

  it.each([
    { 'content-encoding': 'nonsense' },
    { 'content-encoding': 'gzip' },
    { 'content-type': 'application/json; charset=utf-99' },
    { 'content-type': 'application/json; charset=utf-16' },
  ])('refuses %j with a problem, not with a failure', async headers => {
    const answer = await post('/api/session', '{"username":"a","password":"b"}', headers);
    expect(answer.status).toBe(400);
    expect(await problemOf(answer)).toMatchObject({ code: 'invalid' });
  });

  it('A29: unknown fields are refused everywhere, and reach no prototype', async () => {
    const details = {
      type: 'regularSession',
      title: 'Tên',
      startsAt: '2026-11-24T01:00:00.000Z',
      minutesPlanned: 60,
      roomId: null,
      chairId: meeting.chair,
    };
    const polluting = JSON.stringify(command({ input: details })).replace(
      '"roomId"',
      '"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"roomId"',
    );
    const bodies = [
      JSON.stringify(command({ personId: newId() })),
      JSON.stringify(command({ input: { ...details, state: 'closed', createdById: newId() } })),
      polluting,
      '{"__proto__":{"id":"x"}}',
      JSON.stringify(command({ name: '__proto__' })),
      JSON.stringify(command({ name: 'constructor' })),
      JSON.stringify(command({ name: 'toString', input: null })),
    ];
    for (const body of bodies) {
      expect(await problemOf(await post('/api/commands', body)), body).toMatchObject({ code: 'invalid' });
    }
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    const { rows } = await world.db.execute(sql`select state, title from meetings where id = ${meeting.id}`);
    expect(rows[0]).toMatchObject({ state: 'published' });
    expect(rows[0]!.title).not.toBe('Tên');
  });

  it('A29: text that the database cannot hold is not valid, and no failure', async () => {
    const input = { itemId: newId(), parentId: null, beforeId: null, unitId: null, presenterId: null };
    const item = { ...input, title: 'Tên\u0000ẩn', minutesPlanned: 5, note: '' };
    const answer = await post(
      '/api/commands',
      JSON.stringify(command({ name: 'agenda.addItem', input: item })),
    );
    expect(await problemOf(answer)).toMatchObject({ code: 'invalid' });
  });
});

describe('hostile addresses', () => {
  it.each([
    'since=1&since=2',
    'since=x',
    'since=',
    'since=1.5',
    'since=-2',
    'since=1e400',
    'since[]=1',
    'since[$gt]=0',
    'other=1',
    '__proto__[x]=1',
    'since=%00',
  ])('A29: ?%s is refused as not valid', async query => {
    const answer = await fetch(`${world.origin}/api/streams/org?${query}`, { headers: { cookie } });
    expect(await problemOf(answer)).toMatchObject({ code: 'invalid', status: 400 });
  });

  it.each([
    '/api/streams/meeting:1',
    '/api/streams/__proto__',
    "/api/streams/org'--",
    `/api/streams/meeting:${'0'.repeat(5000)}`,
    '/api/assignments/1%20or%201=1',
    '/api/papers/..%2f..%2f/file',
    '/api/%00',
    '/api/../api/none',
  ])('%s is not found', async path => {
    const answer = await fetch(world.origin + path, { headers: { cookie } });
    expect(await problemOf(answer)).toMatchObject({ code: 'not_found', status: 404 });
  });

  it('A30: what is no HTTP at all is answered with as little as can be', async () => {
    const { port } = new URL(world.origin);
    for (const text of [
      'RUBBISH\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`,
      'POST /api/session HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n',
    ]) {
      const answer = await new Promise<string>(resolve => {
        let received = '';
        const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
        socket.on('data', data => (received += data.toString()));
        socket.on('error', () => undefined);
        socket.on('close', () => resolve(received));
      });
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(answer).not.toMatch(innards);
    }
    expect((await fetch(`${world.origin}/healthz`)).status).toBe(200);
  });
});
