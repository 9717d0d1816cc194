import { setTimeout as delay } from 'node:timers/promises';
import type { Cluster } from '../../cluster/cluster.ts';
import type { Random } from '../random.ts';
import type { Fault } from './fault.ts';

const wrongClock = new URL('./wrongClock.ts', import.meta.url).href;
/** Three hours ahead, a day behind, and a little of each. */
const skews = [3 * 3_600_000, -86_400_000, 90_000, -90_000];

const between = (random: Random, least: number, most: number): number =>
  Math.round(least + random.next() * (most - least));

/** A server, drawn, with what names and holds it. */
function drawServer(cluster: Cluster, random: Random) {
  const number = random.below(cluster.nodes.length);
  return { node: cluster.nodes[number]!, target: `server ${number}`, holds: [`server ${number}`] };
}

/** The process is gone in the middle of anything, and comes back. */
export function serverKilled(cluster: Cluster, random: Random): Fault {
  const { node, target, holds } = drawServer(cluster, random);
  const lasts = between(random, 0, 1500);
  return {
    ...{ kind: 'serverKilled', target, holds, lasts },
    begin: () => node.kill9(),
    heal: () => node.start(),
  };
}

/** The process stands still, with open connections, and goes on without knowing for how long. */
export function serverFrozen(cluster: Cluster, random: Random): Fault {
  const { node, target, holds } = drawServer(cluster, random);
  // Now and then longer than the heartbeat of its clients' connections allows.
  const lasts = random.chance(0.05) ? 50_000 : between(random, 200, 6000);
  return {
    ...{ kind: 'serverFrozen', target, holds, lasts },
    begin: async () => node.stop(),
    heal: async () => node.cont(),
  };
}

/** As an upgrade of one server: it is told to end, finishes what is under way, and comes back. */
export function serverStopped(cluster: Cluster, random: Random): Fault {
  const { node, target, holds } = drawServer(cluster, random);
  return {
    ...{ kind: 'serverStopped', target, holds, lasts: between(random, 0, 500) },
    begin: () => node.term(),
    heal: () => node.start(),
  };
}

/** The server comes back with a wrong clock. */
export function clockWrong(cluster: Cluster, random: Random): Fault {
  const { node, target, holds } = drawServer(cluster, random);
  const skew = random.pick(skews);
  const changed = { NODE_OPTIONS: `--import=${wrongClock}`, CLOCK_SKEW_MS: `${skew}` };
  return {
    ...{ kind: 'clockWrong', target: `${target}, by ${skew / 1000} s`, holds },
    lasts: between(random, 1000, 5000),
    begin: () => node.restart(changed),
    heal: () => node.restart(),
  };
}

/** Every server is stopped and started, one after another, while the others serve. */
export function rollingUpgrade(cluster: Cluster): Fault {
  return {
    ...{ kind: 'rollingUpgrade', target: 'all servers', lasts: 0 },
    holds: cluster.nodes.map((_, number) => `server ${number}`),
    begin: async () => {
      for (const node of cluster.nodes) {
        await node.restart();
        await delay(200);
      }
    },
    heal: async () => undefined,
  };
}
