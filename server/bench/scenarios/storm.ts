import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { SyncReply } from '@nghisu/shared/platform/feed.ts';
import type { Storm } from '../load/storm.child.ts';
import { Child } from '../measure/child.ts';
import { contest, cpuOf } from '../measure/contest.ts';
import { compared, errors, median, type Row, spread } from '../measure/report.ts';
import { command, openMeeting } from '../product/meeting.ts';
import { RunningProduct } from '../product/product.ts';
import type { Options } from './options.ts';

/** What the anchors send to everybody: a meeting's state, in bytes. */
const stateBytes = 30_000;
/** Changes that happened while everybody was away. */
const missed = 5;
/** Between two storms, for what the last one left behind. */
const pauseMs = 1500;

/** A whole hall loses its connection and returns in one instant; each has the current state in the end. */
export async function storm(options: Options): Promise<Row[]> {
  const product = await RunningProduct.start();
  const [raw, socketio] = [stateServer(), stateServer()];
  const clients = new Child(new URL('../load/storm.child.ts', import.meta.url));
  try {
    const meeting = await openMeeting(product, options.participants);
    const { cookies, stream, itemIds } = meeting;
    const before = await read(product, cookies[0]!, stream);
    for (const itemId of itemIds.slice(0, missed))
      await command(product, cookies[0]!, stream, 'agenda.advance', { itemId });
    const state = stateOf(before);
    const play = (given: Omit<Storm, 'cookies'>, pids: number[]) => () =>
      measure(clients, { ...given, cookies }, pids);
    const own = { kind: 'product', origin: product.origin, stream, head: before.seq + missed } as const;
    const ownPids = [product.pid, product.database.pid];
    const contenders = {
      product: play({ ...own, since: before.seq, epoch: before.epoch }, ownPids),
      newcomers: play({ ...own, since: -1 }, ownPids),
      raw: play({ kind: 'raw', origin: await raw.ask('start', { kind: 'raw', state }) }, [raw.pid]),
      socketio: play({ kind: 'socketio', origin: await socketio.ask('start', { kind: 'socketio', state }) }, [
        socketio.pid,
      ]),
    };
    // Once for the compilers.
    for (const contender of Object.values(contenders)) await contender();
    return rowsOf(options.participants, await contest(options.repetitions, contenders));
  } finally {
    for (const child of [clients, raw, socketio]) await child.stop();
    await product.stop();
  }
}

const stateServer = () => new Child(new URL('../anchors/state.child.ts', import.meta.url));

async function read({ origin }: RunningProduct, cookie: string, stream: string): Promise<SyncReply> {
  const answer = await fetch(`${origin}/api/streams/${stream}`, { headers: { cookie } });
  return (await answer.json()) as SyncReply;
}

/** As many records of the meeting as the anchors' state holds. */
function stateOf({ changes, ...reply }: SyncReply): string {
  let bytes = 0;
  const fits = changes.filter(change => {
    bytes += Buffer.byteLength(JSON.stringify(change));
    return bytes < stateBytes;
  });
  return JSON.stringify({ ...reply, changes: fits });
}

/** What one storm came to; CPU in microseconds a client. */
type Result = { milliseconds: number; absent: number; bytes: number; cpu: number; overflows: number };

async function measure(clients: Child, given: Storm, pids: number[]): Promise<Result> {
  await delay(pauseMs);
  const before = await overflows();
  let result!: Omit<Result, 'cpu' | 'overflows'>;
  const cpu = await cpuOf(pids, async () => {
    result = await clients.ask('storm', given);
  });
  return { ...result, cpu: cpu / given.cookies.length, overflows: (await overflows()) - before };
}

/** How often a connection found the queue of a listening socket full, as the kernel counts it. */
async function overflows(): Promise<number> {
  const lines = (await readFile('/proc/net/netstat', 'utf8')).split('\n');
  const at = lines.findIndex(line => line.startsWith('TcpExt:'));
  const column = lines[at]!.split(' ').indexOf('ListenOverflows');
  return Number(lines[at + 1]!.split(' ')[column]);
}

type Contenders = Record<'product' | 'newcomers' | 'raw' | 'socketio', Result[]>;

function rowsOf(participants: number, { product, newcomers, raw, socketio }: Contenders): Row[] {
  const row = (metric: string, figure: (all: Result[]) => number, [own, anchor]: [Result[], Result[]]) => ({
    scenario: 'storm',
    participants,
    metric,
    product: figure(own),
    anchor: figure(anchor),
  });
  const time = (all: Result[]) => median(all.map(({ milliseconds }) => milliseconds));
  const cpu = (all: Result[]) => median(all.map(result => result.cpu));
  const sum = (field: 'absent' | 'overflows') => (all: Result[]) =>
    all.reduce((total, result) => total + result[field], 0);
  const worst = (all: Result[]) => Math.max(...all.map(({ milliseconds }) => milliseconds)) / time(all);
  return [
    compared(row('all are back, ms, beside Socket.IO', time, [product, socketio]), 0.6),
    compared(row('the same for newcomers who hold nothing', time, [newcomers, socketio]), null),
    compared(row('server CPU a client, us, beside raw Node', cpu, [product, raw]), 2),
    compared(row('the same beside Socket.IO', cpu, [product, socketio]), null),
    compared(row('the same for newcomers who hold nothing', cpu, [newcomers, raw]), null),
    compared(
      row('bytes until the state is there', all => median(all.map(({ bytes }) => bytes)), [
        product,
        socketio,
      ]),
      null,
    ),
    compared({ ...row('worst storm / median', worst, [product, socketio]), anchor: 1 }, 1.5),
    compared(
      row('worst / best repetition of the CPU', all => spread(all.map(result => result.cpu)), [product, raw]),
      null,
    ),
    errors(row('full accept queues', sum('overflows'), [[...product, ...newcomers], socketio])),
    errors(
      row('not back, or without what they missed', sum('absent'), [[...product, ...newcomers], socketio]),
    ),
  ];
}
