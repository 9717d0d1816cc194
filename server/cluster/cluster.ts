import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type FaultProxy, linkOf, openFaultProxy } from './links/faultProxy.ts';
import { startBalancer } from './parts/balancer.ts';
import type { Balancer } from './parts/nginx.ts';
import { ClusterNode } from './parts/node.ts';
import { ClusterPostgres } from './parts/postgres.ts';
import { ClusterRedis } from './parts/redis.ts';
import { freePort, makeClusterFolder } from './parts/supervised.ts';

export type ClusterOptions = {
  /** How many identical servers; 3 unless told otherwise. */
  readonly nodes?: number;
  /** A fault proxy on every link: visitors to balancer, balancer to server, server to Redis, server to PostgreSQL. */
  readonly faultLinks?: boolean;
  /** What an empty database is filled with. */
  readonly seed?: 'demo' | 'empty';
  /** Further settings of every server, such as those of an S3 store instead of the shared folder. */
  readonly settings?: Readonly<Record<string, string>>;
};

type Parts = {
  readonly folder: string;
  readonly origin: string;
  readonly nodes: readonly ClusterNode[];
  readonly redis: ClusterRedis;
  readonly postgres: ClusterPostgres;
  readonly balancer: Balancer;
  readonly clientLinks: readonly FaultProxy[];
};

/**
 * An installation with several servers, in real processes on loopback: PostgreSQL, Redis, the servers, and a balancer
 * before them. Nothing of it outlives the process that started it.
 */
export class Cluster {
  /** The address that people type: the balancer, behind its link where there are links. The servers know no other page. */
  readonly origin: string;
  readonly nodes: readonly ClusterNode[];
  readonly redis: ClusterRedis;
  readonly postgres: ClusterPostgres;
  readonly balancer: Balancer;
  /** The data folder that the servers share. */
  readonly dataDir: string;
  readonly #folder: string;
  readonly #clientLinks: readonly FaultProxy[];

  /** Starts everything, the servers at once as after a power cut; answers when each of them listens. */
  static async start(options: ClusterOptions = {}): Promise<Cluster> {
    const folder = makeClusterFolder();
    try {
      return new Cluster(await startParts(folder, options));
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  private constructor(parts: Parts) {
    this.origin = parts.origin;
    this.nodes = parts.nodes;
    this.redis = parts.redis;
    this.postgres = parts.postgres;
    this.balancer = parts.balancer;
    this.dataDir = join(parts.folder, 'data');
    this.#folder = parts.folder;
    this.#clientLinks = parts.clientLinks;
  }

  /** Between the visitors and the balancer. */
  get clientLink(): FaultProxy {
    return linkOf(this.#clientLinks, 0);
  }

  async close(): Promise<void> {
    await Promise.all(this.#clientLinks.map(link => link.close()));
    await this.balancer.close();
    await Promise.all(this.nodes.map(node => node.close()));
    await Promise.all([this.redis.close(), this.postgres.close()]);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function startParts(folder: string, options: ClusterOptions): Promise<Parts> {
  const { nodes: count = 3, faultLinks = false, seed = 'empty', settings = {} } = options;
  chmodSync(folder, 0o711);
  const postgres = await ClusterPostgres.start(folder, count, faultLinks);
  const redis = await ClusterRedis.start(folder, count, faultLinks);
  const port = await freePort();
  const clientLinks = faultLinks ? [await openFaultProxy(port)] : [];
  const origin = `http://127.0.0.1:${clientLinks[0]?.port ?? port}`;
  const nodes: ClusterNode[] = [];
  const doors: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const own = await freePort();
    const link = faultLinks ? await openFaultProxy(own) : null;
    doors.push(link?.port ?? own);
    const given = {
      DATABASE_URL: postgres.addressFor(at),
      REDIS_URL: redis.addressFor(at),
      DATA_DIR: join(folder, 'data'),
      PUBLIC_URL: origin,
      TRUST_PROXY: '1',
      NGHISU_DEMO: seed === 'demo' ? '1' : '0',
      LOG_LEVEL: 'warn',
    };
    nodes.push(new ClusterNode({ port: own, link, settings: { ...given, ...settings } }));
  }
  await Promise.all(nodes.map(node => node.start()));
  const balancer = await startBalancer(folder, port, doors);
  return { folder, origin, nodes, redis, postgres, balancer, clientLinks };
}
