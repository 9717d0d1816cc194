import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { asJson, asTable, isError, type Row } from './measure/report.ts';
import { agenda } from './scenarios/agenda.ts';
import { crash } from './scenarios/crash.ts';
import { fanout } from './scenarios/fanout.ts';
import { lateJoiner } from './scenarios/lateJoiner.ts';
import { lists, search } from './scenarios/lists.ts';
import { minutes } from './scenarios/minutes.ts';
import type { Options } from './scenarios/options.ts';
import { pdf } from './scenarios/pdf.ts';
import { storm } from './scenarios/storm.ts';

// npm run bench -- [scenario ...] [--json] [--participants 200] [--repetitions 5] [--events 60]

type Scenario = {
  /** Answers the rows of one run. */
  readonly run: (options: Options) => Promise<Row[]>;
  /** The sizes at which it is run where none is asked for. */
  readonly participants: readonly number[];
};

const scenarios: Readonly<Record<string, Scenario>> = {
  fanout: { run: fanout, participants: [50, 200, 1000] },
  agenda: { run: agenda, participants: [200, 1000] },
  minutes: { run: minutes, participants: [50] },
  crash: { run: crash, participants: [2] },
  'late-joiner': { run: lateJoiner, participants: [1] },
  storm: { run: storm, participants: [1000] },
  pdf: { run: pdf, participants: [1] },
  lists: { run: lists, participants: [10] },
  search: { run: search, participants: [10] },
};

const usage = `npm run bench -- [scenario ...] [--json] [--participants 50,200] [--repetitions 5] [--events 60]
Scenarios: ${Object.keys(scenarios).join(', ')}; without a name all of them.
Everything runs on this machine, on loopback, in temporary folders. The exit code is 1 where something was lost, doubled
or wrong; a target that was missed is told and is none.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    participants: { type: 'string' },
    repetitions: { type: 'string', default: '5' },
    events: { type: 'string', default: '60' },
  },
});

const names = positionals.length > 0 ? positionals : Object.keys(scenarios);
const sizes = values.participants?.split(',').map(Number);
const [repetitions, events] = [Number(values.repetitions), Number(values.events)];
const isCount = (value: number) => Number.isInteger(value) && value > 0;
const isKnown = names.every(name => Object.hasOwn(scenarios, name));
if (!isKnown || ![...(sizes ?? []), repetitions, events].every(isCount)) {
  process.stderr.write(usage);
  process.exit(2);
}

/** Where and when it was measured, and how busy the machine was. */
const machine = (): string => {
  const loads = loadavg().map(load => load.toFixed(1));
  const at = new Date().toISOString().slice(0, 16);
  return `${at} UTC, ${cpus().length} processors, load ${loads.join(' ')}, Node ${process.versions.node}`;
};

for (const name of names) {
  const { run, participants } = scenarios[name]!;
  const rows: Row[] = [];
  for (const size of sizes ?? participants) {
    const measured = await run({ participants: size, repetitions, events });
    rows.push(...measured);
    if (values.json) process.stdout.write(`${asJson(measured)}\n`);
  }
  if (!values.json) process.stdout.write(`${name}, ${machine()}\n${asTable(rows)}\n\n`);
  // How fast it was is told; what was lost or came out of order is a failure.
  if (rows.some(row => isError(row) && !row.ok)) process.exitCode = 1;
}
