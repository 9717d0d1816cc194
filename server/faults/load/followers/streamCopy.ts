import {
  type AnyRecord,
  type Change,
  changeKey,
  put,
  type StreamEvent,
  type SyncReply,
} from '@nghisu/shared/platform/feed.ts';

/** Events with consecutive numbers. */
export type Run = { readonly from: number; readonly to: number };

/**
 * One stream's records as the product's protocol says that a client must keep them: nothing is applied out of turn, a
 * hole is asked for (S2-S6). Written for this suite, so that a mistake of the product's own client is not made twice.
 */
export class StreamCopy {
  readonly stream: string;
  readonly records = new Map<string, AnyRecord>();
  seq = -1;
  epoch = '';
  /** The newest number heard of. */
  known = -1;
  /** `gone`: not ours to see, as the server last said. */
  state: 'asking' | 'following' | 'gone' = 'asking';
  /** Answers to what was asked in an earlier life are not believed. */
  life = 0;

  constructor(stream: string) {
    this.stream = stream;
  }

  get isBehind(): boolean {
    return this.state !== 'following' || this.known > this.seq;
  }

  /** Takes events as they come, and answers their numbers in runs without a hole. */
  receive(events: readonly StreamEvent[]): Run[] {
    const runs: { from: number; to: number }[] = [];
    for (const { seq, changes } of events) {
      const last = runs.at(-1);
      if (last?.to === seq - 1) last.to = seq;
      else runs.push({ from: seq, to: seq });
      this.known = Math.max(this.known, seq);
      if (this.state !== 'following' || seq !== this.seq + 1) continue;
      this.#apply(changes);
      this.seq = seq;
    }
    return runs;
  }

  /** Takes a reply to what was asked in the present life; older than what is held, it changes nothing. */
  take(reply: SyncReply): void {
    this.state = 'following';
    if (reply.seq < this.seq && !reply.wipe) return;
    if (reply.wipe) this.records.clear();
    this.#apply(reply.changes);
    this.seq = reply.seq;
    this.epoch = reply.epoch;
  }

  /** The connection is lost: what comes next has to be asked for. */
  interrupt(): void {
    this.life += 1;
    if (this.state === 'following') this.state = 'asking';
  }

  /** Forgets everything (S6). */
  forget(state: 'asking' | 'gone'): void {
    this.life += 1;
    this.records.clear();
    this.seq = -1;
    this.known = -1;
    this.state = state;
  }

  #apply(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.op === 'put') this.records.set(changeKey(put(change.record)), change.record);
      else this.records.delete(changeKey(change));
    }
  }
}
