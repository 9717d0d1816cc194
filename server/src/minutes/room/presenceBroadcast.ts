import type { Connection } from './connection.ts';
import { type PresenceEntry, presenceFrame } from './frames.ts';
import { Presence } from './presence.ts';

type Parts = {
  readonly readers: () => Iterable<Connection>;
  /** Tells other processes. */
  readonly publish: (entries: readonly PresenceEntry[]) => void;
  /** Binds a device to its person for ever; false where it is somebody else's. */
  readonly bind: (connection: Connection, clientId: number) => Promise<boolean>;
  readonly windowMs: number;
};

/** Tells everybody in a room who else is there, each reader at most once in a window. */
export class PresenceBroadcast {
  readonly #parts: Parts;
  readonly #presence = new Presence();
  #timer: NodeJS.Timeout | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Tells a newcomer who is there. */
  greet(connection: Connection): void {
    const others = this.#presence.all();
    if (others.length > 0) connection.send(presenceFrame(others));
  }

  async hear(connection: Connection, states: Uint8Array): Promise<void> {
    const clientId = this.#presence.hear(connection, states, Date.now());
    if (clientId !== null) {
      // Bound before anybody sees it, or somebody else could write under it first.
      const isFree = !connection.rights?.write || (await this.#parts.bind(connection, clientId));
      if (isFree) this.#presence.publish(connection);
      else this.#presence.disown(connection);
    }
    this.#tell();
  }

  hearElsewhere(entries: readonly PresenceEntry[]): void {
    this.#presence.hearElsewhere(entries, Date.now());
    this.#tell();
  }

  leave(connection: Connection): void {
    this.#presence.leave(connection, Date.now());
    this.#tell();
  }

  beat(): void {
    this.#presence.forget(Date.now());
    this.#tell();
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #tell(): void {
    if (this.#timer) return;
    const changes = this.#presence.takeChanges();
    if (changes.length === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#tell();
    }, this.#parts.windowMs);
    const here = changes.filter(({ owner }) => owner !== null);
    if (here.length > 0) this.#parts.publish(here.map(({ entry }) => entry));
    const forAll = presenceFrame(changes.map(({ entry }) => entry));
    for (const reader of this.#parts.readers()) {
      const others = changes.filter(({ owner }) => owner !== reader);
      if (others.length === changes.length) reader.send(forAll);
      else if (others.length > 0) reader.send(presenceFrame(others.map(({ entry }) => entry)));
    }
  }
}
