import { newId } from '@nghisu/shared/platform/ids.ts';
import { protocolVersion } from '@nghisu/shared/protocol.ts';
import { io, type Socket } from 'socket.io-client';
import { answer } from './child.ts';
import type { Payload, Round } from './fanout.ts';

// Everybody in the hall, in one process: stock socket.io-clients that watch the order of what they are sent.

/** All connections to one server, and the `seq` of the last change that each has. */
type Hall = { sockets: Socket[]; seqs: number[]; onDelivery: (client: number, message: Payload) => void };

type Command = { name: string; message: object };

const halls = new Map<string, Hall>();

/** After so many milliseconds a delivery counts as missing. */
const patience = 10_000;

const connect = (origin: string, cookie: string): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = io(origin, {
      transports: ['websocket'],
      extraHeaders: { cookie, origin },
      forceNew: true,
      reconnection: false,
    });
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });

async function enter(given: { hall: string; origin: string; cookies: string[]; stream: string | null }) {
  const sockets: Socket[] = [];
  // A few at a time: this measures what comes after.
  for (let at = 0; at < given.cookies.length; at += 20) {
    const some = given.cookies.slice(at, at + 20).map(cookie => connect(given.origin, cookie));
    sockets.push(...(await Promise.all(some)));
  }
  const seqs = await Promise.all(sockets.map(socket => subscribe(socket, given.stream)));
  const hall: Hall = { sockets, seqs, onDelivery: () => {} };
  halls.set(given.hall, hall);
  for (const [client, socket] of sockets.entries()) {
    socket.on('event', (message: Payload) => hall.onDelivery(client, message));
  }
}

async function subscribe(socket: Socket, stream: string | null): Promise<number> {
  if (stream === null) return 0;
  const message = { stream, since: -1, protocol: protocolVersion };
  const reply = await socket.timeout(patience).emitWithAck('subscribe', message);
  if (!reply.ok) throw new Error(`not let in: ${JSON.stringify(reply)}`);
  return reply.seq;
}

/**
 * Sends commands one after the other, each when everybody has what the last one did. The first clients send in turn: no
 * person may ask as fast as this does.
 */
async function round(given: {
  hall: string;
  count: number;
  commands: Command[];
  senders: number;
}): Promise<Round> {
  const hall = halls.get(given.hall)!;
  const result: Round = { milliseconds: [], delivered: 0, missing: 0, outOfOrder: 0, payload: null };
  for (let at = 0; at < given.count; at += 1) {
    const sender = hall.sockets[at % given.senders]!;
    await change(hall, sender, given.commands[at % given.commands.length]!, result);
  }
  return result;
}

async function change(hall: Hall, sender: Socket, { name, message }: Command, result: Round): Promise<void> {
  const { sockets, seqs } = hall;
  const everybodyHasIt = Promise.withResolvers<void>();
  let arrived = 0;
  hall.onDelivery = (client, received) => {
    for (const { seq } of received.events) {
      if (seq !== seqs[client]! + 1) result.outOfOrder += 1;
      seqs[client] = seq;
      arrived += 1;
    }
    result.payload ??= received;
    if (arrived === sockets.length) everybodyHasIt.resolve();
  };
  const guard = setTimeout(everybodyHasIt.resolve, patience);
  const sent = performance.now();
  const accepted = sender.timeout(patience).emitWithAck(name, { ...message, id: newId() });
  await everybodyHasIt.promise;
  result.milliseconds.push(performance.now() - sent);
  clearTimeout(guard);
  const outcome = await accepted;
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  result.delivered += arrived;
  result.missing += Math.max(0, sockets.length - arrived);
}

answer({ enter, round });
