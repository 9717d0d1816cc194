import { type Unit, unitTypes } from '@nghisu/shared/organisation/organisation.records.ts';
import { compareVietnamese } from '@nghisu/shared/platform/text.ts';

/** A unit and how many units it stands under. */
export type UnitLine = Unit & { readonly depth: number };

const byTypeAndOrder = (a: Unit, b: Unit): number =>
  unitTypes.indexOf(a.type) - unitTypes.indexOf(b.type) ||
  a.order - b.order ||
  compareVietnamese(a.name, b.name);

/**
 * Every unit once, each under the unit it belongs to, by type and order. Units whose parent is unknown stand at the
 * left; units that belong to each other in a circle do too, so that the circle can be seen and mended.
 */
export function unitTree(units: readonly Unit[]): UnitLine[] {
  const known = new Set(units.map(unit => unit.id));
  const isRoot = (unit: Unit) => unit.parentId === null || !known.has(unit.parentId);
  const sorted = units.toSorted(byTypeAndOrder);
  const childrenOf = Map.groupBy(sorted, unit => (isRoot(unit) ? null : unit.parentId));
  const lines: UnitLine[] = [];
  const listed = new Set<string>();
  const list = (unit: Unit, depth: number): void => {
    if (listed.has(unit.id)) return;
    listed.add(unit.id);
    lines.push({ ...unit, depth });
    for (const child of childrenOf.get(unit.id) ?? []) list(child, depth + 1);
  };
  for (const root of childrenOf.get(null) ?? []) list(root, 0);
  for (const unit of sorted) list(unit, 0);
  return lines;
}

/** The ids of a unit and of everything under it: what it cannot belong to. */
export function withAllUnder(units: readonly Unit[], id: string): Set<string> {
  const childrenOf = Map.groupBy(units, unit => unit.parentId);
  const under = new Set([id]);
  for (const parent of under) for (const child of childrenOf.get(parent) ?? []) under.add(child.id);
  return under;
}
