import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Outbox } from '../outbox/outbox.svelte.ts';
import type { Connection, ConnectionParts } from './connection.svelte.ts';
import { ConnectionWorld, isLive, item, refuse, stream, titles } from './testConnection.ts';
import { TestLine, type TestServer } from './testServer.ts';

let world: ConnectionWorld;
let server: TestServer;
let copies: ConnectionWorld['copies'];
const connect = (parts?: ConnectionParts) => world.connect(parts);

beforeEach(async () => {
  world = new ConnectionWorld();
  ({ server, copies } = world);
  await server.start();
});

afterEach(() => world.close());

describe('connections that come and go', () => {
  test('S4, S11: after a restart of the server every stream goes on from where it was', async () => {
    server.change(stream, item('a', 'Khai mạc'));
    const connection = connect();
    connection.open();
    const feed = connection.subscribe(stream);
    const other = connection.subscribe('org');
    await isLive(feed);
    await isLive(other);
    expect(connection.state).toEqual({ kind: 'live', since: null });

    await server.stop();
    await vi.waitFor(() => expect(connection.state.kind).toBe('offline'));
    expect(connection.state.since).toBeInstanceOf(Date);
    expect([feed.state, titles(feed)]).toEqual(['catchingUp', ['Khai mạc']]);
    server.change(stream, item('b', 'Đầu tư công'));
    await server.start();

    await isLive(feed);
    await isLive(other);
    expect(connection.state).toEqual({ kind: 'live', since: null });
    expect(titles(feed)).toEqual(['Khai mạc', 'Đầu tư công']);
    expect(server.subscribes.slice(2).map(({ since }) => since)).toEqual([1, 0]);
  });

  test('S11: a line that swallows everything is noticed, and the time of the last word is told', async () => {
    const line = await new TestLine(Number(new URL(server.url).port)).start();
    world.atEnd(() => line.stop());
    const connection = connect({ url: line.url });
    connection.open();
    const feed = connection.subscribe(stream);
    await isLive(feed);
    const lastWord = connection.now();
    line.swallow();
    await vi.waitFor(() => expect(connection.state.kind).toBe('offline'), { timeout: 5_000 });
    expect(connection.state.since!.getTime()).toBeLessThanOrEqual(lastWord);
    server.change(stream, item('a', 'Khai mạc'));
    line.heal();
    await vi.waitFor(() => expect([feed.state, titles(feed)]).toEqual(['live', ['Khai mạc']]), {
      timeout: 5_000,
    });
    expect(connection.state.kind).toBe('live');
  });

  test('S11: a quiet meeting is not taken for a dead line', async () => {
    const connection = connect({ timing: { answerMs: 10_000 } });
    connection.open();
    await isLive(connection.subscribe(stream));
    const asked = server.subscribes.length;
    // Silence makes it ask, the answer makes it sure again; the connection stays.
    await vi.waitFor(() => expect(server.subscribes.length).toBeGreaterThan(asked + 1));
    await vi.waitFor(() => expect(connection.state.kind).toBe('live'));
    expect(server.handshakes).toHaveLength(1);
  });

  test('S11: records kept on this device are shown without a server, and never as live', async () => {
    copies.kept.set(stream, {
      seq: 1,
      epoch: server.epoch,
      records: [item('a', 'Khai mạc')],
    });
    server.change(stream, item('a', 'Khai mạc'));
    server.change(stream, item('b', 'Đầu tư công'));
    await server.stop();
    const connection = connect();
    connection.open();
    const feed = connection.subscribe(stream);
    await vi.waitFor(() => expect(titles(feed)).toEqual(['Khai mạc']));
    expect(feed.state).toBe('catchingUp');
    await vi.waitFor(() => expect(connection.state).toEqual({ kind: 'offline', since: null }));
    await server.start();
    await isLive(feed);
    expect(titles(feed)).toEqual(['Khai mạc', 'Đầu tư công']);
    expect(server.subscribes[0]?.since).toBe(1);
    await vi.waitFor(() => expect(copies.kept.get(stream)?.seq).toBe(2));
  });

  test('S2: a server restored from a backup takes the screens back', async () => {
    for (const title of ['Khai mạc', 'Đầu tư công']) server.change(stream, item('a', title));
    const connection = connect();
    connection.open();
    const feed = connection.subscribe(stream);
    await isLive(feed);
    await server.stop();
    server.stream(stream).log.pop();
    server.stream(stream).records.set('a', item('a', 'Khai mạc'));
    await server.start();
    await vi.waitFor(() => expect([feed.state, titles(feed)]).toEqual(['live', ['Khai mạc']]));
  });

  test('a session that has ended is reported, at the gate and in an answer', async () => {
    const unauthenticated = vi.fn();
    const connection = connect();
    server.instead = () => refuse('unauthenticated');
    connection.open({ unauthenticated });
    connection.subscribe(stream);
    await vi.waitFor(() => expect(unauthenticated).toHaveBeenCalled());
    unauthenticated.mockClear();
    server.gate = () => new Error('unauthenticated');
    server.disconnectAll();
    await vi.waitFor(() => expect(unauthenticated).toHaveBeenCalled());
  });

  test('a page too old for the server is told so', async () => {
    server.instead = () => refuse('outdated');
    const connection = connect();
    connection.open();
    connection.subscribe(stream);
    await vi.waitFor(() => expect(connection.isOutdated).toBe(true));
  });

  test('closing forgets every stream', async () => {
    server.change(stream, item('a', 'Nhân sự'));
    const connection = connect();
    connection.open();
    const feed = connection.subscribe(stream);
    await isLive(feed);
    connection.close();
    expect([feed.state, titles(feed), connection.feedOf(stream)]).toEqual(['loading', [], null]);
    expect(connection.state).toEqual({ kind: 'offline', since: null });
  });

  test('the clock follows the server', async () => {
    const connection = connect();
    connection.open();
    await isLive(connection.subscribe(stream));
    server.beat(Date.parse('2030-01-01T00:00:00Z'));
    await vi.waitFor(() => expect(new Date(connection.now()).getUTCFullYear()).toBe(2030));
  });
});

