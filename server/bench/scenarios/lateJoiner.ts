import { setTimeout as delay } from 'node:timers/promises';
import { Child } from '../measure/child.ts';
import { contest } from '../measure/contest.ts';
import { compared, errors, median, type Row } from '../measure/report.ts';
import { command, openMeeting } from '../product/meeting.ts';
import { RunningProduct } from '../product/product.ts';
import type { Options } from './options.ts';

/** The length of the best known editing trace. */
const edits = 259_778;
/** A small run writes so many for each event asked for. */
const editsPerEvent = 5000;
const missed = 100;

type Joined = { milliseconds: number; bytes: number; isComplete: boolean };
type Result = { hot: Joined; back: Joined };

/** Somebody opens minutes with a long history, and somebody comes back to them, beside the reference server. */
export async function lateJoiner(options: Options): Promise<Row[]> {
  const product = await RunningProduct.start();
  const anchor = new Child(new URL('../anchors/yServer.child.ts', import.meta.url));
  const [own, other] = [joiners(), joiners()];
  try {
    const meeting = await openMeeting(product, 2);
    const cookie = meeting.cookies[0]!;
    await command(product, cookie, meeting.stream, 'minutes.start', {});
    const address = `${product.origin.replace('http', 'ws')}/minutes/${meeting.id}`;
    const count = Math.min(edits, options.events * editsPerEvent);
    const state = await own.ask<string>('write', { address, cookie, edits: count, isStored: true });
    const anchorAddress = `${await anchor.ask<string>('start')}/minutes`;
    await anchor.ask('load', { room: 'minutes', state });
    await other.ask('write', { address: anchorAddress, cookie, edits: 0, isStored: false });
    const results = await contest(options.repetitions, {
      product: () => measure(own, { address, cookie, isStored: true }),
      anchor: () => measure(other, { address: anchorAddress, cookie, isStored: false }),
    });
    const cold: Joined[] = [];
    for (let at = 0; at < options.repetitions; at += 1) {
      await product.killAndRestart();
      cold.push(await own.ask<Joined>('join', { address, cookie }));
    }
    return rowsOf(count, results, cold);
  } finally {
    for (const child of [own, other, anchor]) await child.stop();
    await product.stop();
  }
}

const joiners = () => new Child(new URL('../load/joiners.child.ts', import.meta.url));

async function measure(
  child: Child,
  place: { address: string; cookie: string; isStored: boolean },
): Promise<Result> {
  // What was written last has been told to all, and whoever left has left.
  await delay(300);
  return {
    hot: await child.ask<Joined>('join', place),
    back: await child.ask<Joined>('comeBack', { ...place, missed }),
  };
}

function rowsOf(count: number, results: Record<'product' | 'anchor', Result[]>, cold: Joined[]): Row[] {
  const row = (metric: string, figure: (all: Result[]) => number) => ({
    scenario: 'late-joiner',
    participants: 1,
    metric,
    product: figure(results.product),
    anchor: figure(results.anchor),
  });
  const middle = (of: keyof Result, field: 'milliseconds' | 'bytes') => (all: Result[]) =>
    median(all.map(result => result[of][field]));
  const incomplete = (all: readonly Joined[]) => all.filter(({ isComplete }) => !isComplete).length;
  const coldJoin = { ...row('first join after kill -9, ms', () => 0), anchor: null };
  return [
    compared(row(`bytes of a newcomer, after ${count} edits`, middle('hot', 'bytes')), 0.25),
    compared(row('a newcomer has the text, ms', middle('hot', 'milliseconds')), null),
    compared(row(`bytes of one who missed ${missed} letters`, middle('back', 'bytes')), 0.35),
    compared(row('one who missed them is back, ms', middle('back', 'milliseconds')), null),
    compared({ ...coldJoin, product: median(cold.map(({ milliseconds }) => milliseconds)) }, null),
    errors(row('incomplete answers', all => incomplete(all.flatMap(({ hot, back }) => [hot, back])))),
    errors({ ...row('incomplete first answers after kill -9', () => incomplete(cold)), anchor: null }),
  ];
}
