import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, createAppWorld } from '../worlds/appWorld.ts';
import type { MadeMeeting } from '../worlds/world.ts';

let pages: string;
let world: AppWorld;
let secureWorld: AppWorld;
let meeting: MadeMeeting;
let cookie: string;
beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), 'nghisu-pages-'));
  await mkdir(join(pages, 'assets'));
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>trang</title>');
  await writeFile(join(pages, 'assets', 'app-1234.js'), 'export {};');
  world = await createAppWorld({ clientFolder: pages });
  secureWorld = await createAppWorld({ clientFolder: pages, secure: true });
  meeting = await world.meeting();
  cookie = await world.cookieOf(meeting.secretary);
});
afterAll(async () => {
  await Promise.all([world.close(), secureWorld.close()]);
  await rm(pages, { recursive: true });
});

/** One request for every kind of answer there is. */
const kinds: [what: string, path: string, init: RequestInit, status: number][] = [
  ['the page', '/cuoc-hop/1', {}, 200],
  ['a file of the page', '/assets/app-1234.js', {}, 200],
  ['a file that is not there', '/assets/other.js', {}, 404],
  ['the page asked for wrongly', '/', { method: 'OPTIONS' }, 404],
  ['an answer', '/api/setup', {}, 200],
  ['a refusal', '/api/session', {}, 401],
  ['an unknown path', '/api/nothing', {}, 404],
  [
    'a broken body',
    '/api/session',
    { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } },
    400,
  ],
  ['a broken path', '/api/streams/%E0%A4', {}, 400],
  ['the description', '/api/docs', {}, 200],
  ['the health', '/healthz', {}, 200],
];

const policyOf = (answer: Response): Map<string, string> =>
  new Map(
    (answer.headers.get('content-security-policy') ?? '').split(';').map(part => {
      const [name = '', ...values] = part.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );

describe('headers', () => {
  it.each(kinds)(
    'R48: %s forbids foreign scripts, frames and guesses at its type',
    async (_, path, init, status) => {
      const answer = await fetch(world.origin + path, init);
      expect(answer.status).toBe(status);
      const policy = policyOf(answer);
      expect(policy.get('default-src')).toBe("'self'");
      expect(policy.get('script-src')).toBe("'self' 'wasm-unsafe-eval'");
      for (const name of ['object-src', 'base-uri', 'frame-ancestors'])
        expect(policy.get(name)).toBe("'none'");
      expect([...policy.values()].join(' ')).not.toMatch(/https?:|\*|'unsafe-eval'/);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
      });
      for (const name of ['x-powered-by', 'server', 'strict-transport-security'])
        expect(answer.headers.has(name), name).toBe(false);
    },
  );

  it('R48: an answer of Socket.IO is not guessed at either', async () => {
    for (const headers of [{ 'x-nghisu': '1', cookie }, {}]) {
      const answer = await fetch(`${world.origin}/socket.io/?EIO=4&transport=polling`, { headers });
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.has('x-powered-by')).toBe(false);
    }
  });

  it('R48: over TLS browsers are told to stay there', async () => {
    const answer = await fetch(secureWorld.origin);
    expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
  });

  it('keeps files with a hash in their name, and nothing that a session shows', async () => {
    const cacheOf = async (path: string) =>
      (await fetch(world.origin + path, { headers: { cookie } })).headers.get('cache-control');
    expect(await cacheOf('/assets/app-1234.js')).toBe('public, max-age=31536000, immutable');
    expect(await cacheOf('/')).toBe('no-cache');
    for (const path of ['/api/session', `/api/streams/${meeting.stream}`, '/api/nothing'])
      expect(await cacheOf(path)).toBe('no-store');
  });

  it('serves nothing outside the folder of the pages', async () => {
    for (const path of [
      '/..%2f..%2fetc%2fpasswd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/.env',
      '/assets/..%5c..%5cx.js',
    ]) {
      const answer = await fetch(world.origin + path);
      expect([200, 400, 404], path).toContain(answer.status);
      if (answer.status === 200) expect(await answer.text()).toBe('<!doctype html><title>trang</title>');
    }
  });
});

