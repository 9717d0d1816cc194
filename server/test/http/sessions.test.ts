import { argon2Sync, randomBytes } from 'node:crypto';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { accounts } from '../../src/organisation/organisation.tables.ts';
import { memoryBus } from '../../src/platform/bus/bus.ts';
import { eventsAfter } from '../../src/platform/streams/streams.ts';
import { type AppWorld, createAppWorld, knownPassword, TestClient } from '../worlds/appWorld.ts';

let world: AppWorld;
let secureWorld: AppWorld;
beforeAll(async () => {
  world = await createAppWorld();
  secureWorld = await createAppWorld({ secure: true, trustProxy: true });
});
afterAll(() => Promise.all([world.close(), secureWorld.close()]));

const logIn = (
  at: AppWorld,
  username: string,
  password = knownPassword,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${at.origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ username, password }),
  });

const cookieIn = (answer: Response): string => answer.headers.get('set-cookie')!.split(';')[0]!;

const whoAmI = async (at: AppWorld, cookie: string): Promise<number> =>
  (await fetch(`${at.origin}/api/session`, { headers: { cookie } })).status;

/** A person who can log in, with a hash that costs nothing to check. */
async function person(at: AppWorld): Promise<string> {
  const id = await at.person();
  await at.db.update(accounts).set({ passwordHash: cheapHash }).where(eq(accounts.personId, id));
  return `p${id}`;
}

