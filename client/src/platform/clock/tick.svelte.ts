import { createSubscriber } from 'svelte/reactivity';
import { connection } from '../connection/connection.svelte.ts';

const subscribe = createSubscriber(update => {
  let timer: ReturnType<typeof setTimeout>;
  // Wakes at the turn of each second of the server's clock, so that all screens change together.
  const wait = () => {
    timer = setTimeout(
      () => {
        update();
        wait();
      },
      1000 - (connection.now() % 1000) + 5,
    );
  };
  wait();
  return () => clearTimeout(timer);
});

/** The server's clock, once a second, while somebody looks at it. */
export const tick = {
  get now(): number {
    subscribe();
    return connection.now();
  },
};
