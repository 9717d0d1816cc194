import { Worker } from 'node:worker_threads';
import type { AsideText } from '@nghisu/shared/minutes/minutes.records.ts';
import type { Weight } from '../document/asideText.ts';
import type { BatchOutcome, Group } from '../document/batch.ts';

/** What the main thread asks of the thread that holds a document. */
export type Request =
  | { kind: 'load'; updates: readonly Uint8Array[]; owners: readonly (readonly [number, string])[] }
  | { kind: 'unload' }
  | { kind: 'judge'; groups: readonly Group[] }
  | { kind: 'absorb'; updates: readonly Uint8Array[] }
  | { kind: 'answer'; stateVector: Uint8Array }
  | { kind: 'isNews'; updates: readonly Uint8Array[] }
  | { kind: 'hasSections'; wanted: readonly string[] }
  | { kind: 'draftSections'; wanted: readonly string[] }
  | { kind: 'lines'; stored: readonly Uint8Array[] }
  | { kind: 'merge'; updates: readonly Uint8Array[] }
  | { kind: 'weigh'; update: Uint8Array; earlier: readonly Uint8Array[] }
  | { kind: 'linesBeyond' | 'linesBrought'; update: Uint8Array; stored: readonly Uint8Array[] };

export type Answer = { id: number; value: unknown } | { id: number; error: string };

export type ThreadLimits = {
  /** Largest document in bytes of its one-update form. */
  readonly largestDocument: number;
  /** Processor time that one frame may take, for every `budgetBytes` of it begun. */
  readonly frameBudgetMs: number;
  readonly budgetBytes: number;
};

/** The thread spent its time on one frame (null: on all frames of the group together) and was ended. */
export class Overrun extends Error {
  readonly group: number;
  readonly frame: number | null;
  constructor(group: number, frame: number | null) {
    super('an update took too long');
    this.group = group;
    this.frame = frame;
  }
}

/** The thread is no more: it was ended, or ran out of memory. */
class ThreadEnded extends Error {}

const watchEveryMs = 50;
const longestRequestMs = 20_000;
const megabytesOfHeap = 256;

type Waiting = { resolve(value: never): void; reject(error: Error): void; timer: NodeJS.Timeout };

/** The main thread's end of a worker thread that holds the copy of one document. */
export class DocumentThread {
  readonly #worker: Worker;
  readonly #progress = new Float64Array(new SharedArrayBuffer(5 * 8));
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 1;
  #ended = false;

  constructor(limits: ThreadLimits) {
    this.#worker = new Worker(new URL('../document/thread.ts', import.meta.url), {
      workerData: { ...limits, progress: this.#progress },
      resourceLimits: { maxOldGenerationSizeMb: megabytesOfHeap },
    });
    this.#worker.unref();
    this.#worker.on('message', (answer: Answer) => this.#settle(answer));
    this.#worker.on('error', error => this.#fail(new ThreadEnded(error.message)));
    this.#worker.on('exit', () => this.#fail(new ThreadEnded('the thread ended')));
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Loads a document in the place of the one before. Rejects where the updates make no whole document. */
  async load(
    updates: readonly Uint8Array[],
    owners: readonly (readonly [number, string])[] = [],
  ): Promise<void> {
    await this.#ask({ kind: 'load', updates, owners });
  }

  async unload(): Promise<void> {
    await this.#ask({ kind: 'unload' });
  }

  /** Judges a batch. Rejects with `Overrun` where a frame takes more processor time than it may; the thread is ended then. */
  judge(groups: readonly Group[]): Promise<BatchOutcome> {
    return this.#askWatched({ kind: 'judge', groups });
  }

  /** True where one of the updates would change something; rejects as `judge` does. */
  isNews(updates: readonly Uint8Array[]): Promise<boolean> {
    return this.#askWatched({ kind: 'isNews', updates });
  }

  async absorb(updates: readonly Uint8Array[]): Promise<void> {
    await this.#ask({ kind: 'absorb', updates });
  }

  /** What somebody with that state vector lacks, and the state vector here; null where it is none. */
  answer(stateVector: Uint8Array): Promise<{ update: Uint8Array; stateVector: Uint8Array } | null> {
    return this.#ask({ kind: 'answer', stateVector });
  }

  /** True where the sections are as wanted. */
  hasSections(wanted: readonly string[]): Promise<boolean> {
    return this.#ask({ kind: 'hasSections', wanted });
  }

  /** The update that makes the sections as wanted, or null. What is loaded is of no other use afterwards. */
  draftSections(wanted: readonly string[]): Promise<Uint8Array | null> {
    return this.#ask({ kind: 'draftSections', wanted });
  }

  /** One update in the place of many, without regard to what is loaded. */
  merge(updates: readonly Uint8Array[]): Promise<Uint8Array> {
    return this.#ask({ kind: 'merge', updates });
  }

  /** What an update is worth beside earlier ones of its person; rejects as `judge` does, as do the next two. */
  weigh(update: Uint8Array, earlier: readonly Uint8Array[]): Promise<Weight> {
    return this.#askWatched({ kind: 'weigh', update, earlier });
  }

  /** Every line of the stored document. */
  lines(stored: readonly Uint8Array[]): Promise<AsideText['sections']> {
    return this.#ask({ kind: 'lines', stored });
  }

  /** The lines of a complete document that the stored one lacks, or null where it is none. */
  linesBeyond(update: Uint8Array, stored: readonly Uint8Array[]): Promise<AsideText['sections'] | null> {
    return this.#askWatched({ kind: 'linesBeyond', update, stored });
  }

  /** The characters that an update would add to the stored document, as lines, or null where it is none. */
  linesBrought(update: Uint8Array, stored: readonly Uint8Array[]): Promise<AsideText['sections'] | null> {
    return this.#askWatched({ kind: 'linesBrought', update, stored });
  }

  async end(): Promise<void> {
    this.#fail(new ThreadEnded('the thread was ended'));
    await this.#worker.terminate();
  }

  async #askWatched<Value>(request: Request): Promise<Value> {
    const watch = setInterval(() => void this.#watch(), watchEveryMs);
    try {
      return await this.#ask(request);
    } finally {
      clearInterval(watch);
    }
  }

  #ask<Value>(request: Request): Promise<Value> {
    if (this.#ended) return Promise.reject(new ThreadEnded('the thread ended'));
    const id = this.#nextId++;
    return new Promise<Value>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new ThreadEnded(`the thread did not answer: ${request.kind}`));
        void this.end();
      }, longestRequestMs);
      this.#waiting.set(id, { resolve, reject, timer });
      this.#worker.postMessage({ id, request });
    });
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    if (!waiting) return;
    this.#waiting.delete(answer.id);
    clearTimeout(waiting.timer);
    if ('error' in answer) waiting.reject(new Error(answer.error));
    else waiting.resolve(answer.value as never);
  }

  #fail(error: Error): void {
    this.#ended = true;
    for (const waiting of this.#waiting.values()) {
      clearTimeout(waiting.timer);
      waiting.reject(error);
    }
    this.#waiting.clear();
  }

  // The thread's own processor time counts, not the clock on the wall: a busy machine must not look like an attack.
  async #watch(): Promise<void> {
    const [step, since = 0, budget = 0, group = 0, frame = 0] = this.#progress;
    if (step === 0) return;
    const usage = await this.#worker.cpuUsage().catch(() => null);
    if (!usage || this.#ended || this.#progress[0] !== step || usage.user + usage.system - since <= budget)
      return;
    this.#fail(new Overrun(group, frame < 0 ? null : frame));
    await this.#worker.terminate();
  }
}
