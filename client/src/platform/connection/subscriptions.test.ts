import { protocolVersion } from '@nghisu/shared/protocol.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConnectionParts } from './connection.svelte.ts';
import { ConnectionWorld, isLive, item, refuse, stream, titles } from './testConnection.ts';
import type { TestServer } from './testServer.ts';

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

describe('subscriptions', () => {
  test('S2: a stream comes as a snapshot, then event by event', async () => {
    server.change(stream, item('a', 'Khai mạc'));
    const connection = connect();
    const feed = connection.subscribe(stream);
    expect(feed.state).toBe('loading');
    connection.open();
    await isLive(feed);
    expect(titles(feed)).toEqual(['Khai mạc']);
    server.change(stream, item('b', 'Đầu tư công'));
    await vi.waitFor(() => expect(titles(feed)).toEqual(['Khai mạc', 'Đầu tư công']));
    expect(feed.get('agendaItem', 'b')?.title).toBe('Đầu tư công');
    expect(server.handshakes).toEqual([{ language: 'vi', protocol: protocolVersion }]);
  });

  test('a stream is subscribed once for all its users, and left some time after the last of them', async () => {
    const connection = connect();
    connection.open();
    const feed = connection.subscribe(stream);
    expect(connection.subscribe(stream)).toBe(feed);
    await isLive(feed);
    connection.release(stream);
    connection.release(stream);
    expect(connection.subscribe(stream)).toBe(feed);
    connection.release(stream);
    await vi.waitFor(() => expect(server.unsubscribes).toEqual([stream]));
    expect(server.subscribes).toHaveLength(1);
    expect(connection.feedOf(stream)).toBeNull();
  });

  test('S4: a beat reveals a lost last event', async () => {
    const connection = connect();
    connection.open();
    const feed = connection.subscribe(stream);
    await isLive(feed);
    server.announces = false;
    server.change(stream, item('a', 'Khai mạc'));
    server.beat();
    await vi.waitFor(() => expect(titles(feed)).toEqual(['Khai mạc']));
    expect(server.subscribes.map(({ since }) => since)).toEqual([-1, 0]);
  });

  test('S4: a server that forgot us without a word is asked anew after two beats', async () => {
    const connection = connect({ timing: { silenceMs: 60_000 } });
    connection.open();
    const feed = connection.subscribe(stream);
    await isLive(feed);
    server.forget(stream);
    server.change(stream, item('a', 'Khai mạc'));
    server.beat();
    server.beat();
    await vi.waitFor(() => expect(titles(feed)).toEqual(['Khai mạc']));
  });

  test('a subscription that is not answered is sent again', async () => {
    server.change(stream, item('a', 'Khai mạc'));
    server.answers = () => server.subscribes.length > 1;
    const connection = connect();
    connection.open();
    const feed = connection.subscribe(stream);
    // The line is not dead, only this answer is missing.
    const beats = setInterval(() => server.beat(), 50);
    world.atEnd(() => clearInterval(beats));
    await isLive(feed);
    expect(titles(feed)).toEqual(['Khai mạc']);
    expect(server.handshakes).toHaveLength(1);
  });

  test('a busy server is asked again', async () => {
    server.instead = () => (server.subscribes.length > 2 ? null : refuse('too_many'));
    const connection = connect();
    connection.open();
    await isLive(connection.subscribe(stream));
    expect(server.subscribes).toHaveLength(3);
  });

  test('S6: a reset forgets the stream, also on this device, and starts it anew', async () => {
    server.change(stream, item('secret', 'Nhân sự'));
    const rightsChanged = vi.fn();
    const connection = connect();
    connection.open({ rightsChanged });
    const feed = connection.subscribe(stream);
    await isLive(feed);
    await vi.waitFor(() => expect(copies.kept.has(stream)).toBe(true));
    const drop = vi.spyOn(copies, 'drop');
    server.stream(stream).records.clear();
    server.reset(stream);
    await vi.waitFor(() => expect([feed.state, titles(feed)]).toEqual(['live', []]));
    expect(server.subscribes.at(-1)?.since).toBe(-1);
    expect(drop).toHaveBeenCalledWith(stream);
    expect(rightsChanged).toHaveBeenCalledOnce();
  });

  test('a stream that is not ours is gone, with what this device kept of it', async () => {
    copies.kept.set(stream, { seq: 3, epoch: server.epoch, records: [item('a', 'Nhân sự')] });
    server.instead = () => refuse('not_found');
    const connection = connect();
    connection.open();
    const feed = connection.subscribe(stream);
    await vi.waitFor(() => expect(feed.state).toBe('gone'));
    expect([titles(feed), copies.kept.size]).toEqual([[], 0]);
  });
});
