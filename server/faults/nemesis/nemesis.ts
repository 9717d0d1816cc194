import type { Cluster } from '../../cluster/cluster.ts';
import type { Bed } from '../bed/bed.ts';
import type { Entry } from '../history/history.ts';
import type { Random } from '../random.ts';
import type { Fault, FaultKind } from './fault.ts';
import { databaseRestarted, linkFaultsByKind, redisKilled } from './partFaults.ts';
import { rightsTaken } from './rightsTaken.ts';
import { clockWrong, rollingUpgrade, serverFrozen, serverKilled, serverStopped } from './serverFaults.ts';

type Draw = (cluster: Cluster, random: Random) => Fault;

const draws: ReadonlyMap<FaultKind, Draw> = new Map<FaultKind, Draw>([
  ['serverKilled', serverKilled],
  ['serverFrozen', serverFrozen],
  ['serverStopped', serverStopped],
  ['clockWrong', clockWrong],
  ['rollingUpgrade', rollingUpgrade],
  ['redisKilled', redisKilled],
  ['databaseRestarted', databaseRestarted],
  ...linkFaultsByKind,
]);

/** How often a kind is drawn beside the others: what takes long is drawn less. */
const weights: Partial<Record<FaultKind, number>> = {
  rollingUpgrade: 0.15,
  clockWrong: 0.4,
  serverStopped: 0.6,
};

/** Draws a kind by its weight. */
function drawKind(kinds: readonly FaultKind[], random: Random): FaultKind {
  const weightOf = (kind: FaultKind): number => weights[kind] ?? 1;
  let left = random.next() * kinds.reduce((sum, kind) => sum + weightOf(kind), 0);
  for (const kind of kinds) {
    left -= weightOf(kind);
    if (left < 0) return kind;
  }
  return kinds[0]!;
}

/** Where faults are drawn, and who writes down what they did to people. */
type Stage = { readonly bed: Bed; readonly random: Random; readonly note: (entry: Entry) => void };

function drawFault({ bed, random, note }: Stage, kinds: readonly FaultKind[]): Fault {
  const kind = drawKind(kinds, random);
  return kind === 'rightsTaken' ? rightsTaken(bed, random, note) : draws.get(kind)!(bed.cluster, random);
}

/** The faults of one round, one or two at a time that do not touch the same part. The same seed draws the same. */
export function drawRound(stage: Stage, kinds: readonly FaultKind[]): Fault[] {
  const first = drawFault(stage, kinds);
  if (!stage.random.chance(0.4)) return [first];
  const second = drawFault(stage, kinds);
  const collide = second.holds.some(part => first.holds.includes(part));
  return collide ? [first] : [first, second];
}
