import type { ServerResponse } from 'node:http';
import { accountSchema } from '@nghisu/shared/organisation/accounts.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AppWorld, createAppWorld } from '../../../test/worlds/appWorld.ts';
import { eventsAfter } from '../../platform/streams/streams.ts';
import { accountByUsername, accountOfPerson } from '../accounts.store.ts';
import { savePerson } from '../organisation.store.ts';
import { accounts } from '../organisation.tables.ts';
import { createSessions } from '../sessions.ts';

let world: AppWorld;
let administrator: string;
let secretary: string;

beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  // The last administrator is counted over the whole installation: every test begins with one.
  await world.db.update(accounts).set({ systemRoles: [] });
  administrator = await world.person({ name: 'Nguyễn Quản Trị', roles: ['administrator'] });
  secretary = await world.person({ name: 'Lê Thư Ký', roles: ['officeStaff'] });
});

const longPassword = 'mat-khau-rat-dai-2026';
const accountOf = async (personId: string) => (await accountOfPerson(world.db, personId))!;

async function ask(by: string | null, method: string, path: string, body?: unknown) {
  const response = await fetch(`${world.origin}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(by !== null && { cookie: by.includes('=') ? by : await world.cookieOf(by) }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, text, body: text === '' ? null : JSON.parse(text) };
}

async function newPerson(): Promise<string> {
  const id = newId();
  await world.db.transaction(tx => savePerson(tx, { id, fullName: 'Trần Thị Mới', protocolOrder: 9 }));
  return id;
}

const wanted = async (more: object = {}) => ({
  username: `moi.${newId().slice(0, 8)}`,
  password: longPassword,
  personId: await newPerson(),
  systemRoles: ['officeStaff'],
  ...more,
});

const lastEvents = async (since: number) => eventsAfter(world.db, 'org', since, 50);
const orgHead = async () => (await eventsAfter(world.db, 'org', 0, 10_000)).at(-1)?.seq ?? 0;

describe('to everybody but administrators', () => {
  it('the account routes are like any that does not exist', async () => {
    const { id } = await accountOf(secretary);
    for (const by of [null, secretary, 'nghisu=forged']) {
      for (const [method, path, body] of [
        ['GET', '', undefined],
        ['POST', '', await wanted()],
        ['POST', '', '{ not json'],
        ['PATCH', `/${id}`, { systemRoles: ['administrator'] }],
        ['PATCH', '/no-id', {}],
        ['DELETE', `/${id}`, undefined],
      ] as const) {
        const unknown = await ask(by, method, '/api/nothing-is-here', body);
        expect(await ask(by, method, `/api/accounts${path}`, body)).toEqual(unknown);
        expect(unknown.status).toBe(404);
      }
    }
    expect((await accountOf(secretary)).systemRoles).toEqual(['officeStaff']);
  });

  it('they stay closed for a monitor, and for an administrator whose role was just taken', async () => {
    const monitor = await world.person({ roles: ['monitor'] });
    expect((await ask(monitor, 'GET', '/api/accounts')).status).toBe(404);
    const other = await world.person({ roles: ['administrator'] });
    const cookie = await world.cookieOf(other);
    expect((await ask(cookie, 'GET', '/api/accounts')).status).toBe(200);
    await ask(administrator, 'PATCH', `/api/accounts/${(await accountOf(other)).id}`, { systemRoles: [] });
    expect((await ask(cookie, 'GET', '/api/accounts')).status).toBe(404);
    expect((await ask(other, 'POST', '/api/accounts', await wanted())).status).toBe(404);
  });
});

describe('an administrator', () => {
  it('sees every account, and nothing of passwords', async () => {
    const answer = await ask(administrator, 'GET', '/api/accounts');
    expect(answer.status).toBe(200);
    for (const account of answer.body) accountSchema.parse(account);
    expect(answer.body).toContainEqual({
      id: (await accountOf(secretary)).id,
      username: `p${secretary}`,
      personId: secretary,
      systemRoles: ['officeStaff'],
      disabled: false,
    });
    expect(answer.text).not.toMatch(/argon|hash/i);
  });

  it('makes an account that can log in at once and create a meeting', async () => {
    const input = await wanted({ systemRoles: ['monitor', 'officeStaff', 'officeStaff'] });
    const before = await orgHead();
    const made = await ask(administrator, 'POST', '/api/accounts', input);
    expect(made.status).toBe(201);
    expect(accountSchema.parse(made.body)).toMatchObject({
      username: input.username,
      systemRoles: ['officeStaff', 'monitor'],
    });
    expect(await lastEvents(before)).toMatchObject([
      { type: 'organisation.accountCreated', by: administrator, rights: [input.personId], changes: [] },
    ]);
    const login = await fetch(`${world.origin}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: input.username, password: longPassword }),
    });
    expect(login.status).toBe(200);
    const cookie = login.headers.get('set-cookie')!.split(';')[0]!;
    const meeting = newId();
    const created = await ask(cookie, 'POST', '/api/commands', {
      id: newId(),
      stream: `meeting:${meeting}`,
      name: 'meetings.create',
      input: {
        type: 'regularSession',
        title: 'Họp giao ban',
        startsAt: new Date(Date.now() + 3_600_000).toISOString(),
        minutesPlanned: 60,
        roomId: null,
        chairId: administrator,
        secretaryIds: [input.personId],
      },
    });
    expect(created.status).toBe(200);
  });

  it('is refused what cannot be, with the reason', async () => {
    const taken = await wanted({ username: `p${secretary}` });
    const twice = await wanted({ personId: secretary });
    const nobody = await wanted({ personId: newId() });
    const cases = [
      [taken, 409, 'accounts.usernameTaken'],
      [twice, 409, 'accounts.personHasAccount'],
      [nobody, 400, 'accounts.unknownPerson'],
      [await wanted({ password: 'ngan-qua-12' }), 400, null],
      [await wanted({ username: 'Có Dấu' }), 400, null],
      [await wanted({ systemRoles: ['chair'] }), 400, null],
      [await wanted({ passwordHash: '' }), 400, null],
    ] as const;
    for (const [input, status, reason] of cases) {
      const answer = await ask(administrator, 'POST', '/api/accounts', input);
      expect([answer.status, answer.body.reason]).toEqual([status, reason]);
      expect(answer.text).not.toContain(input.password);
    }
    expect((await ask(administrator, 'PATCH', `/api/accounts/${newId()}`, {})).status).toBe(404);
    expect((await ask(administrator, 'PATCH', '/api/accounts/no-id', {})).status).toBe(404);
  });

  it('who makes two accounts for one person in the same moment gets one', async () => {
    const personId = await newPerson();
    const both = [await wanted({ personId }), await wanted({ personId })];
    const answers = await Promise.all(both.map(input => ask(administrator, 'POST', '/api/accounts', input)));
    expect(answers.map(answer => answer.status).sort()).toEqual([201, 409]);
  });
});

