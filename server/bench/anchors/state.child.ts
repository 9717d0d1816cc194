import { createHash } from 'node:crypto';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { answer } from '../measure/child.ts';

// The anchors of a hall that comes back: servers that send one state to whoever connects, and ask nobody who they are.
// One is as bare as Node can be, with a frame made once; the other is Socket.IO as it comes.

let state: Buffer;

/** The WebSocket handshake and nothing else (RFC 6455, section 4.2.2). */
function raw(http: HttpServer): void {
  const frame = Buffer.concat([Buffer.from([0x81, 126, state.length >> 8, state.length & 255]), state]);
  http.on('upgrade', (request, socket) => {
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.on('error', () => socket.destroy());
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.write(frame);
  });
}

function socketio(http: HttpServer): void {
  const io = new Server(http, { serveClient: false });
  const message = JSON.parse(state.toString());
  io.on('connection', socket => socket.emit('state', message));
}

answer({
  start: async (given: { kind: 'raw' | 'socketio'; state: string }) => {
    state = Buffer.from(given.state);
    const http = createServer();
    if (given.kind === 'raw') raw(http);
    else socketio(http);
    await new Promise<void>(resolve => http.listen(0, '127.0.0.1', 4096, resolve));
    return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  },
});
