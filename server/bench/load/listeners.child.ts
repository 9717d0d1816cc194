import type { StreamEvent, SyncReply } from '@nghisu/shared/platform/feed.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { type Answer, protocolVersion } from '@nghisu/shared/protocol.ts';
import { WebSocket } from 'ws';
import { answer } from '../measure/child.ts';
import { now } from '../measure/clock.ts';
import { WireClient } from './wireClient.ts';

// Everybody in the halls, in one process: clients that watch the order of what they are sent.

export type Payload = { stream: string; events: StreamEvent[] };

/** One hall: everybody in it follows the same stream. */
type Hall = {
  readonly sockets: (WireClient | WebSocket)[];
  /** The last `seq` that each client has. */
  readonly seqs: number[];
  /** How many clients have a `seq`, and since when. */
  readonly arrivals: Map<number, { count: number; lastAt: number }>;
  readonly waiting: Map<number, () => void>;
  /** Repeated, out of order, or not what was sent. */
  wrong: number;
  payload: Payload | null;
};

export type Kind = 'product' | 'socketio' | 'ws';

export type HallState = { seq: number; payload: Payload | null; wrong: number };

const halls = new Map<string, Hall>();

/** After so many milliseconds a delivery counts as missing. */
const patience = 10_000;

/** As many at once as connect and ask: what is measured comes after. */
const atOnce = 20;

async function enter(given: { hall: string; kind: Kind; origin: string; cookies: string[]; stream: string }) {
  const hall: Hall = {
    sockets: [],
    seqs: [],
    arrivals: new Map(),
    waiting: new Map(),
    wrong: 0,
    payload: null,
  };
  halls.set(given.hall, hall);
  for (let at = 0; at < given.cookies.length; at += atOnce) {
    const some = given.cookies.slice(at, at + atOnce);
    await Promise.all(some.map((cookie, index) => connect(hall, at + index, { ...given, cookie })));
  }
}

type Connecting = { kind: Kind; origin: string; cookie: string; stream: string };

async function connect(hall: Hall, client: number, { kind, origin, cookie, stream }: Connecting) {
  if (kind === 'ws') {
    const socket = new WebSocket(origin.replace('http', 'ws'), { perMessageDeflate: false });
    socket.on('message', data => receive(hall, client, JSON.parse(String(data)) as Payload));
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    hall.sockets[client] = socket;
    return;
  }
  const socket = await WireClient.connect(origin, cookie);
  socket.onEvent = (name, message) => {
    if (name === 'event') receive(hall, client, message);
  };
  if (kind === 'product') hall.seqs[client] = await subscribe(socket, stream);
  hall.sockets[client] = socket;
}

async function subscribe(socket: WireClient, stream: string): Promise<number> {
  const message = { stream, since: -1, protocol: protocolVersion };
  const reply = await socket.ask<Answer<SyncReply>>('subscribe', message);
  if (!reply.ok) throw new Error(`not let in: ${JSON.stringify(reply)}`);
  return reply.seq;
}

function receive(hall: Hall, client: number, message: Payload): void {
  hall.payload ??= message;
  for (const { seq, changes } of message.events) {
    const isExpected = hall.seqs[client] === undefined || seq === hall.seqs[client] + 1;
    if (!isExpected || changes.length === 0) hall.wrong += 1;
    hall.seqs[client] = seq;
    const arrival = hall.arrivals.get(seq) ?? { count: 0, lastAt: 0 };
    hall.arrivals.set(seq, arrival);
    arrival.count += 1;
    arrival.lastAt = now();
    if (arrival.count === hall.sockets.length) hall.waiting.get(seq)?.();
  }
}

/** When the last client had a `seq`; `missing` are those that never got it. */
async function arrived(given: { hall: string; seq: number }): Promise<{ lastAt: number; missing: number }> {
  const hall = halls.get(given.hall)!;
  const all = hall.sockets.length;
  if ((hall.arrivals.get(given.seq)?.count ?? 0) < all) {
    const { promise, resolve } = Promise.withResolvers<void>();
    hall.waiting.set(given.seq, resolve);
    const guard = setTimeout(resolve, patience);
    await promise;
    clearTimeout(guard);
    hall.waiting.delete(given.seq);
  }
  const { count, lastAt } = hall.arrivals.get(given.seq) ?? { count: 0, lastAt: Number.NaN };
  hall.arrivals.delete(given.seq);
  return { lastAt, missing: Math.max(0, all - count) };
}

/** Sends a command of one client; answers when it was sent and which `seq` it got. */
async function command(given: { hall: string; client: number; message: object }) {
  const hall = halls.get(given.hall)!;
  const socket = hall.sockets[given.client]!;
  const sentAt = now();
  if (socket instanceof WebSocket) {
    socket.send('command');
    return { sentAt, seq: hall.seqs[given.client]! + 1 };
  }
  const outcome = await socket.ask<Answer<{ seq: number }>>('command', { ...given.message, id: newId() });
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return { sentAt, seq: outcome.seq };
}

answer({
  enter,
  arrived,
  command,
  /** What the hall has seen: its last `seq`, the first message, and what was wrong so far. */
  state: (given: { hall: string }): HallState => {
    const { seqs, payload, wrong } = halls.get(given.hall)!;
    return { seq: Math.max(...seqs.filter(seq => seq !== undefined)), payload, wrong };
  },
  leave: () => {
    for (const { sockets } of halls.values()) for (const socket of sockets) socket.terminate();
    halls.clear();
  },
});