describe('a changed account', () => {
  const changes = [
    ['a changed role', { systemRoles: ['monitor'] }, 'organisation.accountRolesChanged'],
    ['a new password', { password: longPassword }, 'organisation.accountPasswordSet'],
    ['being disabled', { disabled: true }, 'organisation.accountDisabled'],
  ] as const;

  it.each(changes)('%s ends every session at once, over HTTP and on sockets', async (_, change, type) => {
    const { id } = await accountOf(secretary);
    const cookies = [await world.cookieOf(secretary), await world.cookieOf(secretary)];
    const client = await world.client(secretary);
    const bystander = await world.client(administrator);
    await client.subscribe('org');
    const before = await orgHead();
    expect((await ask(administrator, 'PATCH', `/api/accounts/${id}`, change)).status).toBe(200);
    for (const cookie of cookies) expect((await ask(cookie, 'GET', '/api/session')).status).toBe(401);
    await client.until('the socket is closed', () => client.socket.disconnected);
    expect(bystander.socket.connected).toBe(true);
    expect(await lastEvents(before)).toMatchObject([
      { type, by: administrator, rights: [secretary], changes: [] },
    ]);
  });

  it('S6: starts its streams anew in the next session, also what it had followed to the end', async () => {
    const client = await world.client(secretary);
    const first = await client.subscribe('org');
    const since = first.ok ? first.seq : -1;
    const { id } = await accountOf(secretary);
    await ask(administrator, 'PATCH', `/api/accounts/${id}`, { systemRoles: ['officeStaff', 'monitor'] });
    const again = await world.client(secretary);
    expect(await again.subscribe('org', since)).toMatchObject({ ok: true, wipe: true, seq: since + 1 });
    const other = await world.client(administrator);
    expect(await other.subscribe('org', since)).toMatchObject({ ok: true, wipe: false });
  });

  it('cannot log in while disabled, and can again afterwards', async () => {
    const { id } = await accountOf(secretary);
    await ask(administrator, 'PATCH', `/api/accounts/${id}`, { disabled: true });
    await expect(world.cookieOf(secretary)).rejects.toThrow('login failed');
    expect((await ask(administrator, 'GET', '/api/accounts')).body).toContainEqual(
      expect.objectContaining({ id, disabled: true }),
    );
    await ask(administrator, 'PATCH', `/api/accounts/${id}`, { disabled: false });
    expect(await world.cookieOf(secretary)).toContain('nghisu=');
  });

  it('that asks for what is already so keeps its sessions and leaves no event', async () => {
    const { id } = await accountOf(secretary);
    const cookie = await world.cookieOf(secretary);
    const before = await orgHead();
    const same = { systemRoles: ['officeStaff', 'officeStaff'], disabled: false };
    expect((await ask(administrator, 'PATCH', `/api/accounts/${id}`, same)).status).toBe(200);
    expect((await ask(cookie, 'GET', '/api/session')).status).toBe(200);
    expect(await lastEvents(before)).toEqual([]);
  });

  it('takes the new password and not the old one, even for a log-in that was under way', async () => {
    const { id, username } = await accountOf(secretary);
    await world.cookieOf(secretary);
    const sessions = createSessions({ db: world.db, secure: false, hours: 1, onEnded: () => {} });
    const checked = (await accountByUsername(world.db, username))!;
    await ask(administrator, 'PATCH', `/api/accounts/${id}`, { password: longPassword });
    const response = { setHeader: () => {} } as unknown as ServerResponse;
    await expect(sessions.start(checked, response)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await sessions.login(username, longPassword, 'here')).toMatchObject({ id });
    await expect(sessions.login(username, 'mat-khau-thu-nghiem', 'here')).rejects.toThrow();
  });
});

