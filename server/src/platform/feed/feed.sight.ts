import {
  type AnyRecord,
  type Change,
  changeKey,
  drop,
  type StreamEvent,
} from '@nghisu/shared/platform/feed.ts';
import type { Viewer } from '@nghisu/shared/platform/viewer.ts';
import type { StoredEvent } from '../streams/streams.ts';

/** Whether a viewer may see a record. */
export type CanSee = (viewer: Viewer, record: AnyRecord) => boolean;

/** The changes as the viewer may know of them: what is hidden becomes a drop (S5). */
export function visibleChanges(canSee: CanSee, viewer: Viewer, changes: readonly Change[]): Change[] {
  return changes.map(change =>
    change.op === 'drop' || canSee(viewer, change.record) ? change : hidden(change),
  );
}

function hidden(change: Change): Change {
  const [kind = '', id = ''] = changeKey(change).split('/');
  return drop(kind, id);
}

/** What makes viewers alike: they differ in nothing but who they are. */
export const audienceOf = ({ personId: _, ...rest }: Viewer): string => JSON.stringify(rest);

/** The events as some viewers may see them; equal views are the same object. */
export type View = { readonly seen: readonly StreamEvent[] };

/**
 * Judges some events once for all viewers that are alike. A rule that asks who the viewer is makes it judge each of those
 * by themselves.
 */
export class Sight {
  readonly #canSee: CanSee;
  readonly #events: readonly StoredEvent[];
  readonly #byAudience = new Map<string, View | 'personal'>();
  readonly #byMask = new Map<string, View>();

  constructor(canSee: CanSee, events: readonly StoredEvent[]) {
    this.#canSee = canSee;
    this.#events = events;
  }

  /** `audience` is the viewer's, worked out before. */
  of(viewer: Viewer, audience: string): View {
    const known = this.#byAudience.get(audience);
    if (known === 'personal') return this.#judge(viewer);
    if (known) return known;
    let isPersonal = false;
    const anybody: Viewer = {
      ...viewer,
      get personId() {
        isPersonal = true;
        return viewer.personId;
      },
    };
    const view = this.#judge(anybody);
    this.#byAudience.set(audience, isPersonal ? 'personal' : view);
    return view;
  }

  #judge(viewer: Viewer): View {
    let mask = '';
    for (const { changes } of this.#events) {
      for (const change of changes)
        mask += change.op === 'drop' || this.#canSee(viewer, change.record) ? '1' : '0';
    }
    const view = this.#byMask.get(mask) ?? { seen: this.#through(mask) };
    this.#byMask.set(mask, view);
    return view;
  }

  /** `seq` always goes out, what the mask hides goes out as a drop (S5). */
  #through(mask: string): StreamEvent[] {
    let at = 0;
    return this.#events.map(({ seq, type, by, at: when, changes }) => ({
      seq,
      type,
      by,
      at: when,
      changes: changes.map(change => (mask[at++] === '1' ? change : hidden(change))),
    }));
  }
}
