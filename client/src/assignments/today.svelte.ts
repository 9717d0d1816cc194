import { localDate } from '@nghisu/shared/platform/dates.ts';
import { createSubscriber } from 'svelte/reactivity';
import { connection } from '../platform/connection/connection.svelte.ts';

const checkEveryMs = 30_000;

const read = (): string => localDate(new Date(connection.now()));

const subscribe = createSubscriber(update => {
  let shown = read();
  // A timer set for midnight would sleep with the device.
  const timer = setInterval(() => {
    if (read() === shown) return;
    shown = read();
    update();
  }, checkEveryMs);
  return () => clearInterval(timer);
});

/** The date in Viet Nam by the server's clock; whoever shows it is drawn anew when the day turns. */
export const today = {
  get date(): string {
    subscribe();
    return read();
  },
};
