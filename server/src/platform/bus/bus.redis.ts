import { createClient } from 'redis';
import type { Log } from '../log.ts';
import type { Bus } from './bus.ts';

const prefix = 'nghisu:';

/**
 * The bus over Redis pub/sub. Never throws and never waits: while Redis is away nothing is passed on, nothing piles up,
 * and every process finds by itself in the database what it was not told.
 */
export async function redisBus(url: string, log: Log): Promise<Bus> {
  const options = {
    url,
    // What could not be said at once is not worth saying later: the log has it.
    disableOfflineQueue: true,
    socket: { reconnectStrategy: (tries: number) => Math.min(100 * 2 ** tries, 2000) },
  };
  const speaking = createClient(options);
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
    // The server starts without Redis too; the client goes on trying.
    client.connect().catch(() => undefined);
  }
  return {
    publish(channel, message) {
      speaking.publish(prefix + channel, Buffer.from(message)).catch(() => undefined);
    },
    subscribe(channel, handler) {
      const listener = (message: Buffer): void => handler(new Uint8Array(message));
      listening.subscribe(prefix + channel, listener, true).catch(() => undefined);
      return () => void listening.unsubscribe(prefix + channel, listener, true).catch(() => undefined);
    },
    async close() {
      speaking.destroy();
      listening.destroy();
    },
  };
}
