import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FaultProxy, openFaultProxy } from './faultProxy.ts';

/** Answers every line with the same line, and keeps what it was told. */
let echo: Server;
let heard = '';
const served: Socket[] = [];
let link: FaultProxy;
const clients: Socket[] = [];

beforeAll(async () => {
  echo = createServer(socket => {
    served.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', bytes => {
      heard += bytes;
      socket.write(bytes);
    });
  }).listen(0, '127.0.0.1');
  await once(echo, 'listening');
});
afterAll(() => void echo.close());
beforeEach(async () => {
  heard = '';
  link = await openFaultProxy((echo.address() as { port: number }).port);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await link.close();
});

async function open(): Promise<{ socket: Socket; said(): string; closed: Promise<unknown> }> {
  const socket = connect(link.port, '127.0.0.1');
  clients.push(socket);
  let said = '';
  socket
    .setEncoding('utf8')
    .on('error', () => undefined)
    .on('data', text => {
      said += text;
    });
  const closed = new Promise(resolve => socket.once('close', resolve));
  await once(socket, 'connect');
  return { socket, said: () => said, closed };
}

async function until(isReached: () => boolean): Promise<void> {
  while (!isReached()) await new Promise(resolve => setTimeout(resolve, 2));
}

/** Longer than anything on loopback takes, for what must not arrive. */
const aWhile = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 100));

describe('a link that can fail', () => {
  it('passes everything in both directions, in order, and the end of it', async () => {
    const { socket, said, closed } = await open();
    const text = 'Nghị Sự '.repeat(200_000);
    socket.write(text);
    await until(() => said().length >= text.length);
    expect(said()).toBe(text);
    served.at(-1)!.end('bye');
    await closed;
    expect(said().endsWith('bye')).toBe(true);
  });

  it('ends open connections and lets nobody in while it refuses', async () => {
    const before = await open();
    link.refuse();
    await before.closed;
    const { closed } = await open();
    await closed;
    link.mend();
    const after = await open();
    after.socket.write('again');
    await until(() => after.said() === 'again');
  });

  it('swallows everything as a black hole, even the end, and ends what lost bytes once mended', async () => {
    const { socket, said, closed } = await open();
    socket.write('one');
    await until(() => said() === 'one');
    link.blackhole();
    socket.write('two');
    const far = served.at(-1)!;
    let isFarClosed = false;
    far.on('close', () => {
      isFarClosed = true;
    });
    const late = await open();
    late.socket.write('three');
    await aWhile();
    expect([heard, said(), late.said()]).toEqual(['one', 'one', '']);
    socket.destroy();
    await closed;
    await aWhile();
    expect(isFarClosed).toBe(false);
    link.mend();
    await until(() => isFarClosed);
    await late.closed;
  });

  it('loses only what the server answers while it is deaf', async () => {
    const { socket, said, closed } = await open();
    link.deafen();
    socket.write('command');
    await until(() => heard === 'command');
    await aWhile();
    expect(said()).toBe('');
    link.mend();
    await closed;
  });

  it('holds every byte back by the delay and keeps the order when the delay ends', async () => {
    const { socket, said } = await open();
    link.delay(150);
    const started = performance.now();
    socket.write('slow ');
    await aWhile();
    link.delay(0);
    socket.write('fast');
    await until(() => said() === 'slow fast');
    expect(performance.now() - started).toBeGreaterThan(145);
  });

  it('cuts what is open and passes what comes next', async () => {
    const before = await open();
    link.cut();
    await before.closed;
    const after = await open();
    after.socket.write('here');
    await until(() => after.said() === 'here');
  });
});
