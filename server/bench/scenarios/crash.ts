import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Child } from '../measure/child.ts';
import { compared, errors, median, percentile, type Row } from '../measure/report.ts';
import { command, openMeeting } from '../product/meeting.ts';
import { RunningProduct } from '../product/product.ts';
import type { Options } from './options.ts';

/** One kill for so many events asked for. */
const eventsPerKill = 15;
/** Letters a second, in turn: people who type, and a flood. */
const paces = [200, 1000] as const;
/** A life lasts between these, in milliseconds. */
const lives = { shortest: 300, longest: 1500 };

type Look = { lostEdits: number; lostCommands: number; edits: number; commands: number };

/** SIGKILL at random instants under writing and commands: whatever was acknowledged is there after the restart. */
export async function crash(options: Options): Promise<Row[]> {
  const product = await RunningProduct.start();
  const clients = new Child(new URL('../load/crash.child.ts', import.meta.url));
  try {
    const { id, cookies, stream, itemIds } = await openMeeting(product, 3);
    await command(product, cookies[0]!, stream, 'minutes.start', {});
    const place = {
      origin: product.origin,
      address: `${product.origin.replace('http', 'ws')}/minutes/${id}`,
      ...{ cookies, stream, itemIds },
    };
    const lost = { lostEdits: 0, lostCommands: 0 };
    const latencies: Record<number, number[]> = {};
    const syncs: number[] = [];
    let last!: Look;
    const kills = Math.ceil((options.repetitions * options.events) / eventsPerKill);
    for (let kill = 0; kill < kills; kill += 1) {
      const perSecond = paces[kill % paces.length]!;
      await clients.ask('enter', place);
      const life = clients.ask('live', { ...place, perSecond });
      await delay(lives.shortest + Math.random() * (lives.longest - lives.shortest));
      await product.killAndRestart();
      await life;
      last = await clients.ask<Look>('look', place);
      lost.lostEdits += last.lostEdits;
      lost.lostCommands += last.lostCommands;
      const measured = await clients.ask<number[]>('latencies');
      latencies[perSecond] = [...(latencies[perSecond] ?? []), ...measured];
      syncs.push(...(await syncTimes(product.database.folder)));
    }
    return rowsOf(kills, last, lost, latencies[paces[0]] ?? [], syncs);
  } finally {
    await clients.stop();
    await product.stop();
  }
}

/** How long the disk takes to have a few bytes for good, in milliseconds. */
async function syncTimes(folder: string): Promise<number[]> {
  const file = await open(join(folder, 'sync'), 'a');
  const times: number[] = [];
  for (let at = 0; at < 50; at += 1) {
    const began = performance.now();
    await file.write(Buffer.alloc(256, 1));
    await file.datasync();
    times.push(performance.now() - began);
  }
  await file.close();
  return times;
}

function rowsOf(
  kills: number,
  { edits, commands }: Look,
  { lostEdits, lostCommands }: Pick<Look, 'lostEdits' | 'lostCommands'>,
  acks: number[],
  syncs: number[],
): Row[] {
  const row = (metric: string, product: number, anchor: number | null) => ({
    ...{ scenario: 'crash', participants: 2, metric, product, anchor },
  });
  return [
    compared(row('stored answer at typing pace, p50, ms, beside fdatasync', median(acks), median(syncs)), 4),
    compared(row('the same, p99, ms, beside 25 ms', percentile(acks, 0.99), 25), 1),
    compared(row('kills', kills, null), null),
    compared(row('letters that were acknowledged', edits, null), null),
    compared(row('commands that were acknowledged', commands, null), null),
    errors(row('acknowledged letters lost, or missing in the first answer', lostEdits, null)),
    errors(row('acknowledged commands lost or done twice', lostCommands, null)),
  ];
}
