const minute = 60_000;

/** Counts what was refused to whom within a minute: a client that comes back with the same wrong update is held off. */
export class RefusalCount {
  readonly #most: number;
  readonly #counts = new Map<string, { count: number; until: number }>();

  constructor(most: number) {
    this.#most = most;
  }

  add(who: string, now: number): void {
    for (const [key, { until }] of this.#counts) if (until <= now) this.#counts.delete(key);
    const entry = this.#counts.get(who) ?? { count: 0, until: now + minute };
    this.#counts.set(who, { ...entry, count: entry.count + 1 });
  }

  isTooMany(who: string, now: number): boolean {
    const entry = this.#counts.get(who);
    return entry !== undefined && entry.until > now && entry.count >= this.#most;
  }
}