describe('foreign pages', () => {
  it.each(kinds)('R49: %s names no origin that may read it', async (_, path, init) => {
    for (const origin of ['http://evil.example', 'null', world.origin]) {
      for (const method of [init.method ?? 'GET', 'OPTIONS']) {
        const headers = { ...init.headers, origin, cookie, 'access-control-request-method': 'POST' };
        const answer = await fetch(world.origin + path, { ...init, method, body: null, headers });
        const names = [...answer.headers.keys()].filter(name => name.startsWith('access-control'));
        expect(names).toEqual([]);
      }
    }
  });

  it('R49: nor does Socket.IO', async () => {
    const answer = await fetch(`${world.origin}/socket.io/?EIO=4&transport=polling`, {
      headers: { origin: 'http://evil.example', cookie },
    });
    expect(answer.status).toBe(403);
    expect([...answer.headers.keys()].filter(name => name.startsWith('access-control'))).toEqual([]);
  });

  const foreign: Record<string, string>[] = [
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'ORIGIN' },
    { origin: 'ORIGIN.evil.example' },
  ];

  it('A14 R39: are refused at every route that changes anything, before anything else is looked at', async () => {
    const changing = world.app.routes.filter(({ method }) => method !== 'get');
    expect(changing.length).toBeGreaterThan(5);
    for (const { method, path } of changing) {
      for (const given of foreign) {
        const headers = { cookie, 'content-type': 'application/json' } as Record<string, string>;
        for (const [name, value] of Object.entries(given))
          headers[name] = value.replace('ORIGIN', world.origin);
        const answer = await fetch(world.origin + path.replace(/:id/, meeting.id), {
          method: method.toUpperCase(),
          headers,
          body: '{}',
        });
        expect([answer.status, (await answer.json()).reason], `${method} ${path}`).toEqual([
          404,
          'platform.foreignOrigin',
        ]);
      }
    }
    expect((await fetch(`${world.origin}/api/session`, { headers: { cookie } })).status).toBe(200);
  });

  it('A14: a form, which needs no permission to be sent, is no command', async () => {
    const body = JSON.stringify({
      id: meeting.id,
      stream: meeting.stream,
      name: 'meetings.cancel',
      input: {},
    });
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      '',
    ]) {
      const headers = { cookie, ...(type && { 'content-type': type }) };
      const answer = await fetch(`${world.origin}/api/commands`, {
        method: 'POST',
        headers,
        body: Buffer.from(body),
      });
      expect(answer.status, type).toBe(400);
    }
    expect(await stateOfMeeting()).toBe('published');
  });

  it('A14: no header or parameter turns one method into another', async () => {
    const override = { cookie, 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' };
    await fetch(`${world.origin}/api/session?_method=DELETE`, { headers: override });
    expect((await fetch(`${world.origin}/api/session`, { headers: { cookie } })).status).toBe(200);
  });

  it('R39: GET and HEAD change nothing, at any route', async () => {
    const traces = async () =>
      (
        await world.db.execute(sql`select (select count(*) from events) as events, (select count(*) from sessions) as
          sessions, (select count(*) from accounts) as accounts, (select max(seq) from streams) as seq`)
      ).rows[0];
    const before = await traces();
    for (const { path } of world.app.routes) {
      for (const method of ['GET', 'HEAD']) {
        const address = path
          .replace(':stream', meeting.stream)
          .replace(':id', meeting.id)
          .replace('{/:name}', '');
        await (await fetch(world.origin + address, { method, headers: { cookie } })).text();
      }
    }
    expect(await traces()).toEqual(before);
  });
});

async function stateOfMeeting(): Promise<string> {
  const { rows } = await world.db.execute<{ state: string }>(
    sql`select state from meetings where id = ${meeting.id}`,
  );
  return rows[0]!.state;
}

describe('/metrics', () => {
  it('is for programs of this machine, and for nobody whom a proxy brings', async () => {
    expect((await fetch(`${world.origin}/metrics`)).status).toBe(200);
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'x-forwarded-host', 'via']) {
      const answer = await fetch(`${world.origin}/metrics`, { headers: { [name]: '203.0.113.7' } });
      expect([name, answer.status]).toEqual([name, 404]);
    }
  });

  it('is for the bearer of the token where there is one', async () => {
    const guarded = await createAppWorld({ metricsToken: 'ma-rieng-cua-giam-sat' });
    const ask = (authorization: string) => fetch(`${guarded.origin}/metrics`, { headers: { authorization } });
    for (const wrong of ['', 'Bearer', 'Bearer ma-rieng', 'Basic ma-rieng-cua-giam-sat'])
      expect((await ask(wrong)).status).toBe(404);
    const answer = await ask('Bearer ma-rieng-cua-giam-sat');
    expect(await answer.text()).toMatch(/^nghisu_sockets 0$/m);
    await guarded.close();
  });
});