describe('commands over the line', () => {
  function outboxOf(connection: Connection): Outbox {
    const outbox = new Outbox(connection, null, () => 20);
    outbox.open('00000000-0000-4000-8000-00000000000a');
    world.atEnd(() => outbox.close('forget'));
    return outbox;
  }

  test('a command resolves when the records contain what it did', async () => {
    const connection = connect();
    const outbox = outboxOf(connection);
    const feed = connection.subscribe(stream);
    connection.open({ live: () => outbox.flush() });
    await isLive(feed);
    server.announces = false;
    const sent = outbox.send(stream, 'agenda.addItem', item('a', 'Khai mạc'));
    await expect(sent).resolves.toEqual({ seq: 1 });
    expect(titles(feed)).toEqual(['Khai mạc']);
    expect(outbox.pending).toEqual([]);
  });

  test('S7: a lost answer is asked for with the same id, and the command has one effect', async () => {
    server.answers = name => name !== 'command' || server.commands.length > 1;
    const connection = connect();
    const outbox = outboxOf(connection);
    const feed = connection.subscribe(stream);
    connection.open({ live: () => outbox.flush() });
    await isLive(feed);
    await outbox.send(stream, 'agenda.addItem', item('a', 'Khai mạc'));
    expect(new Set(server.commands.map(({ id }) => id)).size).toBe(1);
    expect(server.commands.length).toBeGreaterThan(1);
    expect(server.stream(stream).log).toHaveLength(1);
  });

  test('S7, S11: commands given without a server wait in sight and are sent in order', async () => {
    await server.stop();
    const connection = connect();
    const outbox = outboxOf(connection);
    const feed = connection.subscribe(stream);
    connection.open({ live: () => outbox.flush() });
    const all = ['a', 'b', 'c'].map(id => outbox.send(stream, 'agenda.addItem', item(id, id)));
    expect(outbox.pending.map(({ sent }) => sent)).toEqual([false, false, false]);
    await server.start();
    await Promise.all(all);
    expect(titles(feed)).toEqual(['a', 'b', 'c']);
    expect(outbox.pending).toEqual([]);
  });
});
