import type { Connection } from './connection.ts';
import { type PresenceEntry, readPresence } from './frames.ts';

type State = {
  readonly clock: number;
  readonly state: string;
  readonly personId: string;
  /** The connection that speaks for it; null in another process. */
  readonly owner: Connection | null;
  readonly heardAt: number;
};

const gone = 'null';
const longestState = 8192;
// A device elsewhere repeats itself every 15 s; three times unheard, it is gone.
const forgottenAfterMs = 45_000;

const colours = [
  '#b3261e',
  '#8a4b08',
  '#5c6300',
  '#1b6e3c',
  '#00696f',
  '#0b57a4',
  '#4a4fb8',
  '#7b3fa0',
  '#a0337a',
  '#5d5f66',
];

/** The colour in which a person's caret is shown, the same on every screen and day. */
function colourOf(personId: string): string {
  let sum = 0;
  for (const character of personId) sum = (sum * 31 + character.charCodeAt(0)) >>> 0;
  return colours[sum % colours.length]!;
}

/**
 * Who is at the document, on which device, with the caret where. A connection speaks for one device, its own; name,
 * colour and id come from the session, and of what it says of itself only the caret is believed.
 */
export class Presence {
  readonly #states = new Map<number, State>();
  readonly #changed = new Set<number>();
  readonly #unpublished = new Set<Connection>();

  /**
   * Reads what a connection says. Clients of y-websocket repeat what they hear of others: that is dropped. Answers
   * the device id if the connection speaks for it for the first time: others see it once it is `published`.
   */
  hear(connection: Connection, states: Uint8Array, now: number): number | null {
    const own = (readPresence(states) ?? []).find(entry => this.#isOwn(connection, entry));
    if (!own) return null;
    const isFirst = connection.presenceId === null;
    connection.presenceId = own.clientId;
    this.#states.set(own.clientId, {
      clock: this.#nextClock(own.clientId, now),
      state: stateOf(connection, own.state),
      personId: connection.personId,
      owner: connection,
      heardAt: now,
    });
    if (isFirst) this.#unpublished.add(connection);
    else if (!this.#unpublished.has(connection)) this.#changed.add(own.clientId);
    return isFirst ? own.clientId : null;
  }

  /** Shows the connection's device to others. */
  publish(connection: Connection): void {
    if (this.#unpublished.delete(connection) && connection.presenceId !== null) {
      this.#changed.add(connection.presenceId);
    }
  }

  /** The device belongs to somebody else: the connection never spoke for it. */
  disown(connection: Connection): void {
    this.#unpublished.delete(connection);
    if (connection.presenceId !== null) this.#states.delete(connection.presenceId);
    connection.presenceId = null;
  }

  /** Takes the connection's device away. */
  leave(connection: Connection, now: number): void {
    this.#unpublished.delete(connection);
    const id = connection.presenceId;
    if (id !== null && this.#states.get(id)?.owner === connection) this.#remove(id, now);
  }

  /** Takes over what another process says of its devices. */
  hearElsewhere(entries: readonly PresenceEntry[], now: number): void {
    for (const { clientId, clock, state } of entries) {
      const known = this.#states.get(clientId);
      if ((known?.owner && known.state !== gone) || (known && known.clock >= clock)) continue;
      const personId = personIn(state) ?? known?.personId ?? '';
      this.#states.set(clientId, { clock, state, personId, owner: null, heardAt: now });
      this.#changed.add(clientId);
    }
  }

  /** Removes devices of other processes that have not been heard of for long, and forgets those that are gone. */
  forget(now: number): void {
    for (const [id, { owner, state, heardAt }] of this.#states) {
      if ((owner && state !== gone) || now - heardAt < forgottenAfterMs) continue;
      if (state === gone) this.#states.delete(id);
      else this.#remove(id, now);
    }
  }

  /** Everybody who is there. */
  all(): PresenceEntry[] {
    return [...this.#states]
      .filter(([, { state, owner }]) => state !== gone && !(owner && this.#unpublished.has(owner)))
      .map(toEntry);
  }

  /** What changed since the last call; `owner` is null where it happened in another process. */
  takeChanges(): { entry: PresenceEntry; owner: Connection | null }[] {
    const changes = [...this.#changed].flatMap(id => {
      const state = this.#states.get(id);
      return state ? [{ entry: toEntry([id, state]), owner: state.owner }] : [];
    });
    this.#changed.clear();
    return changes;
  }

  // A device that is or was just now somebody's is nobody else's; the same person may come back on it.
  #isOwn(connection: Connection, { clientId, state }: PresenceEntry): boolean {
    if (connection.presenceId !== null) return clientId === connection.presenceId;
    const known = this.#states.get(clientId);
    return state !== gone && (known === undefined || known.personId === connection.personId);
  }

  // Tenths of seconds of the clock, so that what another process said earlier is older. The client's own count is of
  // no use: it does not rise when the client comes back after the others were told that it is gone.
  #nextClock(id: number, now: number): number {
    return Math.max((this.#states.get(id)?.clock ?? 0) + 1, Math.floor(now / 100));
  }

  #remove(id: number, now: number): void {
    const state = this.#states.get(id)!;
    this.#states.set(id, { ...state, state: gone, clock: this.#nextClock(id, now), heardAt: now });
    this.#changed.add(id);
  }
}

const toEntry = ([clientId, { clock, state }]: [number, State]): PresenceEntry => ({
  clientId,
  clock,
  state,
});

function stateOf(connection: Connection, given: string): string {
  const said = given.length <= longestState ? parse(given) : null;
  if (said === null) return gone;
  const user = {
    id: connection.personId,
    name: connection.rights?.name ?? '',
    color: colourOf(connection.personId),
  };
  const cursor = caretOf(said.cursor);
  return JSON.stringify(cursor ? { user, cursor } : { user });
}

function personIn(state: string): string | null {
  const { id } = (parse(state)?.user ?? {}) as { id?: unknown };
  return typeof id === 'string' ? id : null;
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** The caret as the editor's binding writes it: two positions relative to characters. Null for anything else. */
function caretOf(value: unknown): { anchor: unknown; head: unknown } | null {
  if (typeof value !== 'object' || value === null) return null;
  const { anchor, head } = value as { anchor?: unknown; head?: unknown };
  const [from, to] = [positionOf(anchor), positionOf(head)];
  return from && to ? { anchor: from, head: to } : null;
}

function positionOf(value: unknown): Record<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null;
  const { type, tname, item, assoc } = value as Record<string, unknown>;
  const position = {
    ...(isId(type) ? { type: idOf(type) } : {}),
    ...(typeof tname === 'string' && tname.length <= 64 ? { tname } : {}),
    ...(isId(item) ? { item: idOf(item) } : {}),
    ...(typeof assoc === 'number' ? { assoc } : {}),
  };
  return 'type' in position || 'tname' in position || 'item' in position ? position : null;
}

type CharacterId = { client: number; clock: number };

const isId = (value: unknown): value is CharacterId =>
  typeof value === 'object' &&
  value !== null &&
  Number.isSafeInteger((value as CharacterId).client) &&
  Number.isSafeInteger((value as CharacterId).clock);

const idOf = ({ client, clock }: CharacterId): CharacterId => ({ client, clock });
