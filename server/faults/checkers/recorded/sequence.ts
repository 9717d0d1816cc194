import type { Entry, Finding } from '../../history/history.ts';
import { type Counts, Findings } from '../evidence.ts';

type Received = Extract<Entry, { f: 'received' }>;

/** A hole has to be asked for, and closed, within so long; what is asked waits 5 s for its answer. */
const holeWithinMs = 20_000;

type Reader = {
  socket: number;
  /** All up to here has come. */
  seq: number;
  epoch: string;
  hole: { since: number; from: number; to: number } | null;
};

/**
 * I4: to each reader come all numbers of a stream, in order; what is missing is asked for and comes. Repeats, and a gap
 * that an answer closes, are allowed (S3, S4). An answer holds everything that was acknowledged before it was asked.
 */
export class SequenceCheck {
  readonly #readers = new Map<string, Reader>();
  readonly #findings = new Findings('sequence');
  readonly #acknowledged: { stream: string; seq: number; at: number }[] = [];
  readonly #answers: { stream: string; seq: number; asked: number; actor: string }[] = [];
  readonly #counts: Counts = { received: 0, holes: 0 };
  #last = 0;

  take(entry: Entry): void {
    if (entry.f === 'command' && entry.type === 'ok')
      this.#acknowledged.push({ stream: entry.stream, seq: entry.seq!, at: entry.at });
    // Reads over HTTP and of minutes have no numbers.
    if (entry.f !== 'received' || entry.socket < 0) return;
    this.#counts.received! += 1;
    this.#last = Math.max(this.#last, entry.at);
    const key = `${entry.actor} ${entry.stream}`;
    let reader = this.#readers.get(key);
    if (!reader || reader.socket !== entry.socket) {
      reader = { socket: entry.socket, seq: -1, epoch: reader?.epoch ?? '', hole: null };
      this.#readers.set(key, reader);
    }
    if (entry.kind === 'snapshot') this.#answer(reader, entry);
    else if (entry.kind === 'change') this.#change(reader, entry);
    if (reader.hole && entry.at - reader.hole.since > holeWithinMs) this.#report(key, reader);
  }

  #answer(reader: Reader, entry: Received): void {
    const { to, epoch, stream, actor, asked } = entry;
    if (to < 0) {
      // Rights changed: all was forgotten, and what comes next starts anew (S6).
      Object.assign(reader, { seq: -1, hole: null });
      return;
    }
    if (reader.epoch !== '' && epoch !== reader.epoch)
      this.#findings.add('the epoch changed, and nothing was restored', `${actor} ${stream}`);
    reader.epoch = epoch;
    reader.seq = Math.max(reader.seq, to);
    if (reader.hole && reader.seq >= reader.hole.to) reader.hole = null;
    if (asked !== undefined) this.#answers.push({ stream, seq: to, asked, actor });
  }

  #change(reader: Reader, { at, from, to }: Received): void {
    if (from <= reader.seq + 1) {
      reader.seq = Math.max(reader.seq, to);
      if (reader.hole && reader.seq >= reader.hole.to) reader.hole = null;
      return;
    }
    // Before the first answer nothing has a place yet.
    if (reader.seq < 0) return;
    if (!reader.hole) {
      reader.hole = { since: at, from: reader.seq + 1, to };
      this.#counts.holes! += 1;
    } else reader.hole.to = Math.max(reader.hole.to, to);
  }

  #report(key: string, reader: Reader): void {
    const { from, to } = reader.hole!;
    this.#findings.add('a hole was not closed', `${key}: ${from} to ${to}`);
    reader.hole = null;
  }

  /** `heads`: of every stream the first number, the last, how many there are, and what its row says. */
  finish(heads: readonly { stream: string; first: number; last: number; count: number; head: number }[]): {
    findings: Finding[];
    counts: Counts;
  } {
    for (const [key, reader] of this.#readers) {
      if (reader.hole && this.#last - reader.hole.since > holeWithinMs / 2) this.#report(key, reader);
    }
    for (const { stream, first, last, count, head } of heads) {
      if (count > 0 && (first !== 1 || last !== count || head !== last))
        this.#findings.add(
          'the numbers of a stream are not dense',
          `${stream}: ${first} to ${last}, ${count} of them, head ${head}`,
        );
    }
    this.#checkFreshness();
    return { findings: this.#findings.list, counts: this.#counts };
  }

  #checkFreshness(): void {
    const acknowledged = this.#acknowledged.sort((a, b) => a.at - b.at);
    const newest = new Map<string, number>();
    let next = 0;
    for (const { stream, seq, asked, actor } of this.#answers.sort((a, b) => a.asked - b.asked)) {
      for (; acknowledged[next] && acknowledged[next]!.at < asked; next += 1) {
        const told = acknowledged[next]!;
        newest.set(told.stream, Math.max(newest.get(told.stream) ?? -1, told.seq));
      }
      if (seq < (newest.get(stream) ?? -1))
        this.#findings.add(
          'an answer lacks what was acknowledged before it was asked',
          `${actor} ${stream}: ${seq} < ${newest.get(stream)}`,
        );
    }
  }
}
