import type { StreamEvent, SyncReply } from '@nghisu/shared/platform/feed.ts';
import { type Answer, protocolVersion } from '@nghisu/shared/protocol.ts';
import type { Person } from '../../bed/people.ts';
import { type Entry, type HistoryWriter, instant } from '../../history/history.ts';
import type { Captures } from '../wire/capture.ts';
import { Line } from '../wire/line.ts';
import type { Place } from '../wire/place.ts';
import { StreamCopy } from './streamCopy.ts';

type Parts = {
  readonly place: Place;
  readonly person: Person;
  readonly node: number;
  readonly streams: readonly string[];
  readonly history: HistoryWriter;
  readonly captures: Captures;
};

/** What a follower holds of a stream, for whoever compares. */
export type HeldCopy = {
  readonly person: Person;
  readonly node: number;
  readonly stream: string;
  readonly seq: number;
  readonly state: StreamCopy['state'];
  readonly records: [string, unknown][];
};

const patienceMs = 5000;
/** A hole may close by itself for so long. */
const holeMs = 1000;
/** Whoever was refused asks again after so long: the door has to stay shut. */
const knockMs = 2000;

/** Somebody who keeps streams in view all the time, and writes down every number that comes. */
export class Follower {
  readonly copies: ReadonlyMap<string, StreamCopy>;
  readonly #parts: Parts;
  readonly #line: Line;
  readonly #asking = new Set<string>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #isClosed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.copies = new Map(parts.streams.map(stream => [stream, new StreamCopy(stream)]));
    this.#line = new Line(parts);
    const { socket } = this.#line;
    socket.on('connect', () => this.#askAll());
    socket.on('disconnect', () => {
      for (const copy of this.copies.values()) copy.interrupt();
    });
    socket.on('event', (message: { stream: string; events: StreamEvent[] }) => this.#receive(message));
    socket.on('head', ({ heads }: { heads: Record<string, number> }) => this.#beat(heads));
    socket.on('reset', ({ stream }: { stream: string }) => {
      const copy = this.copies.get(stream);
      if (!copy) return;
      this.#forget(copy, 'asking');
      void this.#ask(stream);
    });
  }

  held(): HeldCopy[] {
    const { person, node } = this.#parts;
    return [...this.copies.values()].map(({ stream, seq, state, records }) => ({
      ...{ person, node, stream, seq, state },
      records: [...records],
    }));
  }

  close(): void {
    this.#isClosed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#line.close();
  }

  #askAll(): void {
    for (const stream of this.copies.keys()) void this.#ask(stream);
  }

  #receive({ stream, events }: { stream: string; events: StreamEvent[] }): void {
    const copy = this.copies.get(stream);
    if (!copy) return;
    for (const run of copy.receive(events)) this.#note(copy, 'change', run.from, run.to);
    if (copy.isBehind) this.#later(holeMs, copy);
  }

  #beat(heads: Record<string, number>): void {
    for (const [stream, seq] of Object.entries(heads)) {
      const copy = this.copies.get(stream);
      if (!copy) continue;
      copy.known = Math.max(copy.known, seq);
      this.#note(copy, 'beat', seq, seq);
      if (copy.isBehind) this.#later(holeMs, copy);
    }
  }

  /** Asks for what is missing, unless it has come meanwhile. */
  #later(milliseconds: number, copy: StreamCopy): void {
    if (this.#asking.has(copy.stream) || this.#isClosed) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (copy.isBehind) void this.#ask(copy.stream);
    }, milliseconds);
    this.#timers.add(timer);
  }

  async #ask(stream: string): Promise<void> {
    const copy = this.copies.get(stream)!;
    if (!this.#line.isOpen || this.#asking.has(stream) || this.#isClosed) return;
    const { life, seq, epoch } = copy;
    const asked = instant();
    this.#asking.add(stream);
    try {
      const question = { stream, since: seq, ...(epoch !== '' && { epoch }), protocol: protocolVersion };
      const answer = await this.#line.ask<Answer<SyncReply>>('subscribe', question, patienceMs);
      if (copy.life !== life) return;
      if (answer.ok) {
        copy.take(answer);
        this.#note(copy, 'snapshot', -1, answer.seq, asked);
      } else if (answer.problem.code === 'not_found') this.#forget(copy, 'gone');
    } catch {
      // No answer: asked again below.
    } finally {
      this.#asking.delete(stream);
      if (copy.isBehind) this.#later(copy.life === life ? knockMs : 50, copy);
    }
  }

  #forget(copy: StreamCopy, state: 'asking' | 'gone'): void {
    if (copy.seq >= 0) this.#note(copy, 'snapshot', -1, -1);
    copy.forget(state);
  }

  #note(
    copy: StreamCopy,
    kind: 'snapshot' | 'change' | 'beat',
    from: number,
    to: number,
    asked?: number,
  ): void {
    const { history, person, node } = this.#parts;
    const entry: Entry = {
      ...{ f: 'received', at: instant(), actor: `${person.id}@${node}`, stream: copy.stream },
      ...{ socket: this.#line.connections, epoch: copy.epoch, from, to, kind },
      ...(asked !== undefined && { asked }),
    };
    history.write(entry);
  }
}
