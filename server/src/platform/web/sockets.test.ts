import { newId } from '@nghisu/shared/platform/ids.ts';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { type AppWorld, createAppWorld, type TestClient } from '../../../test/worlds/appWorld.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world.close());

/** How a connection attempt ends: `connected`, or the reason why not. */
function attempt(headers: Record<string, string>, transport: 'websocket' | 'polling'): Promise<string> {
  const socket = io(world.origin, {
    transports: [transport],
    extraHeaders: headers,
    forceNew: true,
    reconnection: false,
  });
  return new Promise(resolve => {
    socket.once('connect', () => resolve('connected'));
    socket.once('connect_error', error => resolve(error.message));
  }).then(outcome => {
    socket.disconnect();
    return outcome as string;
  });
}

describe('who may connect', () => {
  it.each(['websocket', 'polling'] as const)(
    'takes only listed origins over %s, whatever the cookie',
    async transport => {
      const cookie = await world.cookieOf(await world.person());
      expect(await attempt({ cookie, origin: world.origin }, transport)).toBe('connected');
      for (const origin of ['http://evil.example', 'null', `${world.origin}.evil.example`]) {
        expect(await attempt({ cookie, origin }, transport)).not.toBe('connected');
      }
    },
  );

  it('refuses a connection without an origin', async () => {
    const cookie = await world.cookieOf(await world.person());
    const address = `${world.origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const socket = new WebSocket(address, { headers: { cookie } });
    const status = await new Promise(resolve => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      socket.on('open', () => resolve('open'));
      socket.on('error', () => undefined);
    });
    expect(status).toBe(403);
    socket.terminate();
  });

  it('refuses a connection without a session', async () => {
    expect(await attempt({ origin: world.origin }, 'websocket')).toBe('unauthenticated');
    expect(await attempt({ origin: world.origin, cookie: 'nghisu=forged' }, 'websocket')).toBe(
      'unauthenticated',
    );
  });

  it('ends the connections of a session at log-out, and no other', async () => {
    const person = await world.person();
    const [leaving, staying] = [await world.cookieOf(person), await world.client(person)];
    const other = io(world.origin, {
      transports: ['websocket'],
      extraHeaders: { cookie: leaving, origin: world.origin },
      forceNew: true,
    });
    await new Promise<void>(resolve => other.once('connect', () => resolve()));
    const ended = new Promise(resolve => other.once('disconnect', resolve));
    await fetch(`${world.origin}/api/session`, { method: 'DELETE', headers: { cookie: leaving } });
    expect(await ended).toBe('io server disconnect');
    expect((await staying.subscribe('org')).ok).toBe(true);
    const after = await fetch(`${world.origin}/api/session`, { headers: { cookie: leaving } });
    expect(after.status).toBe(401);
    other.disconnect();
  });
});

describe('following a meeting', () => {
  it('S2 S5: one acts, the other watches, and both hold the same', async () => {
    const member = await world.person();
    const meeting = await world.meeting({ members: [member] });
    const [secretary, watcher] = [await world.client(meeting.secretary), await world.client(member)];
    await Promise.all([secretary.subscribe(meeting.stream), watcher.subscribe(meeting.stream)]);
    for (const title of ['Mở đầu', 'Đầu tư công', 'Kết luận'])
      await addItem(secretary, meeting.stream, title);
    const titles = () =>
      watcher
        .records(meeting.stream)
        .filter(isItem)
        .map(item => item.title);
    await watcher.until('three items', () => titles().length === 3);
    expect(titles()).toEqual(['Mở đầu', 'Đầu tư công', 'Kết luận']);
    const fresh = await world.client(member);
    await fresh.subscribe(meeting.stream);
    expect(sorted(fresh.records(meeting.stream))).toEqual(sorted(watcher.records(meeting.stream)));
  });

  it('S4: catches up with exactly what was missed', async () => {
    const meeting = await world.meeting();
    const client = await world.client(meeting.secretary);
    const first = await client.subscribe(meeting.stream);
    client.socket.emit('unsubscribe', { stream: meeting.stream });
    await world.agendaItem(meeting, 'Trong lúc vắng');
    const missed = await client.subscribe(meeting.stream, first.ok ? first.seq : -1);
    expect(missed).toMatchObject({ ok: true, wipe: false });
    expect(missed.ok && missed.changes).toHaveLength(1);
  });

  it('S2: a cursor from the future gets everything anew, not silence', async () => {
    const meeting = await world.meeting();
    const client = await world.client(meeting.secretary);
    expect(await client.subscribe(meeting.stream, 1_000_000)).toMatchObject({ ok: true, wipe: true });
  });

  it('S4: the beat reveals a change that no message brought', async () => {
    const meeting = await world.meeting();
    const client = await world.client(meeting.secretary);
    await client.subscribe(meeting.stream);
    // The world's own runner publishes nowhere: only the database knows.
    await world.agendaItem(meeting, 'Chỉ có trong kho');
    await client.until('the item', () =>
      client.records(meeting.stream).some(record => isItem(record) && record.title === 'Chỉ có trong kho'),
    );
    expect(client.events.filter(one => one.event.type === 'agenda.itemAdded')).toHaveLength(1);
  });

  it('S6: whoever is taken off the list sees nothing more, at once and on the open connection', async () => {
    const [member, staying] = [await world.person(), await world.person()];
    const meeting = await world.meeting({ members: [member, staying] });
    const [secretary, watcher, other] = [
      await world.client(meeting.secretary),
      await world.client(member),
      await world.client(staying),
    ];
    await Promise.all([secretary, watcher, other].map(client => client.subscribe(meeting.stream)));
    await secretary.command(meeting.stream, 'meetings.withdrawInvitation', { personId: member });
    await addItem(secretary, meeting.stream, 'Nội dung kín');
    await watcher.until('the reset', () => watcher.resets.includes(meeting.stream));
    expect(await watcher.subscribe(meeting.stream)).toMatchObject({
      ok: false,
      problem: { code: 'not_found' },
    });
    await other.until('the item', () => JSON.stringify(other.events).includes('Nội dung kín'));
    expect(JSON.stringify(watcher.events)).not.toContain('Nội dung kín');
    expect(other.resets).toEqual([]);
  });

  it('tells a stranger the same of a meeting that exists and of one that does not', async () => {
    const meeting = await world.meeting();
    const stranger = await world.client(
      await world.person({ roles: ['administrator', 'monitor', 'officeStaff'] }),
    );
    const [real, invented] = [
      await stranger.subscribe(meeting.stream),
      await stranger.subscribe(`meeting:${newId()}`),
    ];
    expect(real).toEqual(invented);
    expect(real).toMatchObject({ ok: false, problem: { code: 'not_found' } });
    expect(await stranger.subscribe(`user:${meeting.secretary}`)).toMatchObject({ ok: false });
  });
});

describe('hostile messages', () => {
  const hostile: unknown[] = [
    null,
    undefined,
    0,
    '',
    'x',
    [],
    {},
    [null],
    true,
    { stream: null },
    { stream: 'meeting:1' },
    { stream: 'org', since: 'x' },
    JSON.parse('{"stream":"org","since":-1,"protocol":1,"__proto__":{"admin":true}}'),
    { id: 1 },
    { id: newId(), stream: 'org', name: 'constructor', input: {} },
    { id: newId(), stream: 'org', name: '__proto__', input: {} },
    { id: newId(), stream: 'org', name: 'meetings.create', input: {} },
    JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`),
  ];

  it('answers every malformed message with a problem and goes on serving', async () => {
    const client = await world.client(await world.person());
    for (const name of ['subscribe', 'unsubscribe', 'command']) {
      for (const message of hostile) {
        const answer = await client.socket.timeout(10_000).emitWithAck(name, message);
        expect(
          ['invalid', 'not_found', 'too_many', 'unauthenticated'],
          JSON.stringify(message)?.slice(0, 80),
        ).toContain(answer.ok ? 'accepted' : answer.problem.code);
      }
      for (const message of hostile) client.socket.emit(name, message);
      client.socket.emit(name);
    }
    client.socket.emit('no-such-message', { a: 1 }, 'b', 3);
    expect((await (await world.client(await world.person())).subscribe('org')).ok).toBe(true);
  });

  it('closes a connection that sends too large a frame, and no other', async () => {
    const [client, other] = [
      await world.client(await world.person()),
      await world.client(await world.person()),
    ];
    client.socket.emit('command', { id: newId(), stream: 'org', name: 'x', input: 'y'.repeat(200_000) });
    await client.until('the end of the connection', () => !client.socket.connected);
    expect((await other.subscribe('org')).ok).toBe(true);
  });

  it('limits how fast one person may ask', async () => {
    const client = await world.client(await world.person());
    const answers = await Promise.all(Array.from({ length: 200 }, () => client.subscribe('org', 0)));
    expect(answers.some(answer => !answer.ok && answer.problem.code === 'too_many')).toBe(true);
  });
});

const isItem = (record: unknown): record is { kind: string; title: string } =>
  (record as { kind: string }).kind === 'agendaItem';
const sorted = (records: unknown[]): string[] => records.map(record => JSON.stringify(record)).sort();

function addItem(client: TestClient, stream: string, title: string) {
  const input = {
    itemId: newId(),
    parentId: null,
    beforeId: null,
    title,
    unitId: null,
    presenterId: null,
    minutesPlanned: 10,
    note: '',
  };
  return client.command(stream, 'agenda.addItem', input);
}
