import { Child } from '../measure/child.ts';
import { contest, cpuOf } from '../measure/contest.ts';
import { compared, errors, median, percentile, type Row, spread } from '../measure/report.ts';
import { command, openMeeting } from '../product/meeting.ts';
import { RunningProduct } from '../product/product.ts';
import type { Options } from './options.ts';

/** Who writes at the same time, and how fast all of them together. */
const writers = 4;
const perSecond = 200;
/** Letters of one writer under way in the flood. */
const underWay = 64;

/** A reader may wait so much longer than beside a server that sends every letter by itself, milliseconds. */
const mergeWindow = { p50: 15, p99: 25 };

/** Secretaries write the minutes and a hall reads along, beside the reference server, which stores and judges nothing. */
export async function minutes(options: Options): Promise<Row[]> {
  const product = await RunningProduct.start();
  const anchor = new Child(new URL('../anchors/yServer.child.ts', import.meta.url));
  const clients = new Child(new URL('../load/writers.child.ts', import.meta.url));
  try {
    const meeting = await openMeeting(product, options.participants + writers);
    await command(product, meeting.cookies[0]!, meeting.stream, 'minutes.start', {});
    const people = { writers: meeting.cookies.slice(0, writers), readers: meeting.cookies.slice(writers) };
    const own = `${product.origin.replace('http', 'ws')}/minutes/${meeting.id}`;
    await clients.ask('open', { room: 'product', address: own, ...people });
    const state = await clients.ask<string>('state', { room: 'product' });
    const address = await anchor.ask<string>('start');
    await anchor.ask('load', { room: 'minutes', state });
    await clients.ask('open', { room: 'anchor', address: `${address}/minutes`, ...people });
    const play = (room: string, pids: number[]) => () => measure(clients, room, pids, options);
    const contenders = {
      product: play('product', [product.pid, product.database.pid]),
      anchor: play('anchor', [anchor.pid]),
    };
    // Once for the compilers.
    for (const contender of Object.values(contenders)) await contender();
    return rowsOf(options.participants, await contest(options.repetitions, contenders));
  } finally {
    for (const child of [clients, anchor]) await child.stop();
    await product.stop();
  }
}

type Written = { milliseconds: number[]; missing: number; differing: number };

/** What one repetition of one contender came to; CPU in microseconds, of a delivered letter and of a written one. */
type Result = {
  typing: Written & { cpu: number };
  flood: Written & { cpu: number };
};

async function measure(clients: Child, room: string, pids: number[], options: Options): Promise<Result> {
  const edits = options.events * 10;
  const run = async (name: string, question: object, deliveries: number) => {
    let written!: Written;
    const cpu = await cpuOf(pids, async () => {
      written = await clients.ask<Written>(name, { room, edits, ...question });
    });
    return { ...written, cpu: cpu / deliveries };
  };
  return {
    typing: await run('typing', { perSecond }, edits * options.participants),
    flood: await run('flood', { underWay }, edits),
  };
}

function rowsOf(participants: number, results: Record<'product' | 'anchor', Result[]>): Row[] {
  const row = (metric: string, figure: (all: Result[]) => number) => ({
    scenario: 'minutes',
    participants,
    metric,
    product: figure(results.product),
    anchor: figure(results.anchor),
  });
  const at = (share: number) => (all: Result[]) =>
    percentile(
      all.flatMap(({ typing }) => typing.milliseconds),
      share,
    );
  const cpu = (of: keyof Result) => (all: Result[]) => median(all.map(result => result[of].cpu));
  const sum = (field: 'missing' | 'differing') => (all: Result[]) =>
    all.reduce((total, { typing, flood }) => total + typing[field] + flood[field], 0);
  const later = (share: number, milliseconds: number) => {
    const measured = row(`writer to reader, p${share * 100}, ms`, at(share));
    return compared(measured, (measured.anchor + milliseconds) / measured.anchor);
  };
  return [
    compared(row(`server CPU a delivered letter, ${perSecond} a second, us`, cpu('typing')), 0.6),
    later(0.5, mergeWindow.p50),
    later(0.99, mergeWindow.p99),
    compared(row('server CPU a letter in a flood, us', cpu('flood')), 0.1),
    // Above 1.5 the machine was too busy for the figures to count.
    compared(
      row('worst / best repetition of the CPU', all => spread(all.map(({ typing }) => typing.cpu))),
      null,
    ),
    errors(row('missing letters', sum('missing'))),
    errors(row('texts that differ', sum('differing'))),
  ];
}
