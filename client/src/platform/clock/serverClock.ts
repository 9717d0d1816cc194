/** How many of the last beats and round trips are remembered: old ones say nothing after the device slept. */
const remembered = 10;

/** Milliseconds that never jump when somebody sets this device's clock. */
export const steadyMs = (): number => performance.timeOrigin + performance.now();

/**
 * The server's time as this device best knows it. A beat says what the server's clock showed some unknown moment ago,
 * so the beat that travelled fastest is believed, and half of the fastest round trip is added.
 */
export class ServerClock {
  readonly #local: () => number;
  #offsets: number[] = [];
  #trips: number[] = [];

  constructor(local: () => number = steadyMs) {
    this.#local = local;
  }

  /** The server's clock in milliseconds since 1970; this device's own until a beat has come. */
  now(): number {
    if (this.#offsets.length === 0) return this.#local();
    const halfTrip = this.#trips.length === 0 ? 0 : Math.min(...this.#trips) / 2;
    return this.#local() + Math.max(...this.#offsets) + halfTrip;
  }

  /** A beat arrived, with the server's clock at its sending. */
  beat(serverNow: number): void {
    this.#offsets = [...this.#offsets, serverNow - this.#local()].slice(-remembered);
  }

  /** A question was answered after so many milliseconds. */
  answered(tripMs: number): void {
    this.#trips = [...this.#trips, tripMs].slice(-remembered);
  }

  /** Another connection, perhaps another way through the network: measure anew, keep the time until then. */
  restart(): void {
    this.#offsets = this.#offsets.length === 0 ? [] : [Math.max(...this.#offsets)];
    this.#trips = [];
  }
}
