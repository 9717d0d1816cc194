import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { Server } from 'socket.io';
import { answer } from './child.ts';
import type { Payload } from './fanout.ts';

// The anchor: a plain Socket.IO server that sends the payload of the product to all its connections. On "store" it
// first commits it to PostgreSQL in one transaction written by hand, which is the least that a durable server can do.

const http = createServer();
const io = new Server(http, { serveClient: false, perMessageDeflate: false, httpCompression: false });
let payload: Payload | null = null;
let database: pg.Client | null = null;
let seq = 0;

const next = (): Payload => {
  seq += 1;
  return { ...payload!, events: payload!.events.map(event => ({ ...event, seq })) };
};

async function store(message: Payload): Promise<void> {
  await database!.query('begin');
  await database!.query('update anchor_stream set seq = $1', [message.events[0]!.seq]);
  await database!.query('insert into anchor_event values ($1, $2)', [seq, JSON.stringify(message.events)]);
  await database!.query('commit');
}

io.on('connection', socket => {
  socket.on('command', ({ isStored }: { isStored: boolean }, ack: (answer: object) => void) => {
    const message = next();
    const send = () => {
      io.emit('event', message);
      ack({ ok: true, seq: message.events[0]!.seq });
    };
    if (isStored) void store(message).then(send);
    else send();
  });
});

answer({
  start: async (given: { payload: Payload; connectionString: string }) => {
    payload = given.payload;
    database = new pg.Client({ connectionString: given.connectionString });
    await database.connect();
    await database.query('create table if not exists anchor_stream (seq bigint)');
    await database.query('create table if not exists anchor_event (seq bigint primary key, events jsonb)');
    await database.query('truncate anchor_event');
    await database.query('delete from anchor_stream');
    await database.query('insert into anchor_stream values (0)');
    await new Promise<void>(resolve => http.listen(0, '127.0.0.1', 4096, resolve));
    return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  },
  /** CPU time of this process so far, in microseconds. */
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return user + system;
  },
});
