import {
  type Change,
  changeKey,
  drop,
  newestChanges,
  put,
  type StreamEvent,
  type SyncReply,
} from '@nghisu/shared/platform/feed.ts';
import { type Ask, FeedMachine, type RecordStore } from './streamFeed.ts';

// A model of one stream: a server that follows S1-S6 to the letter, three people with different rights, and a network
// that loses, repeats, reorders and cuts. Every step and every difference follows from the seed.

type Role = 'chair' | 'member';
type Item = { kind: 'item'; id: string; value: number; secret: boolean };
type State = ReadonlyMap<string, Item>;
/** A mistake planted to see that the fuzz finds it. */
export type PlantedBug =
  | 'unannounced change'
  | 'catch-up across changed rights'
  | 'client ignores holes'
  | 'client believes old answers';
type Bug = PlantedBug | null;

const epoch = 'one history';
const people = ['lan', 'minh', 'hoa'];
const longestCatchUp = 12;
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

/** Mulberry32: small, and the same on every machine. */
function seeded(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    chance: (part: number) => next() < part,
    below: (limit: number) => Math.floor(next() * limit),
    pick: <Value>(values: readonly Value[]): Value => values[Math.floor(next() * values.length)]!,
  };
}
type Random = ReturnType<typeof seeded>;

const canSee = (role: Role, record: { id: string }) => role === 'chair' || !(record as Item).secret;

/** The changes as the role may see them (S5). */
const seenBy = (role: Role, changes: readonly Change[]): Change[] =>
  changes.map(change => {
    if (change.op === 'drop' || canSee(role, change.record)) return change;
    return drop('item', changeKey(change).slice('item/'.length));
  });

/** The stream as the server keeps it: the state and everybody's role after every seq. */
class Server {
  readonly #random: Random;
  readonly #bug: Bug;
  readonly states: State[] = [new Map()];
  readonly roles: Record<string, Role>[] = [{ lan: 'chair', minh: 'member', hoa: 'member' }];
  readonly log: StreamEvent[] = [];

  constructor(random: Random, bug: Bug) {
    this.#random = random;
    this.#bug = bug;
  }

  get seq(): number {
    return this.log.length;
  }

  roleOf(person: string, seq = this.seq): Role {
    return this.roles[seq]![person]!;
  }

  viewOf(person: string, seq = this.seq): Record<string, Item> {
    const seen = [...this.states[seq]!.values()].filter(record => canSee(this.roleOf(person, seq), record));
    return Object.fromEntries(seen.map(record => [record.id, record]));
  }

