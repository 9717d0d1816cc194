import type { AnyRecord, Change, StreamEvent, SyncReply } from '@nghisu/shared/platform/feed.ts';
import { type Answer, protocolVersion } from '@nghisu/shared/protocol.ts';
import { io, type Socket } from 'socket.io-client';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** Waits until something is so. */
export const until = (condition: () => boolean | Promise<boolean>): Promise<void> =>
  expect.poll(condition, { timeout: 30_000, interval: 20 }).toBe(true);

/** A person's way in: logs in at a server that runs, and sends commands there. */
export class Visitor {
  readonly origin: string;
  readonly cookie: string;
  readonly personId: string;

  static async logIn(origin: string, username: string, password: string): Promise<Visitor> {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ username, password });
    const answer = await fetch(`${origin}/api/session`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(await answer.text());
    const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
    const { person } = (await answer.json()) as { person: { id: string } };
    return new Visitor(origin, cookie, person.id);
  }

  private constructor(origin: string, cookie: string, personId: string) {
    this.origin = origin;
    this.cookie = cookie;
    this.personId = personId;
  }

  /** How the server answers who this is; 401 where the session has ended. */
  async status(): Promise<number> {
    return (await fetch(`${this.origin}/api/session`, { headers: { cookie: this.cookie } })).status;
  }

  async run(stream: string, name: string, input: object): Promise<number> {
    const headers = { 'content-type': 'application/json', cookie: this.cookie };
    const body = JSON.stringify({ id: crypto.randomUUID(), stream, name, input });
    const answer = await fetch(`${this.origin}/api/commands`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
    return ((await answer.json()) as { seq: number }).seq;
  }

  /** Every record that the person sees in a stream. */
  async snapshot(stream: string): Promise<Map<string, AnyRecord>> {
    const { origin, cookie } = this;
    const answer = await fetch(`${origin}/api/streams/${stream}`, { headers: { cookie } });
    if (!answer.ok) throw new Error(await answer.text());
    const { changes } = (await answer.json()) as SyncReply;
    return new Map(
      changes.map(change => (change as { record: AnyRecord }).record).map(one => [keyOf(one), one]),
    );
  }
}

const keyOf = ({ kind, id }: { kind: string; id: string }): string => `${kind} ${id}`;

/** A stock socket.io-client that follows one stream by the rules of the README, whatever happens to the server. */
export class Follower {
  readonly records = new Map<string, AnyRecord>();
  readonly #stream: string;
  readonly #cookie: { cookie: string; origin: string };
  readonly #socket: Socket;
  seq = -1;
  epoch: string | undefined;
  /** How often it asked, and how often the answer was everything anew. */
  asked = 0;
  wipes = 0;
  heads = 0;
  readonly refusals: string[] = [];

  constructor({ origin, cookie }: Visitor, stream: string) {
    this.#stream = stream;
    // Read anew at every connect, as a browser does with its cookies.
    this.#cookie = { cookie, origin };
    this.#socket = io(origin, {
      transports: ['websocket'],
      extraHeaders: this.#cookie,
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
    });
    this.#socket.on('connect', () => void this.#catchUp());
    this.#socket.on('connect_error', error => void this.refusals.push(error.message));
    this.#socket.on('reset', () => {
      this.seq = -1;
      void this.#catchUp();
    });
    this.#socket.on('head', ({ heads }: { heads: Record<string, number> }) => {
      this.heads += 1;
      if (heads[this.#stream]! > this.seq) void this.#catchUp();
    });
    this.#socket.on('event', ({ events }: { events: StreamEvent[] }) => this.#take(events));
  }

  /** Comes back under another session, with all that it holds. */
  comeBackAs({ cookie }: Visitor): void {
    this.#cookie.cookie = cookie;
    this.#socket.disconnect().connect();
  }

  close(): void {
    this.#socket.disconnect();
  }

  #take(events: readonly StreamEvent[]): void {
    for (const event of events) {
      if (event.seq > this.seq + 1) return void this.#catchUp();
      if (event.seq <= this.seq) continue;
      for (const change of event.changes) this.#apply(change);
      this.seq = event.seq;
    }
  }

  #apply(change: Change): void {
    if (change.op === 'put') this.records.set(keyOf(change.record), change.record);
    else this.records.delete(keyOf(change));
  }

  async #catchUp(): Promise<void> {
    this.asked += 1;
    const { seq: since, epoch } = this;
    const question = { stream: this.#stream, since, epoch, protocol: protocolVersion };
    const answer = (await this.#socket.emitWithAck('subscribe', question)) as Answer<SyncReply>;
    if (!answer.ok) throw new Error(answer.problem.title);
    if (answer.wipe) {
      this.wipes += 1;
      this.records.clear();
    }
    for (const change of answer.changes) this.#apply(change);
    this.seq = answer.seq;
    this.epoch = answer.epoch;
  }
}

/** A stock y-websocket client that names the generation of what it holds. */
export class Writer {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly closings: number[] = [];

  constructor({ origin, cookie }: Visitor, meetingId: string, generation: number, doc = new Y.Doc()) {
    this.doc = doc;
    class WithSession extends WebSocket {
      constructor(address: string | URL, protocols?: string | string[]) {
        super(address, protocols, { headers: { cookie, origin } });
      }
    }
    this.provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/minutes`, meetingId, doc, {
      WebSocketPolyfill: WithSession as unknown as typeof globalThis.WebSocket,
      params: { generation: `${generation}` },
      disableBc: true,
      maxBackoffTime: 200,
    });
    this.provider.on('connection-close', event => void this.closings.push(event?.code ?? 0));
  }

  synced(): Promise<void> {
    return until(() => this.provider.synced && this.doc.getXmlFragment('minutes').length > 0);
  }

  /** Adds a paragraph to the opening. */
  write(sentence: string): void {
    const opening = this.doc.getXmlFragment('minutes').get(0) as Y.XmlElement;
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(sentence)]);
    opening.push([paragraph]);
  }

  get text(): string {
    return this.doc.getXmlFragment('minutes').toString();
  }

  close(): void {
    this.provider.destroy();
    this.provider.awareness.destroy();
  }
}
