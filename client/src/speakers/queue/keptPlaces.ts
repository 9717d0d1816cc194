/** A row that keeps its place; `isGone` where it is no longer in the newest list. */
export type KeptRow<Row> = { readonly row: Row; readonly isGone: boolean };

/**
 * A list that changes while somebody's finger is on it: whatever was shown stays where it is, with its newest values;
 * what has left is marked; what is new follows at the end.
 */
export function keepPlaces<Row extends { readonly id: string }>(
  shown: readonly Row[],
  newest: readonly Row[],
): KeptRow<Row>[] {
  const now = new Map(newest.map(row => [row.id, row]));
  const before = new Set(shown.map(row => row.id));
  return [
    ...shown.map(row => ({ row: now.get(row.id) ?? row, isGone: !now.has(row.id) })),
    ...newest.filter(row => !before.has(row.id)).map(row => ({ row, isGone: false })),
  ];
}

/** Before whom a row stands after one step, `null` for last; undefined where there is no such step. */
export function oneStep(ids: readonly string[], id: string, step: 'up' | 'down'): string | null | undefined {
  const at = ids.indexOf(id);
  if (at < 0) return undefined;
  if (step === 'up') return at === 0 ? undefined : ids[at - 1];
  return at === ids.length - 1 ? undefined : (ids[at + 2] ?? null);
}
