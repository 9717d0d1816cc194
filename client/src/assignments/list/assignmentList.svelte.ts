import { byDueDate, matchesQuery } from '@nghisu/shared/assignments/assignments.filter.ts';
import {
  type AssignmentCounts,
  type AssignmentPage,
  type AssignmentParameters,
  assignmentQuerySchema,
} from '@nghisu/shared/assignments/assignments.query.ts';
import type { Assignment } from '@nghisu/shared/assignments/assignments.records.ts';
import { untrack } from 'svelte';
import { api } from '../../platform/api/api.ts';
import { ProblemError } from '../../platform/api/problems.ts';
import { session } from '../../platform/session/session.svelte.ts';
import type { UnitFeeds } from '../live/unitFeeds.svelte.ts';
import { whenBack } from '../live/whenBack.svelte.ts';
import { today } from '../today.svelte.ts';

const pageSize = 50;
const largestPage = 100;
/** Counts follow the streams after so long without another change. */
const countsAfterMs = 1500;

/**
 * The list as it was asked for, page by page, each row with the newest that the streams say of it. Rows never move or
 * vanish by themselves; what arrives meanwhile waits in `arrived` until it is wanted.
 */
export class AssignmentList {
  readonly #parameters: () => AssignmentParameters;
  readonly #units: UnitFeeds;
  #items = $state.raw<readonly Assignment[]>([]);
  #next = $state.raw<string | null>(null);
  #total = $state.raw(0);
  #counts = $state.raw<AssignmentCounts | null>(null);
  #state = $state.raw<'loading' | 'ready' | 'loadingMore'>('loading');
  #problem = $state.raw<unknown>(null);
  #isLocal = $state.raw(false);
  /** Stands for the latest question: an answer to an earlier one is not believed. */
  #asking = new AbortController();

  /** To be made while the component is set up; asks anew whenever the parameters change. */
  constructor(parameters: () => AssignmentParameters, units: UnitFeeds) {
    this.#parameters = parameters;
    this.#units = units;
    const key = $derived(JSON.stringify(parameters()));
    let shown = '';
    $effect(() => {
      if (key !== shown) untrack(() => this.#ask(pageSize, true));
      shown = key;
    });
    whenBack(() => {
      if (shown !== '') untrack(() => this.reload());
    });
    $effect(() => {
      units.all;
      const timer = setTimeout(() => void this.#recount(), countsAfterMs);
      return () => clearTimeout(timer);
    });
    $effect(() => () => this.#asking.abort());
  }

  readonly rows: readonly Assignment[] = $derived.by(() => this.#items.map(item => this.#units.newer(item)));
  readonly #ids = $derived.by(() => new Set(this.#items.map(item => item.id)));

  /** What belongs among the rows shown and is not there yet. */
  readonly arrived: readonly Assignment[] = $derived.by(() => {
    const last = this.#items.at(-1);
    if (this.#state === 'loading' || this.#isLocal) return [];
    return this.#matching().filter(
      one => !this.#ids.has(one.id) && (this.#next === null || !last || byDueDate(one, last) < 0),
    );
  });

  get hasMore(): boolean {
    return this.#next !== null;
  }
  get total(): number {
    return this.#total;
  }
  /** How many each status holds, or null while that is not known. */
  get counts(): AssignmentCounts | null {
    return this.#counts;
  }
  get state(): 'loading' | 'ready' | 'loadingMore' {
    return this.#state;
  }
  /** What went wrong with the last question, or null. */
  get problem(): unknown {
    return this.#problem;
  }
  /** The rows are what this device knows by itself: the server did not answer. */
  get isLocal(): boolean {
    return this.#isLocal;
  }

  /** Asks again for as many rows as are shown. */
  reload(): void {
    void this.#ask(Math.max(this.#items.length, pageSize), false);
  }

  /** Brings the next page. */
  async more(): Promise<void> {
    if (this.#next === null || this.#state !== 'ready') return;
    const { signal } = this.#asking;
    this.#state = 'loadingMore';
    try {
      const page = await this.#fetch({ limit: String(pageSize), after: this.#next }, signal);
      this.#items = [...this.#items, ...page.items.filter(item => !this.#ids.has(item.id))];
      this.#take(page);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  async #ask(count: number, isAnew: boolean): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    if (isAnew || this.#items.length === 0) this.#state = 'loading';
    try {
      const { items, last } = await this.#fetchRows(count, signal);
      this.#items = items;
      this.#take(last);
    } catch (error) {
      if (signal.aborted) return;
      if (isAnew || this.#isLocal) this.#showOwn();
      this.#fail(error);
    }
  }

  #take({ next, total, counts }: AssignmentPage): void {
    this.#next = next;
    this.#total = total;
    this.#counts = counts;
    this.#isLocal = false;
    this.#problem = null;
    this.#state = 'ready';
  }

  #fail(error: unknown): void {
    this.#problem = error;
    // Nothing to show where the server refused; where it is away, what the streams left on this device.
    this.#isLocal &&= error instanceof ProblemError && error.problem.code === 'unavailable';
    this.#state = 'ready';
  }

  #showOwn(): void {
    this.#items = this.#matching().toSorted(byDueDate);
    this.#next = null;
    this.#total = this.#items.length;
    this.#counts = null;
    this.#isLocal = true;
  }

  async #recount(): Promise<void> {
    if (this.#state !== 'ready' || this.#isLocal || this.#problem !== null) return;
    const { signal } = this.#asking;
    const page = await this.#fetch({ limit: '1' }, signal).catch(() => null);
    if (page === null || signal.aborted) return;
    this.#total = page.total;
    this.#counts = page.counts;
  }

  /** The first rows, in as many pages as they need. */
  async #fetchRows(
    count: number,
    signal: AbortSignal,
  ): Promise<{ items: Assignment[]; last: AssignmentPage }> {
    const limit = String(Math.min(count, largestPage));
    let last = await this.#fetch({ limit }, signal);
    const items = [...last.items];
    while (last.next !== null && items.length < count) {
      last = await this.#fetch({ limit, after: last.next }, signal);
      items.push(...last.items);
    }
    return { items, last };
  }

  #fetch(more: AssignmentParameters, signal: AbortSignal): Promise<AssignmentPage> {
    const query = new URLSearchParams({ ...this.#parameters(), ...more } as Record<string, string>);
    return api.get<AssignmentPage>(`/api/assignments?${query}`, signal);
  }

  #matching(): Assignment[] {
    const { viewer } = session;
    if (!viewer) return [];
    const query = assignmentQuerySchema.parse(this.#parameters());
    return this.#units.all.filter(one => matchesQuery(viewer, query, one, today.date));
  }
}