const cheapHash = (() => {
  const nonce = randomBytes(16);
  const cost = { memory: 8, passes: 1, parallelism: 1, tagLength: 32 };
  const key = argon2Sync('argon2id', { message: Buffer.from(knownPassword), nonce, ...cost });
  const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=8,t=1,p=1$${encode(nonce)}$${encode(key)}`;
})();

describe('the cookie', () => {
  it('R40: is out of the reach of scripts and foreign pages, and bound to the host where there is TLS', async () => {
    const plain = (await logIn(world, await person(world))).headers.get('set-cookie')!;
    expect(plain).toMatch(/^nghisu=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=3600$/);
    const secure = (await logIn(secureWorld, await person(secureWorld))).headers.get('set-cookie')!;
    expect(secure).toMatch(
      /^__Host-nghisu=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=3600; Secure$/,
    );
  });

  it('R40: without the prefix counts for nothing where there is TLS', async () => {
    const cookie = cookieIn(await logIn(secureWorld, await person(secureWorld)));
    expect(await whoAmI(secureWorld, cookie)).toBe(200);
    expect(await whoAmI(secureWorld, cookie.replace('__Host-', ''))).toBe(401);
  });

  it('R41 A15: is new at each log-in; one that was planted before is not taken over', async () => {
    const username = await person(world);
    const planted = `nghisu=${randomBytes(32).toString('base64url')}`;
    const first = cookieIn(await logIn(world, username, knownPassword, { cookie: planted }));
    expect(first).not.toBe(planted);
    expect(await whoAmI(world, planted)).toBe(401);
    const second = cookieIn(await logIn(world, username, knownPassword, { cookie: first }));
    expect(second).not.toBe(first);
    expect([await whoAmI(world, first), await whoAmI(world, second)]).toEqual([401, 200]);
  });

  it('R42: is useless after log-out, and only that one', async () => {
    const username = await person(world);
    const [stolen, other] = [cookieIn(await logIn(world, username)), cookieIn(await logIn(world, username))];
    const out = await fetch(`${world.origin}/api/session`, { method: 'DELETE', headers: { cookie: stolen } });
    expect(out.headers.get('set-cookie')).toMatch(/^nghisu=; .*Max-Age=0/);
    expect([await whoAmI(world, stolen), await whoAmI(world, other)]).toEqual([401, 200]);
    const stream = await fetch(`${world.origin}/api/streams/org`, { headers: { cookie: stolen } });
    expect(stream.status).toBe(401);
  });

  it('is not in the database: whoever reads that cannot use it', async () => {
    const cookie = cookieIn(await logIn(world, await person(world)));
    const { rows } = await world.db.execute(sql`select * from sessions`);
    expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1]);
  });
});

describe('the end of a session', () => {
  const expire = (at: AppWorld, username: string) =>
    at.db.execute(sql`update sessions set expires_at = now() - interval '1 second' where account_id =
      (select id from accounts where username = ${username})`);

  it('R42: comes with its time, over HTTP and on sockets that were open', async () => {
    const username = await person(world);
    const cookie = cookieIn(await logIn(world, username));
    const client = await TestClient.connect(world.origin, cookie);
    await expire(world, username);
    expect(await whoAmI(world, cookie)).toBe(401);
    await client.until('the end of the connection', () => !client.socket.connected);
  });

  it('S10: reaches the sockets of another process, though the bus loses the message', async () => {
    const deaf = { ...memoryBus(), publish: () => {} };
    const apart = await createAppWorld({ bus: deaf });
    const cookie = cookieIn(await logIn(apart, await person(apart)));
    const staying = await apart.client(await apart.person());
    const client = await TestClient.connect(apart.origin, cookie);
    await fetch(`${apart.origin}/api/session`, { method: 'DELETE', headers: { cookie } });
    await client.until('the end of the connection', () => !client.socket.connected);
    expect(staying.socket.connected).toBe(true);
    await apart.close();
  });

  it('R42: closes the minutes too', async () => {
    const meeting = await world.meeting({ state: 'running' });
    await world.run(meeting.secretary, meeting.stream, 'minutes.start', {});
    const cookie = await world.cookieOf(meeting.secretary);
    const socket = new (await import('ws')).WebSocket(
      `${world.origin.replace('http', 'ws')}/minutes/${meeting.id}`,
      { headers: { cookie, origin: world.origin } },
    );
    await vi.waitUntil(() => socket.readyState === socket.OPEN, { timeout: 10_000 });
    await expire(world, `p${meeting.secretary}`);
    const code = await new Promise(resolve => socket.once('close', resolve));
    expect(code).toBe(4403);
  });
});

describe('guessing passwords', () => {
  it('R43: an unknown user, a wrong password and a disabled account are one answer', async () => {
    const [known, disabled] = [await person(world), await person(world)];
    await world.db.update(accounts).set({ disabledAt: '2026-01-01' }).where(eq(accounts.username, disabled));
    const answers = [
      await logIn(world, known, 'sai'),
      await logIn(world, `p${newId()}`, 'sai'),
      await logIn(world, disabled, knownPassword),
      await logIn(world, 'Đồng chí không có', knownPassword),
    ];
    const told = await Promise.all(
      answers.map(async answer => ({
        status: answer.status,
        body: await answer.text(),
        headers: [...answer.headers.keys()].sort(),
      })),
    );
    expect(told[0]).toMatchObject({ status: 401 });
    for (const other of told) expect(other).toEqual(told[0]);
  });

  it('R43: is slowed for one account from one place, and its owner still gets in from another', async () => {
    const username = await person(secureWorld);
    const from = (source: string) => ({ 'x-forwarded-for': source });
    const statuses = [];
    for (let guess = 0; guess < 10; guess += 1)
      statuses.push((await logIn(secureWorld, username, `sai ${guess}`, from('203.0.113.9'))).status);
    expect(statuses).toEqual([...Array(8).fill(401), 429, 429]);
    expect((await logIn(secureWorld, username, knownPassword, from('203.0.113.9'))).status).toBe(429);
    // A forged beginning of the list is not what our own proxy saw.
    expect((await logIn(secureWorld, username, knownPassword, from('192.0.2.1, 203.0.113.9'))).status).toBe(
      429,
    );
    expect((await logIn(secureWorld, username, knownPassword, from('192.0.2.1'))).status).toBe(200);
  });

  it('A25: a forged X-Forwarded-For is no other place where no proxy is trusted', async () => {
    const username = await person(world);
    const statuses = [];
    for (let guess = 0; guess < 9; guess += 1)
      statuses.push((await logIn(world, username, 'sai', { 'x-forwarded-for': `192.0.2.${guess}` })).status);
    expect(statuses.at(-1)).toBe(429);
  });

  it('A25: trying one password on many accounts is slowed for the place', async () => {
    const guesses = Array.from({ length: 110 }, (_, guess) =>
      logIn(secureWorld, `p${guess}`, 'sai', { 'x-forwarded-for': '203.0.113.77' }),
    );
    const statuses = (await Promise.all(guesses)).map(answer => answer.status).sort();
    expect(statuses).toEqual([...Array(100).fill(401), ...Array(10).fill(429)]);
  });

  it('a whole hall logs in from one address in the same minute', async () => {
    const hall = await createAppWorld();
    const username = await person(hall);
    const statuses = [];
    for (let count = 0; count < 150; count += 1) statuses.push((await logIn(hall, username)).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    await hall.close();
  });
});

describe('the first administrator', () => {
  const setUp = (at: AppWorld, username: string) =>
    fetch(`${at.origin}/api/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, fullName: 'Quản trị', password: 'mat-khau-rat-dai' }),
    });
  const isNeeded = async (at: AppWorld) =>
    ((await (await fetch(`${at.origin}/api/setup`)).json()) as { needed: boolean }).needed;

  it('is made once, also when two try in the same instant, and never again', async () => {
    const empty = await createAppWorld();
    expect(await isNeeded(empty)).toBe(true);
    const answers = await Promise.all(['mot', 'hai', 'ba'].map(name => setUp(empty, name)));
    expect(answers.map(answer => answer.status).sort()).toEqual([201, 404, 404]);
    const made = answers.find(answer => answer.status === 201)!;
    expect(await made.json()).toMatchObject({ viewer: { systemRoles: ['administrator', 'officeStaff'] } });
    expect(await whoAmI(empty, cookieIn(made))).toBe(200);
    await empty.db.update(accounts).set({ disabledAt: '2026-01-01' });
    expect((await setUp(empty, 'sau')).status).toBe(404);
    expect(await isNeeded(empty)).toBe(false);
    const { rows } = await empty.db.execute<{ count: string }>(sql`select count(*) from people`);
    expect(rows[0]!.count).toBe('1');
    await empty.close();
  });

  it('stands in the log of the directory like everybody else', async () => {
    const empty = await createAppWorld();
    const { person } = (await (await setUp(empty, 'mot')).json()) as { person: { id: string } };
    const log = await eventsAfter(empty.db, 'org', 0, 10);
    expect(log).toMatchObject([
      {
        type: 'organisation.personSaved',
        by: person.id,
        changes: [{ op: 'put', record: { id: person.id } }],
      },
      { type: 'organisation.accountCreated', by: person.id, changes: [], rights: [person.id] },
    ]);
    await empty.close();
  });
});
