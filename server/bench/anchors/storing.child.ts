import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { WebSocketServer } from 'ws';
import type { Payload } from '../load/listeners.child.ts';
import { answer } from '../measure/child.ts';

// The anchor of a durable change: a bare `ws` server that takes a word from a client, commits one PostgreSQL transaction
// of the shape that the product's has at the least (one row's number goes up, one event is appended), and then sends the
// event to all. It asks no rights and changes nothing else.

const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });
let database: pg.Client;
let payload: Payload;
let seq = 0;
let work = Promise.resolve();

async function change(): Promise<void> {
  await database.query('begin');
  const { rows } = await database.query('update anchor_stream set seq = seq + 1 returning seq');
  seq = Number(rows[0].seq);
  const message = JSON.stringify({ ...payload, events: payload.events.map(event => ({ ...event, seq })) });
  await database.query('insert into anchor_event values ($1, $2)', [seq, message]);
  await database.query('commit');
  for (const socket of server.clients) socket.send(message);
}

server.on('connection', socket =>
  socket.on('message', () => {
    work = work.then(change);
  }),
);

answer({
  start: async (given: { payload: Payload; connectionString: string }) => {
    payload = given.payload;
    database = new pg.Client({ connectionString: given.connectionString });
    await database.connect();
    await database.query('drop table if exists anchor_stream, anchor_event');
    await database.query('create table anchor_stream (seq bigint)');
    await database.query('create table anchor_event (seq bigint primary key, event jsonb)');
    await database.query('insert into anchor_stream values (0)');
    await new Promise<void>(resolve => http.listen(0, '127.0.0.1', 4096, resolve));
    return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  },
  /** One change that nobody asked for, so that everybody knows where the numbers stand. */
  begin: () => change(),
});
