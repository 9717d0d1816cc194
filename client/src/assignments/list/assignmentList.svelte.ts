import { byDueDate, matchesQuery } from '@nghisu/shared/assignments/assignments.filter.ts';
import {
  type AssignmentCounts,
  type AssignmentPage,
  type AssignmentParameters,
  assignmentQuerySchema,
} from '@nghisu/shared/assignments/assignments.query.ts';
import type { Assignment } from '@nghisu/shared/assignments/assignments.records.ts';
import type { MyMeeting } from '@nghisu/shared/meetings/meetings.records.ts';
import { hasRole, type MeetingRole } from '@nghisu/shared/platform/viewer.ts';
import { untrack } from 'svelte';
import { api } from '../../platform/api/api.ts';
import { ProblemError } from '../../platform/api/problems.ts';
import { connection } from '../../platform/connection/connection.svelte.ts';
import { session } from '../../platform/session/session.svelte.ts';
import { newestOf } from '../live/newest.ts';
import { RowFeeds } from '../live/rowFeeds.svelte.ts';
import { streamsOfRows } from '../live/rowStreams.ts';
import type { UnitFeeds } from '../live/unitFeeds.svelte.ts';
import { whenBack } from '../live/whenBack.svelte.ts';
import { today } from '../today.svelte.ts';
import { CountWatch } from './countWatch.ts';
import { VisibleRows } from './visibleRows.svelte.ts';

const nowAtServer = (): string => new Date(connection.now()).toISOString();

const pageSize = 50;
const largestPage = 100;
/** Counts follow the streams after so long. */
const countsAfterMs = 1500;
/** What a whole hall hears in one moment its lists count anew within so long, not all at once. */
const hallSpreadMs = 15_000;

/** A meeting of the reader, as the own calendar has it. */
type Seat = Pick<MyMeeting, 'id' | 'state' | 'role'>;

const seeingRoles: readonly MeetingRole[] = ['chair', 'secretary', 'member'];
const isRunning = ({ state }: Seat): boolean => state === 'running' || state === 'paused';

/**
 * The list as it was asked for, page by page, each row with the newest that the streams say of it: those of the reader's
 * units, and for the rows on the screen those of other units and meetings. Rows never move or vanish by themselves; what
 * arrives meanwhile waits in `arrived` until it is wanted.
 */
export class AssignmentList {
  readonly #parameters: () => AssignmentParameters;
  readonly #units: UnitFeeds;
  readonly #seats: () => readonly Seat[];
  readonly #rowFeeds: RowFeeds;
  readonly visible = new VisibleRows();
  #items = $state.raw<readonly Assignment[]>([]);
  #next = $state.raw<string | null>(null);
  #total = $state.raw(0);
  #counts = $state.raw<AssignmentCounts | null>(null);
  #state = $state.raw<'loading' | 'ready' | 'loadingMore'>('loading');
  #problem = $state.raw<unknown>(null);
  #isLocal = $state.raw(false);
  /** Stands for the latest question: an answer to an earlier one is not believed. */
  #asking = new AbortController();

  readonly #watch = new CountWatch(nowAtServer());
  #recounting: ReturnType<typeof setTimeout> | undefined;

  /** To be made while the component is set up; asks anew whenever the parameters change. */
  constructor(parameters: () => AssignmentParameters, units: UnitFeeds, seats: () => readonly Seat[]) {
    this.#parameters = parameters;
    this.#units = units;
    this.#seats = seats;
    this.#rowFeeds = new RowFeeds(() => this.#streams());
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
      const changed = this.#watch.changed(this.#heard);
      if (changed.length > 0) untrack(() => this.#recountAfter(changed));
    });
    $effect(() => () => {
      clearTimeout(this.#recounting);
      this.#asking.abort();
    });
  }

  readonly rows: readonly Assignment[] = $derived.by(() =>
    this.#items.map(item => this.#rowFeeds.newer(this.#units.newer(item))),
  );
  /** Everything that the followed streams say. */
  readonly #heard: readonly Assignment[] = $derived.by(() => [
    ...newestOf([...this.#units.all, ...this.#rowFeeds.all]).values(),
  ]);
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
      const asked = nowAtServer();
      const page = await this.#fetch({ limit: String(pageSize), after: this.#next }, signal);
      this.#watch.read(page.items, asked);
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
      const asked = nowAtServer();
      const { items, last } = await this.#fetchRows(count, signal);
      this.#items = items;
      this.#watch.read(items, asked);
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

  /** The streams that tell of the rows on the screen, and of what is given in a meeting that is running. */
  #streams(): string[] {
    const { viewer } = session;
    if (!viewer) return [];
    const running = this.#seats().filter(seat => isRunning(seat) && seeingRoles.includes(seat.role));
    const always = running.map(({ id }) => `meeting:${id}`);
    const { unit } = this.#parameters();
    if (unit !== undefined && hasRole(viewer, 'monitor')) always.push(`unit:${unit}`);
    const rows = this.#items.filter(item => this.visible.ids.has(item.id));
    return streamsOfRows(viewer, rows, always);
  }

  /** Few read of a unit's own work at once; of a meeting's a whole hall does. */
  #recountAfter(changed: readonly Assignment[]): void {
    const isOwn = changed.some(one => this.#units.get(one.id) !== undefined);
    if (!isOwn && this.#recounting !== undefined) return;
    clearTimeout(this.#recounting);
    const spread = isOwn ? 0 : Math.random() * hallSpreadMs;
    this.#recounting = setTimeout(() => {
      this.#recounting = undefined;
      void this.#recount();
    }, countsAfterMs + spread);
  }

  async #recount(): Promise<void> {
    if (this.#state !== 'ready' || this.#isLocal || this.#problem !== null) return;
    const { signal } = this.#asking;
    const asked = nowAtServer();
    const page = await this.#fetch({ limit: '1' }, signal).catch(() => null);
    if (page === null || signal.aborted) return;
    this.#watch.read([], asked);
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
    const roles = new Map(this.#seats().map(({ id, role }) => [id, role]));
    return this.#heard.filter(one => {
      const meetingRole = roles.get(one.meetingId) ?? null;
      return matchesQuery({ ...viewer, meetingRole }, query, one, today.date);
    });
  }
}
