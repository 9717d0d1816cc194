import type { FaultKind } from '../nemesis/fault.ts';

/** How long after its end a kind of fault was felt, in milliseconds; `hangs` are those that were felt too long. */
export type Recoveries = { readonly kind: FaultKind; count: number; readonly times: number[]; hangs: number };

/** The value below which this part of the sorted values lies; 0 of none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

/** Counts faults and what came after them, by kind. */
export class RecoveryTable {
  readonly #byKind = new Map<FaultKind, Recoveries>();

  /** One round of faults, begun and healed together; null where the servers did not find back. */
  add(kinds: readonly FaultKind[], recovered: number | null): void {
    for (const kind of kinds) {
      const row = this.#byKind.get(kind) ?? { kind, count: 0, times: [], hangs: 0 };
      this.#byKind.set(kind, row);
      row.count += 1;
      if (recovered === null) row.hangs += 1;
      else row.times.push(recovered);
    }
  }

  get faults(): number {
    return this.rows.reduce((sum, row) => sum + row.count, 0);
  }
  get hangs(): number {
    return this.rows.reduce((sum, row) => sum + row.hangs, 0);
  }
  get rows(): Recoveries[] {
    return [...this.#byKind.values()];
  }
}
