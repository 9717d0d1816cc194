import type { Entry, Finding } from '../../history/history.ts';
import { type Counts, Findings } from '../evidence.ts';

type Command = Extract<Entry, { f: 'command' }>;

/** What the database remembers of accepted commands, and the events that they left. */
export type Effects = {
  readonly accepted: readonly { readonly id: string; readonly stream: string; readonly seq: number }[];
  /** Per command and stream: how many transactions its events come from. */
  readonly events: readonly { readonly id: string; readonly stream: string; readonly transactions: number }[];
};

type Known = {
  readonly stream: string;
  readonly name: string;
  readonly firstAsked: number;
  /** The bodies that were accepted, and the numbers answered. */
  readonly bodies: Set<string>;
  readonly seqs: Set<number>;
  hasInfo: boolean;
  failed: string | null;
};

/**
 * I1, I2: what was acknowledged is there, once, under the number that was told; what was refused is not there; the same
 * id is always answered the same, and only with the same body.
 */
export class SetCheck {
  readonly #known = new Map<string, Known>();
  readonly #findings = new Findings('set');
  readonly #counts: Counts = { invoked: 0, ok: 0, fail: 0, info: 0 };
  /** The last number acknowledged so far in each stream, in the order of time: what is asked later comes later. */
  readonly #times: { at: number; stream: string; id: string; type: 'asked' | 'told'; seq: number }[] = [];

  take(entry: Entry): void {
    if (entry.f !== 'command') return;
    const key = `${entry.stream} ${entry.id}`;
    const known = this.#known.get(key) ?? newKnown(entry);
    this.#known.set(key, known);
    if (entry.type === 'invoke') this.#counts.invoked! += 1;
    else this.#counts[entry.type]! += 1;
    if (entry.type === 'info') known.hasInfo = true;
    if (entry.type === 'fail') known.failed = entry.problem ?? '';
    if (entry.type === 'info' && entry.problem === 'internal')
      this.#findings.add('a command met an unexpected error', `${entry.name} ${entry.id}`);
    if (entry.type === 'ok') this.#acknowledge(entry, known);
  }

  #acknowledge(entry: Command, known: Known): void {
    known.bodies.add(entry.body ?? '');
    if (!known.seqs.has(entry.seq!)) {
      const { at, stream, id, seq } = entry;
      this.#times.push({ at, stream, id, type: 'told', seq: seq! });
      if (known.seqs.size === 0)
        this.#times.push({ at: known.firstAsked, stream, id, type: 'asked', seq: seq! });
    }
    known.seqs.add(entry.seq!);
  }

  /** Compares with what is stored. */
  finish({ accepted, events }: Effects): { findings: Finding[]; counts: Counts } {
    const stored = new Map<string, number[]>();
    for (const { stream, id, seq } of accepted) {
      const key = `${stream} ${id}`;
      stored.set(key, [...(stored.get(key) ?? []), seq]);
    }
    for (const [key, known] of this.#known) this.#compare(key, known, stored.get(key) ?? []);
    for (const { id, stream, transactions } of events) {
      if (transactions > 1) this.#findings.add('a command took effect more than once', `${stream} ${id}`);
    }
    this.#checkOrder();
    const lost = this.#findings.count('an acknowledged command is not there');
    const doubled = this.#findings.count('a command took effect more than once');
    return {
      findings: this.#findings.list,
      counts: { ...this.#counts, commands: this.#known.size, lost, doubled },
    };
  }

  #compare(key: string, known: Known, seqs: readonly number[]): void {
    const where = `${known.name} ${key}`;
    const [told] = known.seqs;
    if (known.bodies.size > 1) this.#findings.add('one id was accepted with two bodies', where);
    if (known.seqs.size > 1)
      this.#findings.add('one id was answered with two numbers', `${where}: ${[...known.seqs].join(', ')}`);
    if (seqs.length > 1) this.#findings.add('a command took effect more than once', where);
    if (told !== undefined && seqs.length === 0)
      this.#findings.add('an acknowledged command is not there', `${where}: ${told}`);
    if (told !== undefined && seqs.length > 0 && !seqs.includes(told))
      this.#findings.add('a command stands under another number than was told', `${where}: ${told}, ${seqs}`);
    const isRefused = known.failed !== null && known.bodies.size === 0 && !known.hasInfo;
    if (isRefused && seqs.length > 0)
      this.#findings.add('a refused command took effect', `${where}: ${known.failed}`);
  }

  /** What is asked for after something was acknowledged comes after it in the same stream. */
  #checkOrder(): void {
    const told = new Map<string, number>();
    const times = this.#times.sort((a, b) => a.at - b.at);
    for (const { stream, id, type, seq } of times) {
      const before = told.get(stream) ?? -1;
      if (type === 'told') told.set(stream, Math.max(before, seq));
      else if (seq < before)
        this.#findings.add(
          'a later command stands before an earlier one',
          `${stream} ${id}: ${seq} < ${before}`,
        );
    }
  }
}

const newKnown = ({ stream, name, at }: Command): Known => ({
  ...{ stream, name, firstAsked: at, bodies: new Set(), seqs: new Set(), hasInfo: false, failed: null },
});
