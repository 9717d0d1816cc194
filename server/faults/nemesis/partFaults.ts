import type { Cluster } from '../../cluster/cluster.ts';
import type { FaultProxy } from '../../cluster/links/faultProxy.ts';
import type { Random } from '../random.ts';
import type { Fault, FaultKind } from './fault.ts';

const between = (random: Random, least: number, most: number): number =>
  Math.round(least + random.next() * (most - least));

/** Redis ends, and comes back empty. */
export function redisKilled(cluster: Cluster, random: Random): Fault {
  return {
    ...{ kind: 'redisKilled', target: 'redis', holds: ['redis'], lasts: between(random, 0, 6000) },
    begin: () => cluster.redis.kill(),
    heal: () => cluster.redis.restart(),
  };
}

/** PostgreSQL ends as after a crash, with everything that was under way, and recovers. */
export function databaseRestarted(cluster: Cluster): Fault {
  return {
    ...{ kind: 'databaseRestarted', target: 'database', holds: ['database'], lasts: 0 },
    begin: () => cluster.postgres.restartImmediate(),
    heal: async () => undefined,
  };
}

/** Something done to one of the links between the parts. */
type LinkFault = {
  readonly kind: FaultKind;
  readonly link: (cluster: Cluster, server: number) => FaultProxy;
  readonly between: string;
  readonly holds: string;
  readonly least: number;
  readonly most: number;
  readonly act: (link: FaultProxy, random: Random) => void;
};

const redisLink = (cluster: Cluster, server: number): FaultProxy => cluster.redis.link(server);
const databaseLink = (cluster: Cluster, server: number): FaultProxy => cluster.postgres.link(server);
const clientsLink = (cluster: Cluster, server: number): FaultProxy => cluster.nodes[server]!.link;

const linkFaults: readonly LinkFault[] = [
  {
    ...{ kind: 'redisUnreachable', link: redisLink, between: 'redis and server', holds: 'redis' },
    ...{ least: 500, most: 8000, act: link => link.blackhole() },
  },
  {
    ...{ kind: 'databaseSlow', link: databaseLink, between: 'database and server', holds: 'database' },
    ...{ least: 500, most: 3000, act: (link, random) => link.delay(between(random, 20, 600)) },
  },
  {
    ...{ kind: 'databaseUnreachable', link: databaseLink, between: 'database and server', holds: 'database' },
    ...{ least: 500, most: 4000, act: link => link.blackhole() },
  },
  {
    ...{ kind: 'clientsCut', link: clientsLink, between: 'clients and server', holds: 'clients' },
    ...{ least: 0, most: 0, act: link => link.cut() },
  },
  {
    ...{ kind: 'clientsUnreachable', link: clientsLink, between: 'clients and server', holds: 'clients' },
    ...{ least: 300, most: 4000, act: link => link.blackhole() },
  },
  {
    ...{ kind: 'clientsSlow', link: clientsLink, between: 'clients and server', holds: 'clients' },
    ...{ least: 500, most: 3000, act: (link, random) => link.delay(between(random, 20, 800)) },
  },
  {
    ...{ kind: 'answersLost', link: clientsLink, between: 'clients and server', holds: 'clients' },
    ...{ least: 200, most: 2500, act: link => link.deafen() },
  },
];

/** Faults of the network, by kind. */
export const linkFaultsByKind = new Map(
  linkFaults.map(fault => [
    fault.kind,
    (cluster: Cluster, random: Random): Fault => {
      const server = random.below(cluster.nodes.length);
      const link = fault.link(cluster, server);
      return {
        kind: fault.kind,
        target: `${fault.between} ${server}`,
        holds: [`${fault.holds} ${server}`, `server ${server}`],
        lasts: between(random, fault.least, fault.most),
        begin: async () => fault.act(link, random),
        heal: async () => link.mend(),
      };
    },
  ]),
);