describe('the last administrator', () => {
  it('keeps the role, and nobody disables oneself', async () => {
    const { id } = await accountOf(administrator);
    expect((await ask(administrator, 'PATCH', `/api/accounts/${id}`, { systemRoles: [] })).body.reason).toBe(
      'accounts.lastAdministrator',
    );
    await world.person({ roles: ['administrator'] });
    expect((await ask(administrator, 'PATCH', `/api/accounts/${id}`, { disabled: true })).body.reason).toBe(
      'accounts.ownAccount',
    );
    expect((await accountOf(administrator)).systemRoles).toEqual(['administrator']);
  });

  it('a disabled administrator does not count', async () => {
    const other = await world.person({ roles: ['administrator'] });
    await world.db
      .update(accounts)
      .set({ disabledAt: new Date().toISOString() })
      .where(eq(accounts.personId, other));
    const { id } = await accountOf(administrator);
    const answer = await ask(administrator, 'PATCH', `/api/accounts/${id}`, { systemRoles: ['monitor'] });
    expect([answer.status, answer.body.reason]).toEqual([409, 'accounts.lastAdministrator']);
  });

  it('remains when two take the role from each other in the same moment', async () => {
    const other = await world.person({ roles: ['administrator'] });
    const [first, second] = [await accountOf(administrator), await accountOf(other)];
    const [a, b] = [await world.cookieOf(administrator), await world.cookieOf(other)];
    const answers = await Promise.all([
      ask(a, 'PATCH', `/api/accounts/${second.id}`, { systemRoles: [] }),
      ask(b, 'PATCH', `/api/accounts/${first.id}`, { systemRoles: [] }),
    ]);
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 404]);
    const left = [await accountOf(administrator), await accountOf(other)].filter(account =>
      account.systemRoles.includes('administrator'),
    );
    expect(left).toHaveLength(1);
  });
});
