import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StreamEvent } from '@nghisu/shared/platform/feed.ts';
import { Server } from 'socket.io';
import { WebSocketServer } from 'ws';
import { answer } from '../measure/child.ts';
import { now } from '../measure/clock.ts';

// The anchors: a bare `ws` server and a plain Socket.IO server, each of which sends what the product sends to all its
// connections, and knows neither streams nor rights.

type Message = { stream: string; event: StreamEvent };

let broadcast: (message: object) => void;
let template: Message;
let seq = 0;

const listen = async (attach: (http: ReturnType<typeof createServer>) => void): Promise<string> => {
  const http = createServer();
  attach(http);
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', 4096, resolve));
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
};

const kinds = {
  ws: () =>
    listen(http => {
      const server = new WebSocketServer({ server: http, perMessageDeflate: false });
      broadcast = message => {
        const text = JSON.stringify(message);
        for (const socket of server.clients) socket.send(text);
      };
    }),
  socketio: () =>
    listen(http => {
      const io = new Server(http, { serveClient: false, perMessageDeflate: false, httpCompression: false });
      broadcast = message => void io.emit('event', message);
    }),
};

answer({
  start: ({ kind }: { kind: keyof typeof kinds }) => kinds[kind](),
  payload: (given: Message) => {
    template = given;
    seq = given.event.seq;
  },
  /** Sends changes in one turn; answers when it began. */
  send: ({ count }: { count: number }) => {
    const began = now();
    for (let at = 0; at < count; at += 1) {
      seq += 1;
      broadcast({ stream: template.stream, events: [{ ...template.event, seq }] });
    }
    return began;
  },
});
