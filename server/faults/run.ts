import { setTimeout as delay } from 'node:timers/promises';
import { type Bed, openBed } from './bed/bed.ts';
import { check } from './checkers/check.ts';
import { type Finding, instant } from './history/history.ts';
import { type Load, type LoadCounts, startLoad } from './load/load.ts';
import { type Fault, type FaultKind, faultKinds } from './nemesis/fault.ts';
import { drawRound } from './nemesis/nemesis.ts';
import { seeded } from './random.ts';
import { hangMs, Probe } from './recovery/probe.ts';
import { type Recoveries, RecoveryTable } from './report/recovery.ts';
import { Watch } from './watch/watch.ts';

export type RunOptions = {
  readonly seed: number;
  /** How long faults are made, in milliseconds; the check comes after. */
  readonly lasts: number;
  readonly kinds?: readonly FaultKind[];
  /** Commands a second. */
  readonly rate?: number;
  /** Further settings of every server. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told now and then how far it is. */
  readonly say?: (line: string) => void;
  /** Ends the making of faults early. */
  readonly enough?: () => boolean;
};

/** What a run did and what it found. */
export type RunResult = {
  readonly seed: number;
  readonly minutes: number;
  readonly faults: number;
  readonly hangs: number;
  readonly crashes: number;
  readonly recoveries: readonly Recoveries[];
  readonly load: LoadCounts;
  readonly counts: Readonly<Record<string, number>>;
  /** The most memory that a server held, in bytes. */
  readonly largestMemory: number;
  readonly findings: readonly Finding[];
};

/** Starts a cluster with people at work in it, makes faults until the time is over, lets all heal, and judges. */
export async function runFaults(options: RunOptions): Promise<RunResult> {
  const { seed, settings, say = () => undefined } = options;
  const began = performance.now();
  const bed = await openBed({ seed, ...(settings && { settings }) });
  const watch = new Watch(bed.cluster);
  const probe = new Probe(bed);
  const table = new RecoveryTable();
  let load: Load | null = null;
  try {
    load = await startLoad(bed, { seed, ...(options.rate && { rate: options.rate }) });
    await makeFaults(options, { bed, load, probe, table });
    say('healed; waiting until everybody has come to rest');
    await load.quiesce();
    const verdict = await check(bed, load);
    return {
      seed,
      minutes: (performance.now() - began) / 60_000,
      faults: table.faults,
      hangs: table.hangs,
      crashes: watch.crashes,
      recoveries: table.rows,
      load: await load.counts(),
      counts: verdict.counts,
      largestMemory: watch.largestMemory,
      findings: [...hangsOf(table), ...watch.findings(), ...verdict.findings],
    };
  } finally {
    watch.stop();
    probe.close();
    await load?.stop();
    await bed.close();
  }
}

type Stage = { bed: Bed; load: Load; probe: Probe; table: RecoveryTable };

async function makeFaults(options: RunOptions, stage: Stage): Promise<void> {
  const { seed, lasts, kinds = faultKinds, say = () => undefined, enough = () => false } = options;
  const random = seeded(seed, 'nemesis');
  const { bed, load, probe, table } = stage;
  const note = load.note.bind(load);
  const until = performance.now() + lasts;
  let told = 0;
  while (performance.now() < until && !enough()) {
    const faults = drawRound({ bed, random, note }, kinds);
    await makeRound(faults, load);
    const recovered = await probe.recover();
    table.add(
      faults.map(fault => fault.kind),
      recovered,
    );
    if (table.faults >= told + 20) {
      told = table.faults;
      say(`${told} faults, ${table.hangs} hangs, ${(await load.counts()).commandsSent} commands`);
    }
    await delay(100 + random.next() * 700);
  }
}

/** Begins the faults of a round a little apart, and puts each right when its time is over. */
async function makeRound(faults: readonly Fault[], load: Load): Promise<void> {
  await Promise.all(
    faults.map(async (fault, at) => {
      const { kind, target } = fault;
      await delay(at * 150);
      load.note({ f: 'fault', type: 'start', at: instant(), kind, target });
      await fault.begin();
      await delay(fault.lasts);
      await fault.heal();
      load.note({ f: 'fault', type: 'stop', at: instant(), kind, target });
    }),
  );
}

const hangsOf = (table: RecoveryTable): Finding[] =>
  table.rows
    .filter(row => row.hangs > 0)
    .map(row => ({
      checker: 'recovery',
      what: `the servers did not serve all within ${hangMs / 1000} s`,
      where: `${row.kind}, ${row.hangs} times of ${row.count}`,
    }));
