import type { RunResult } from '../run.ts';
import { quantile } from './recovery.ts';

/** Rows under headings, the first column flush left, numbers flush right. */
export function asTable(
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const all = [headings, ...rows].map(row => row.map(String));
  const widths = headings.map((_, at) => Math.max(...all.map(row => row[at]?.length ?? 0)));
  return all
    .map(row =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '),
    )
    .join('\n');
}

const ms = (value: number): string => `${Math.round(value)}`;

/** What a run did and what it found, for people. */
export function report(run: RunResult): string {
  const recoveries = run.recoveries
    .toSorted((a, b) => (a.kind < b.kind ? -1 : 1))
    .map(({ kind, count, times, hangs }) => [
      kind,
      count,
      ms(quantile(times, 0.5)),
      ms(quantile(times, 0.95)),
      ms(Math.max(0, ...times)),
      hangs,
    ]);
  const counts = { ...run.load, ...run.counts };
  const lines = [
    asTable(['fault', 'times', 'p50 ms', 'p95 ms', 'max ms', 'hangs'], recoveries),
    '',
    asTable(
      ['figure', 'value'],
      [
        ['seed', run.seed],
        ['minutes', run.minutes.toFixed(1)],
        ['faults', run.faults],
        ['crashes', run.crashes],
        ['hangs', run.hangs],
        ['most memory of a server, MB', Math.round(run.largestMemory / 1e6)],
        ...Object.entries(counts),
        ['findings', run.findings.length],
      ],
    ),
  ];
  for (const { checker, what, where } of run.findings.slice(0, 50))
    lines.push(`! ${checker}: ${what}: ${where}`);
  return lines.join('\n');
}
