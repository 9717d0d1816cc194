import { createClient } from 'redis';
import type { Log } from '../log.ts';
import type { Bus } from './bus.ts';

const prefix = 'nghisu:';
/** Every process says here that it was away, so that all look for what it could not tell. */
const gapChannel = `${prefix}gap`;
/** A connection that answers nothing for so long is lost, whatever the network says. */
const silenceMs = 10_000;

/**
 * The bus over Redis pub/sub. Never throws and never waits: while Redis is away nothing is passed on, nothing piles up,
 * and every process finds by itself in the database what it was not told.
 */
export async function redisBus(url: string, log: Log): Promise<Bus> {
  const options = {
    url,
    // What could not be said at once is not worth saying later: the log has it.
    disableOfflineQueue: true,
    socket: { reconnectStrategy: (tries: number) => Math.min(100 * 2 ** tries, 1000) },
  };
  const speaking = createClient({
    ...options,
    // What waits for a Redis that takes no more stays bounded.
    commandsQueueMaxLength: 1000,
    pingInterval: silenceMs / 4,
    socket: { ...options.socket, socketTimeout: silenceMs },
  });
  // Subscriptions wait for the first connection and are renewed after each later one.
  const listening = createClient({ ...options, disableOfflineQueue: false });
  let isAway = false;
  for (const client of [speaking, listening]) {
    client.on('error', error => {
      if (!isAway)
        log.warn({ err: error }, 'Redis is away; other processes learn of changes from the database');
      isAway = true;
    });
    client.on('ready', () => {
      if (isAway) log.info('Redis is back');
      isAway = false;
    });
  }
  const gapHandlers = new Set<() => void>();
  const tellGap = (): void => {
    for (const handler of gapHandlers) handler();
  };
  // Not after the first time: who just started has read everything.
  speaking.once('ready', () => {
    speaking.on('ready', () => void speaking.publish(gapChannel, '').catch(() => undefined));
  });
  listening.once('ready', () => listening.on('ready', tellGap));
  holdSubscription(listening, gapChannel, tellGap);
  // The server starts without Redis too; the clients go on trying.
  for (const client of [speaking, listening]) client.connect().catch(() => undefined);
  return {
    publish(channel, message) {
      speaking.publish(prefix + channel, Buffer.from(message)).catch(() => undefined);
    },
    subscribe(channel, handler) {
      return holdSubscription(listening, prefix + channel, message => handler(new Uint8Array(message)));
    },
    onGap(handler) {
      gapHandlers.add(handler);
      return () => void gapHandlers.delete(handler);
    },
    async close() {
      speaking.destroy();
      listening.destroy();
    },
  };
}

/** What this asks of a client of Redis. */
type Listening = {
  on(event: 'ready', then: () => void): unknown;
  off(event: 'ready', then: () => void): unknown;
  subscribe(channel: string, listener: (message: Buffer) => void, asBytes: true): Promise<unknown>;
  unsubscribe(channel: string, listener: (message: Buffer) => void, asBytes: true): Promise<unknown>;
};

/**
 * Listens on the channel until the answered function is called. The client renews what Redis has once granted; a request
 * that was under way when the connection ended is refused, and is made again with the next connection.
 */
function holdSubscription(
  listening: Listening,
  channel: string,
  listener: (message: Buffer) => void,
): () => void {
  let state: 'wanted' | 'asked' | 'granted' = 'wanted';
  const ask = (): void => {
    if (state !== 'wanted') return;
    state = 'asked';
    listening.subscribe(channel, listener, true).then(
      () => {
        state = 'granted';
      },
      () => {
        state = 'wanted';
      },
    );
  };
  listening.on('ready', ask);
  ask();
  return () => {
    listening.off('ready', ask);
    listening.unsubscribe(channel, listener, true).catch(() => undefined);
  };
}
