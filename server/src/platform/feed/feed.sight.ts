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
  return changes.map(change => {
    if (change.op === 'drop' || canSee(viewer, change.record)) return change;
    const [kind = '', id = ''] = changeKey(change).split('/');
    return drop(kind, id);
  });
}

/** The events as the viewer may see them (`seq` always goes out), and a mask under which equal views share one frame. */
export function seenBy(
  canSee: CanSee,
  viewer: Viewer,
  events: readonly StoredEvent[],
): { mask: string; seen: StreamEvent[] } {
  let mask = '';
  const seen = events.map(({ seq, type, by, at, changes }) => {
    const visible = visibleChanges(canSee, viewer, changes);
    for (const [index, change] of visible.entries()) mask += change === changes[index] ? '1' : '0';
    return { seq, type, by, at, changes: visible };
  });
  return { mask, seen };
}
