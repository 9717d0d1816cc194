import type { AgendaItem } from '@nghisu/shared/agenda/agenda.records.ts';

type Placed = Pick<AgendaItem, 'id' | 'parentId'>;
/** Where an item goes: under which parent, before which sibling (null: last). */
export type Place = { readonly parentId: string | null; readonly beforeId: string | null };

const isTop = (item: Placed): boolean => item.parentId === null;

/**
 * What it means that an item was dropped into a flat list of the agenda. A top item goes before the next top item (its
 * nested items follow it); a nested item goes under the top item above it.
 */
export function placeAfterDrop(dropped: readonly Placed[], itemId: string): Place {
  const index = dropped.findIndex(item => item.id === itemId);
  const item = dropped[index];
  const below = dropped.slice(index + 1).filter(other => other.parentId !== itemId);
  if (!item || isTop(item)) return { parentId: null, beforeId: below.find(isTop)?.id ?? null };
  const parent = dropped.slice(0, index).findLast(isTop);
  if (!parent) return { parentId: null, beforeId: below.find(isTop)?.id ?? null };
  const next = below[0];
  return { parentId: parent.id, beforeId: next && next.parentId === parent.id ? next.id : null };
}

/** One step up or down among its siblings, or null where there is none. `ordered` is the agenda in order. */
export function placeOneStep(ordered: readonly Placed[], itemId: string, step: 'up' | 'down'): Place | null {
  const item = ordered.find(other => other.id === itemId);
  if (!item) return null;
  const siblings = ordered.filter(other => other.parentId === item.parentId);
  const at = siblings.findIndex(other => other.id === itemId);
  if (step === 'up') return at === 0 ? null : { parentId: item.parentId, beforeId: siblings[at - 1]!.id };
  if (at === siblings.length - 1) return null;
  return { parentId: item.parentId, beforeId: siblings[at + 2]?.id ?? null };
}

/** Nests a top item under the one above it, or null where that cannot be. */
export function placeNested(ordered: readonly Placed[], itemId: string): Place | null {
  const tops = ordered.filter(isTop);
  const at = tops.findIndex(other => other.id === itemId);
  if (at < 1 || ordered.some(other => other.parentId === itemId)) return null;
  return { parentId: tops[at - 1]!.id, beforeId: null };
}

/** Makes a nested item a top item, right after its parent. */
export function placeUnnested(ordered: readonly Placed[], itemId: string): Place | null {
  const item = ordered.find(other => other.id === itemId);
  if (!item || isTop(item)) return null;
  const tops = ordered.filter(isTop);
  const at = tops.findIndex(other => other.id === item.parentId);
  return { parentId: null, beforeId: tops[at + 1]?.id ?? null };
}
