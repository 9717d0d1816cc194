import type { AnyRecord, Change, StreamEvent, SyncReply } from '@nghisu/shared/platform/feed.ts';
import { put } from '@nghisu/shared/platform/feed.ts';
import { type RecordKind, type RecordOf, recordKinds } from '@nghisu/shared/records.ts';
import type { StreamCopy } from '../device/localCopy.ts';
import { type Ask, FeedMachine, type FeedState, type RecordStore } from './streamFeed.ts';

/** What a feed needs from whoever carries its messages. */
type FeedParts = {
  /** An answer is wanted: take the question from `beginAsk` and bring the reply to `applyReply`. */
  readonly request: (urgent: boolean) => void;
  /** The records or their worth changed. */
  readonly changed: () => void;
};

/** One stream's records, kept as the server has them; reading them in a template or `$derived` follows changes. */
export class StreamFeed {
  readonly stream: string;
  readonly #records = new ReactiveRecords();
  readonly #machine: FeedMachine;
  readonly #changed: () => void;
  #seq = $state.raw(-1);
  #state = $state.raw<FeedState>('loading');

  constructor(stream: string, parts: FeedParts) {
    this.stream = stream;
    this.#machine = new FeedMachine(this.#records, parts.request);
    this.#changed = parts.changed;
  }

  /** The last change that the records contain, or -1. */
  get seq(): number {
    return this.#seq;
  }

  /** Whether the records may be shown as the present truth (S11). */
  get state(): FeedState {
    return this.#state;
  }

  /** All records of a kind in the order in which they first came; the same array until one of them changes. */
  records<Kind extends RecordKind>(kind: Kind): readonly RecordOf<Kind>[] {
    return this.#records.ofKind(kind).list() as readonly AnyRecord[] as readonly RecordOf<Kind>[];
  }

  /** One record, or undefined where it is not there or not ours to see. */
  get<Kind extends RecordKind>(kind: Kind, id: string): RecordOf<Kind> | undefined {
    return this.#records.ofKind(kind).get(id) as RecordOf<Kind> | undefined;
  }

  /** Resolves when the records contain the change `seq`, or when the stream is gone. */
  reached(seq: number): Promise<void> {
    return this.#machine.reached(seq);
  }

  receive(events: readonly StreamEvent[]): void {
    this.#after(() => this.#machine.receive(events));
  }

  head(seq: number): void {
    this.#after(() => this.#machine.head(seq));
  }

  beginAsk(): Ask | null {
    return this.#machine.beginAsk();
  }

  applyReply(reply: SyncReply, ask: Ask): void {
    this.#after(() => this.#machine.applyReply(reply, ask));
  }

  reset(): void {
    this.#after(() => this.#machine.reset());
  }

  end(): void {
    this.#after(() => this.#machine.end());
  }

  interrupt(): void {
    this.#after(() => this.#machine.interrupt());
  }

  resume(): void {
    this.#after(() => this.#machine.resume());
  }

  /** Shows records kept on this device until the server has answered; see `FeedMachine.restore`. */
  restore({ seq, epoch, records }: StreamCopy): void {
    this.#after(() => this.#machine.restore({ seq, epoch }, records.map(put)));
  }

  /** Every record held now, without following changes; null where the server has told nothing yet. */
  copy(): StreamCopy | null {
    const { seq, epoch } = this.#machine;
    return epoch === null ? null : { seq, epoch, records: this.#records.all() };
  }

  #after(act: () => void): void {
    act();
    this.#seq = this.#machine.seq;
    this.#state = this.#machine.state;
    this.#changed();
  }
}

class ReactiveRecords implements RecordStore {
  // All made at once: a signal made while a `$derived` looks for it would be that derived's own and never wake it.
  readonly #kinds = new Map<string, KindRecords>(recordKinds.map(kind => [kind, new KindRecords()]));

  ofKind(kind: string): KindRecords {
    let records = this.#kinds.get(kind);
    if (!records) {
      // A kind of a newer server: no screen of this page asks for it.
      records = new KindRecords();
      this.#kinds.set(kind, records);
    }
    return records;
  }

  all(): AnyRecord[] {
    return [...this.#kinds.values()].flatMap(records => records.all());
  }

  apply(changes: readonly Change[], wipe: boolean): void {
    if (wipe) for (const records of this.#kinds.values()) records.clear();
    for (const change of changes) {
      if (change.op === 'put') this.ofKind(change.record.kind).set(change.record);
      else this.ofKind(change.kind).delete(change.id);
    }
    for (const records of this.#kinds.values()) records.tell();
  }
}

class Cell {
  version = $state.raw(0);
}

/**
 * Records of one kind. One signal for the list and one for each id that somebody looked up: a change wakes the lists
 * and the readers of that record, not the readers of a thousand others (SvelteMap wakes a list through every key).
 */
class KindRecords {
  readonly #byId = new Map<string, AnyRecord>();
  readonly #cells = new Map<string, Cell>();
  readonly #touched = new Set<string>();
  #list: readonly AnyRecord[] | null = null;
  #version = $state.raw(0);

  list(): readonly AnyRecord[] {
    this.#version;
    this.#list ??= this.all();
    return this.#list;
  }

  get(id: string): AnyRecord | undefined {
    let cell = this.#cells.get(id);
    if (!cell) {
      cell = new Cell();
      this.#cells.set(id, cell);
      // The `$derived` that asks first does not follow a signal it made itself: it follows the list until it asks again.
      this.#version;
    }
    cell.version;
    return this.#byId.get(id);
  }

  all(): AnyRecord[] {
    return [...this.#byId.values()];
  }

  set(record: AnyRecord): void {
    this.#byId.set(record.id, record);
    this.#touched.add(record.id);
  }

  delete(id: string): void {
    if (this.#byId.delete(id)) this.#touched.add(id);
  }

  clear(): void {
    for (const id of this.#byId.keys()) this.#touched.add(id);
    this.#byId.clear();
  }

  /** Wakes the readers of what was touched, once however much it was. */
  tell(): void {
    if (this.#touched.size === 0) return;
    this.#list = null;
    this.#version += 1;
    for (const id of this.#touched) {
      const cell = this.#cells.get(id);
      if (cell) cell.version += 1;
    }
    this.#touched.clear();
  }
}
