import { parseArgs } from 'node:util';
import { asJson, asTable, isError, type Row } from './measure/report.ts';
import { agenda } from './scenarios/agenda.ts';
import { type FanoutOptions, fanout } from './scenarios/fanout.ts';

// npm run bench -- <scenario> [--json] [--participants 200] [--repetitions 5] [--events 60]

/** Each answers the rows of one run with so many participants. */
const scenarios: Record<string, (options: FanoutOptions) => Promise<Row[]>> = { fanout, agenda };

const usage = `npm run bench -- <scenario> [--json] [--participants 200] [--repetitions 5] [--events 60]
Scenarios: ${Object.keys(scenarios).join(', ')}. Everything runs on this machine, on loopback, in a temporary folder.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    participants: { type: 'string', default: '200' },
    repetitions: { type: 'string', default: '5' },
    events: { type: 'string', default: '60' },
  },
});

const scenario = scenarios[positionals[0] ?? ''];
const halls = values.participants.split(',').map(Number);
const [repetitions, events] = [Number(values.repetitions), Number(values.events)];
const isCount = (value: number) => Number.isInteger(value) && value > 0;
if (!scenario || ![...halls, repetitions, events].every(isCount)) {
  process.stderr.write(usage);
  process.exit(2);
}
const rows: Row[] = [];
for (const participants of halls) {
  const measured = await scenario({ participants, repetitions, events });
  rows.push(...measured);
  if (values.json) process.stdout.write(`${asJson(measured)}\n`);
}
if (!values.json) process.stdout.write(`${asTable(rows)}\n`);
// How fast it was is told; what was lost or came out of order is a failure.
if (rows.some(row => isError(row) && !row.ok)) process.exitCode = 1;
