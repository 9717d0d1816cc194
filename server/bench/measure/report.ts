/** One measured figure of the product beside the same figure of its anchor, from the same run. */
export type Row = {
  readonly scenario: string;
  readonly participants: number;
  readonly metric: string;
  readonly product: number | null;
  readonly anchor: number | null;
  /** product / anchor, where both were measured. */
  readonly ratio: number | null;
  /** The most that `ratio` may be; for a count of errors, 0. */
  readonly target: number | null;
  readonly ok: boolean;
};

/** True for a count of errors, false for a figure that is only compared. */
export const isError = (row: Row): boolean => row.ratio === null && row.target === 0;

type Measured = Pick<Row, 'scenario' | 'participants' | 'metric'> & {
  product: number | null;
  anchor: number | null;
};

/** A figure that is judged by its ratio to the anchor; without a target it is only told. */
export function compared(measured: Measured, target: number | null): Row {
  const { product, anchor } = measured;
  const ratio = product === null || anchor === null || anchor === 0 ? null : product / anchor;
  return { ...measured, ratio, target, ok: target === null || (ratio !== null && ratio <= target) };
}

/** A count of errors, which must be none. */
export function errors(measured: Measured): Row {
  return { ...measured, ratio: null, target: 0, ok: measured.product === 0 };
}

/** The value below which the share `at` (0 to 1) of the values lies. */
export function percentile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** How far the worst value is from the best: how steady the machine was. */
export const spread = (values: readonly number[]): number => Math.max(...values) / Math.min(...values);

/** One JSON object a line. */
export const asJson = (rows: readonly Row[]): string =>
  rows.map(row => JSON.stringify({ ...row, ...roundedFigures(row) })).join('\n');

const round = (value: number | null): number | null =>
  value === null || Number.isNaN(value) ? null : Math.round(value * 1000) / 1000;

const roundedFigures = ({ product, anchor, ratio }: Row) => ({
  product: round(product),
  anchor: round(anchor),
  ratio: round(ratio),
});

const columns = ['participants', 'metric', 'product', 'anchor', 'ratio', 'target', 'ok'] as const;

/** A table for people. */
export function asTable(rows: readonly Row[]): string {
  const cell = (row: Row, column: (typeof columns)[number]): string => {
    const value = row[column];
    if (value === null) return '-';
    if (typeof value === 'boolean') return value ? 'yes' : 'NO';
    return typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(2) : String(value);
  };
  const lines = [[...columns] as string[], ...rows.map(row => columns.map(column => cell(row, column)))];
  const widths = columns.map((_, at) => Math.max(...lines.map(line => line[at]!.length)));
  const isWord = (at: number) => columns[at] === 'metric';
  return lines
    .map(line =>
      line.map((word, at) => (isWord(at) ? word.padEnd(widths[at]!) : word.padStart(widths[at]!))).join('  '),
    )
    .join('\n');
}
