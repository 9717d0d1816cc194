import type { AssignmentSource } from '@nghisu/shared/assignments/assignments.query.ts';
import type { Assignment, AssignmentEntry } from '@nghisu/shared/assignments/assignments.records.ts';
import { noSeat, type Viewer } from '@nghisu/shared/platform/viewer.ts';
import { untrack } from 'svelte';
import { api } from '../../platform/api/api.ts';
import { ProblemError } from '../../platform/api/problems.ts';
import { useStream } from '../../platform/feed/useStream.svelte.ts';
import { session } from '../../platform/session/session.svelte.ts';
import type { UnitFeeds } from '../live/unitFeeds.svelte.ts';
import { whenBack } from '../live/whenBack.svelte.ts';

/**
 * One assignment with its source and history: fetched, then followed through the streams of the reader's units and of
 * its meeting. The history is read again whenever the assignment has changed.
 */
export class AssignmentView {
  readonly id: string;
  readonly #units: UnitFeeds;
  readonly #room: ReturnType<typeof useStream>;
  readonly #end = new AbortController();
  #fetched = $state.raw<Assignment | null>(null);
  #source = $state.raw<AssignmentSource | null>(null);
  #history = $state.raw<readonly AssignmentEntry[] | null>(null);
  #problem = $state.raw<unknown>(null);
  #historyProblem = $state.raw<unknown>(null);

  /** To be made while the component is set up. */
  constructor(id: string, units: UnitFeeds) {
    this.id = id;
    this.#units = units;
    this.#room = useStream(() => (this.#source?.role ? `meeting:${this.#source.meetingId}` : null));
    whenBack(() => untrack(() => void this.load()));
    $effect(() => {
      if (this.assignment) untrack(() => void this.#tell());
    });
    $effect(() => () => this.#end.abort());
  }

  /** The newest that is known of it, or null. */
  readonly assignment: Assignment | null = $derived.by(() => {
    const known = [this.#fetched, this.#units.get(this.id), this.#room.feed?.get('assignment', this.id)];
    return known.reduce<Assignment | null>(
      (best, one) => (one && one.revision > (best?.revision ?? 0) ? one : best),
      null,
    );
  });

  /** The reader with the role in the meeting it comes from, as policies want it; the server has left out a role that a recusal takes away. */
  readonly viewer: Viewer | null = $derived.by(() =>
    session.viewer ? { ...session.viewer, ...noSeat, meetingRole: this.#source?.role ?? null } : null,
  );

  get source(): AssignmentSource | null {
    return this.#source;
  }
  /** Oldest step first, or null while it is not known. */
  get history(): readonly AssignmentEntry[] | null {
    return this.#history;
  }
  get historyProblem(): unknown {
    return this.#historyProblem;
  }
  /** What went wrong, where nothing can be shown; null otherwise. */
  get problem(): unknown {
    return this.assignment === null ? this.#problem : null;
  }
  get isGone(): boolean {
    return this.#problem instanceof ProblemError && this.#problem.problem.code === 'not_found';
  }

  /** Reads it from the server (again). */
  async load(): Promise<void> {
    const { signal } = this.#end;
    const path = `/api/assignments/${this.id}`;
    try {
      const [assignment, source] = await Promise.all([
        api.get<Assignment>(path, signal),
        this.#source ?? api.get<AssignmentSource>(`${path}/source`, signal),
      ]);
      this.#fetched = assignment;
      this.#source = source;
      this.#problem = null;
      if (this.#historyProblem !== null) void this.#tell();
    } catch (error) {
      if (!signal.aborted) this.#problem = error;
    }
  }

  async #tell(): Promise<void> {
    const { signal } = this.#end;
    try {
      const history = await api.get<AssignmentEntry[]>(`/api/assignments/${this.id}/history`, signal);
      if (history.length >= (this.#history?.length ?? 0)) this.#history = history;
      this.#historyProblem = null;
    } catch (error) {
      if (!signal.aborted) this.#historyProblem = error;
    }
  }
}
