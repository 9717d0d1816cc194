import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { Server, type Socket as ServerSocket } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bufferedBytes, SharedFrame, Turn } from './sharedFrame.ts';

let server: Server;
let origin: string;
const clients: Socket[] = [];
const turn = new Turn();
beforeAll(async () => {
  const http = createServer();
  server = new Server(http, { serveClient: false, perMessageDeflate: false });
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterAll(async () => {
  for (const client of clients) client.disconnect();
  await server.close();
});

/** Both ends of a new connection. */
async function connect(
  transport: 'websocket' | 'polling',
): Promise<{ client: Socket; socket: ServerSocket }> {
  const connected = new Promise<ServerSocket>(resolve => server.once('connection', resolve));
  const client = io(origin, { transports: [transport], forceNew: true, reconnection: false });
  clients.push(client);
  const socket = await connected;
  if (!client.connected) await new Promise<void>(resolve => client.once('connect', resolve));
  return { client, socket };
}

/** Everything of a name that a client is told, once the last has come. */
const told = (client: Socket, isLast: (message: never) => boolean): Promise<unknown[]> =>
  new Promise(resolve => {
    const messages: unknown[] = [];
    client.on('news', message => {
      messages.push(message);
      if (isLast(message as never)) resolve(messages);
    });
  });

describe('one frame for many connections', () => {
  it.each([1, 60, 200, 30_000, 70_000])('a stock client reads it, %i letters long', async length => {
    const message = { text: 'ữ'.repeat(length), list: [1, null] };
    const frame = new SharedFrame(turn, 'news', message);
    const all = [await connect('websocket'), await connect('websocket')];
    const read = all.map(({ client }) => told(client, () => true));
    expect(all.map(({ socket }) => frame.writeTo(socket))).toEqual([true, true]);
    expect(await Promise.all(read)).toEqual([[message], [message]]);
  });

  it('keeps its place among everything else that the connection is sent', async () => {
    const { client, socket } = await connect('websocket');
    const last = 299;
    const read = told(client, ({ number }: { number: number }) => number === last);
    let written = 0;
    for (let number = 0; number <= last; number += 1) {
      const message = { number };
      // Bursts of both kinds, within one turn and over several.
      const isFrame = number % 7 < 4 && new SharedFrame(turn, 'news', message).writeTo(socket);
      if (isFrame) written += 1;
      else socket.emit('news', message);
      if (number % 50 === 49) await new Promise(resolve => setImmediate(resolve));
    }
    expect(await read).toEqual(Array.from({ length: last + 1 }, (_, number) => ({ number })));
    expect(written).toBeGreaterThan(0);
  });

  it('leaves in one write with all that the turn brings after it', async () => {
    const { client, socket } = await connect('websocket');
    await new Promise(resolve => setImmediate(resolve));
    const read = told(client, ({ number }: { number: number }) => number === 20);
    const writes: number[] = [];
    const wire = (socket.conn.transport as unknown as { socket: { _socket: Duplex } }).socket._socket;
    const [write, writev] = [wire._write.bind(wire), wire._writev!.bind(wire)];
    wire._write = (...args) => {
      writes.push(1);
      write(...args);
    };
    wire._writev = (...args) => {
      writes.push(args[0].length);
      writev(...args);
    };
    for (let number = 0; number < 20; number += 1) new SharedFrame(turn, 'news', { number }).writeTo(socket);
    socket.emit('news', { number: 20 });
    expect(await read).toEqual(Array.from({ length: 21 }, (_, number) => ({ number })));
    // The ordinary packet is written in two parts, head and body.
    expect(writes).toEqual([1, 21]);
  });

  it('leaves what has no WebSocket, or none that is open, to the ordinary way', async () => {
    const { socket } = await connect('polling');
    const frame = new SharedFrame(turn, 'news', {});
    expect(frame.writeTo(socket)).toBe(false);
    const { client, socket: leaving } = await connect('websocket');
    const gone = new Promise(resolve => client.once('disconnect', resolve));
    leaving.disconnect(true);
    expect(frame.writeTo(leaving)).toBe(false);
    await gone;
  });

  it('what a stalled reader leaves behind is counted', async () => {
    const { socket } = await connect('websocket');
    const frame = new SharedFrame(turn, 'news', { text: 'x'.repeat(1024 * 1024) });
    expect(bufferedBytes(socket)).toBe(0);
    for (let count = 0; count < 20; count += 1) frame.writeTo(socket);
    expect(bufferedBytes(socket)).toBeGreaterThan(8 * 1024 * 1024);
  });
});
