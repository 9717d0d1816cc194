import { parseArgs } from 'node:util';
import { bugs } from './bugs/bugs.ts';
import { hunt } from './bugs/hunt.ts';
import { asTable, report } from './report/table.ts';
import { runFaults } from './run.ts';

const usage = `npm run faults -- [--minutes N] [--seed S]
    makes faults for N minutes (10), then lets all heal and judges
npm run faults -- --bugs [NAME ...] [--minutes N] [--seed S]
    plants one bug after another, for N minutes each (1), and expects to find each of them`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string' },
    seed: { type: 'string' },
    bugs: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function numberOf(name: string, given: string | undefined, otherwise: number): number {
  const value = given === undefined ? otherwise : Number(given);
  if (Number.isFinite(value) && value > 0) return value;
  throw new Error(`--${name} wants a number above 0.\n${usage}`);
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seed = Math.round(numberOf('seed', values.seed, (Date.now() % 1_000_000) + 1));

async function main(): Promise<boolean> {
  if (values.bugs) return await huntAll(numberOf('minutes', values.minutes, 1) * 60_000);
  const lasts = numberOf('minutes', values.minutes, 10) * 60_000;
  say(`seed ${seed}`);
  const run = await runFaults({ seed, lasts, say });
  say(report(run));
  return run.findings.length === 0;
}

async function huntAll(lasts: number): Promise<boolean> {
  const unknown = positionals.filter(name => !bugs.some(bug => bug.name === name));
  if (unknown.length > 0) throw new Error(`There is no bug called ${unknown.join(', ')}.`);
  const wanted = positionals.length > 0 ? bugs.filter(bug => positionals.includes(bug.name)) : bugs;
  const rows: string[][] = [];
  for (const bug of wanted) {
    const { caughtBy, seconds } = await hunt(bug, seed, lasts);
    rows.push([
      bug.name,
      caughtBy.length > 0 ? 'caught' : 'MISSED',
      `${Math.round(seconds)} s`,
      caughtBy[0] ?? '',
    ]);
    say(rows.at(-1)!.join('  '));
  }
  say(`\nseed ${seed}\n${asTable(['bug', 'outcome', 'run', 'by'], rows)}`);
  return rows.every(row => row[1] === 'caught');
}

if (values.help) say(usage);
else process.exitCode = (await main()) ? 0 : 1;