  /** One command; answers whose rights it changed. */
  run(): string | null {
    const state = new Map(this.states.at(-1)!);
    const roles = { ...this.roles.at(-1)! };
    const changes: Change[] = [];
    for (let count = 1 + this.#random.below(3); count > 0; count -= 1) {
      const id = this.#random.pick(ids);
      if (state.has(id) && this.#random.chance(0.25)) {
        state.delete(id);
        changes.push(drop('item', id));
      } else {
        const record: Item = { kind: 'item', id, value: this.seq + 1, secret: this.#random.chance(0.3) };
        state.set(id, record);
        changes.push(put(record));
      }
    }
    if (this.#bug === 'unannounced change' && this.#random.chance(0.2)) changes.pop();
    const judged = this.#random.chance(0.1) ? this.#random.pick(people) : null;
    if (judged) roles[judged] = roles[judged] === 'chair' ? 'member' : 'chair';
    this.states.push(state);
    this.roles.push(roles);
    const announced = newestChanges(changes);
    this.log.push({ seq: this.seq + 1, type: 'items.changed', by: null, at: '', changes: announced });
    return judged;
  }

  /** Snapshot or catch-up (S2); a snapshot too where the person's rights changed since. */
  read(person: string, since: number): SyncReply {
    const rightsChanged =
      this.#bug !== 'catch-up across changed rights' &&
      since >= 0 &&
      since <= this.seq &&
      this.roles.slice(since).some(roles => roles[person] !== this.roles[since]![person]);
    if (since < 0 || since > this.seq || this.seq - since > longestCatchUp || rightsChanged) {
      return { epoch, seq: this.seq, wipe: true, changes: Object.values(this.viewOf(person)).map(put) };
    }
    const missed = newestChanges(this.log.slice(since).flatMap(event => [...event.changes]));
    return { epoch, seq: this.seq, wipe: false, changes: seenBy(this.roleOf(person), missed) };
  }
}

type Message =
  | { type: 'ask'; ask: Ask }
  | { type: 'read'; ask: Ask }
  | { type: 'reply'; ask: Ask; reply: SyncReply }
  | { type: 'events'; events: StreamEvent[] }
  | { type: 'head'; seq: number }
  | { type: 'reset' };

/** A client that breaks rule S4: it applies whatever comes and never asks again. */
class HoleIgnorer extends FeedMachine {
  readonly #holes: RecordStore;
  #seen = -1;
  constructor(store: RecordStore, request: (urgent: boolean) => void) {
    super(store, request);
    this.#holes = store;
  }
  override receive(events: readonly StreamEvent[]): void {
    for (const event of events) {
      if (event.seq <= this.#seen) continue;
      this.#seen = event.seq;
      this.#holes.apply(event.changes, false);
    }
  }
  override head(): void {}
}

/** A client that breaks rule S6: it takes an answer to a question asked before the reset for one to its own. */
class OldAnswerBeliever extends FeedMachine {
  #newest: Ask | null = null;
  override beginAsk(): Ask | null {
    this.#newest = super.beginAsk() ?? this.#newest;
    return this.#newest;
  }
  override applyReply(reply: SyncReply): void {
    if (this.#newest) super.applyReply(reply, this.#newest);
  }
}

class Client {
  readonly person: string;
  readonly held = new Map<string, Item>();
  readonly feed: FeedMachine;
  readonly wire: Message[] = [];
  /** Joined and answered; the server sends events to nobody else (S3). */
  joined = false;

  constructor(person: string, bug: Bug) {
    this.person = person;
    const store: RecordStore = {
      apply: (changes, wipe) => {
        if (wipe) this.held.clear();
        for (const change of changes) {
          if (change.op === 'put') this.held.set(change.record.id, change.record as Item);
          else this.held.delete(change.id);
        }
      },
    };
    const Machine =
      { 'client ignores holes': HoleIgnorer, 'client believes old answers': OldAnswerBeliever }[
        bug as string
      ] ?? FeedMachine;
    this.feed = new Machine(store, () => this.send());
  }

  /** Sends the standing question, again where its answer did not come. */
  send(): void {
    const ask = this.feed.beginAsk();
    if (ask) this.wire.push({ type: 'ask', ask });
  }

  reconnect(): void {
    this.wire.length = 0;
    this.joined = false;
    this.feed.interrupt();
    this.feed.resume();
  }
}

/** The server, its clients and the network between them, all driven by one seed. */
export class FeedWorld {
  readonly random: Random;
  readonly server: Server;
  readonly clients: Client[];
  /** The first moment at which a client was wrong about itself, in words. */
  wrong: string | null = null;

  constructor(seed: number, bug: Bug) {
    this.random = seeded(seed);
    this.server = new Server(this.random, bug);
    // Two devices of one person, as in real meetings.
    this.clients = [...people, 'lan'].map(person => new Client(person, bug));
    for (const client of this.clients) client.feed.resume();
  }

  command(): void {
    const judged = this.server.run();
    const event = this.server.log.at(-1)!;
    for (const client of this.clients) {
      if (!client.joined) continue;
      if (client.person === judged) {
        client.joined = false;
        client.wire.push({ type: 'reset' });
      } else {
        const changes = seenBy(this.server.roleOf(client.person), event.changes);
        client.wire.push({ type: 'events', events: [{ ...event, changes }] });
      }
    }
  }

  beat(): void {
    for (const client of this.clients) client.wire.push({ type: 'head', seq: this.server.seq });
  }

  /** Delivers one message, any of those under way; a careless network loses some and repeats some. */
  deliver(client: Client, careless: boolean): void {
    if (client.wire.length === 0) return;
    const index = careless ? this.random.below(client.wire.length) : 0;
    const message = client.wire[index]!;
    if (!careless || !this.random.chance(0.15)) client.wire.splice(index, 1);
    if (careless && this.random.chance(0.15)) return;
    this.#handle(client, message);
    this.#judge(client, message);
  }

  #handle(client: Client, message: Message): void {
    if (message.type === 'ask') {
      // Joining and reading are two moments (S3); commands may fall in between.
      client.joined = true;
      client.wire.push({ type: 'read', ask: message.ask });
    } else if (message.type === 'read') {
      const reply = this.server.read(client.person, message.ask.since);
      client.wire.push({ type: 'reply', ask: message.ask, reply });
    } else if (message.type === 'reply') client.feed.applyReply(message.reply, message.ask);
    else if (message.type === 'events') client.feed.receive(message.events);
    else if (message.type === 'head') client.feed.head(message.seq);
    else client.feed.reset();
  }

  /** At every moment a client holds exactly what its person could see at the `seq` it claims. */
  #judge(client: Client, message: Message): void {
    const { seq, state } = client.feed;
    const expected = state === 'loading' || state === 'gone' ? {} : this.server.viewOf(client.person, seq);
    if (this.wrong === null && !same(client, expected)) {
      this.wrong = `${client.person} at seq ${seq} (${state}) after ${message.type}`;
    }
  }

  settle(): void {
    for (let round = 0; round < 6; round += 1) {
      this.beat();
      for (const client of this.clients) {
        if (client.feed.state !== 'live') client.send();
        while (client.wire.length > 0) this.deliver(client, false);
      }
    }
    for (const client of this.clients) {
      if (
        this.wrong === null &&
        (client.feed.state !== 'live' ||
          client.feed.seq !== this.server.seq ||
          !same(client, this.server.viewOf(client.person)))
      ) {
        this.wrong = `${client.person} ends ${client.feed.state} at ${client.feed.seq} of ${this.server.seq}`;
      }
    }
  }
}

function same(client: Client, expected: Record<string, Item>): boolean {
  const sorted = (records: Item[]) => JSON.stringify(records.sort((a, b) => (a.id < b.id ? -1 : 1)));
  return sorted([...client.held.values()]) === sorted(Object.values(expected));
}
