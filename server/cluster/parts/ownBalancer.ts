import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Balancer } from './nginx.ts';

const badGateway = 'HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/** Stands in for nginx: the same session to the same server, to the next one where that takes no connection. */
export async function startOwnBalancer(port: number, serverPorts: readonly number[]): Promise<Balancer> {
  // An idle connection is ended by the client, as with nginx: one that the balancer ends may meet a request half-way.
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: 75_000 });
  const open = new Set<Socket>();
  server.on('connection', socket => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  server.on('request', (asked, response) => {
    connectToOne(orderFor(asked, serverPorts)).then(
      far => pass(asked, response, far),
      () => response.writeHead(502).end(),
    );
  });
  server.on('upgrade', (asked, near, head) => {
    near.on('error', () => near.destroy());
    connectToOne(orderFor(asked, serverPorts)).then(
      far => tunnel(asked, near, head, far),
      () => near.end(badGateway),
    );
  });
  server.listen({ port, host: '127.0.0.1', backlog: 4096 });
  await once(server, 'listening');
  return {
    pid: null,
    title: 'its own balancer, as nginx was not found',
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

/** All servers, the one of the session first. */
function orderFor({ headers }: IncomingMessage, serverPorts: readonly number[]): number[] {
  const session = /(?:^|; )(?:__Host-)?nghisu=([^;]*)/.exec(headers.cookie ?? '')?.[1] ?? '';
  const first = createHash('sha256').update(session).digest().readUInt32BE() % serverPorts.length;
  return [...serverPorts.slice(first), ...serverPorts.slice(0, first)];
}

async function connectToOne(ports: readonly number[]): Promise<Socket> {
  for (const port of ports) {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    try {
      await once(socket, 'connect');
      socket.on('error', () => socket.destroy());
      return socket;
    } catch {
      // The next one, then.
    }
  }
  throw new Error('no server takes connections');
}

function headersFor(asked: IncomingMessage): IncomingMessage['headers'] {
  return { ...asked.headers, 'x-forwarded-for': asked.socket.remoteAddress, 'x-forwarded-proto': 'http' };
}

function pass(asked: IncomingMessage, response: ServerResponse, far: Socket): void {
  const { method, url: path } = asked;
  const sent = request({ method, path, headers: headersFor(asked), createConnection: () => far });
  sent.on('response', answer => {
    response.writeHead(answer.statusCode!, answer.headers);
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  sent.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
  response.on('close', () => {
    sent.destroy();
    // What was answered before it was read to its end is read away: the next request on the connection waits behind it.
    asked.unpipe(sent).resume();
  });
  asked.pipe(sent);
}

function tunnel(asked: IncomingMessage, near: Duplex, head: Buffer, far: Socket): void {
  const lines = Object.entries(headersFor(asked)).map(([name, value]) => `${name}: ${value}`);
  far.write(`${asked.method} ${asked.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  far.write(head);
  near.on('close', () => far.destroy());
  far.on('close', () => near.destroy());
  near.pipe(far).pipe(near);
}
