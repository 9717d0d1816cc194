import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findRedis } from '../../test/programs/programs.ts';
import { type FaultProxy, linkOf, openFaultProxy } from '../links/faultProxy.ts';
import { endChild, freePort, hasEnded, startSupervised } from './supervised.ts';

/** The one Redis of a cluster, which keeps nothing, with a link of its own to each server where faults are wanted. */
export class ClusterRedis {
  readonly port: number;
  readonly #links: readonly FaultProxy[];
  readonly #folder: string;
  #child: ChildProcess | null = null;

  static async start(folder: string, servers: number, hasLinks: boolean): Promise<ClusterRedis> {
    const port = await freePort();
    const links: FaultProxy[] = [];
    for (let at = 0; hasLinks && at < servers; at += 1) links.push(await openFaultProxy(port));
    const redis = new ClusterRedis(port, links, join(folder, 'redis'));
    mkdirSync(join(folder, 'redis'));
    await redis.restart();
    return redis;
  }

  private constructor(port: number, links: readonly FaultProxy[], folder: string) {
    this.port = port;
    this.#links = links;
    this.#folder = folder;
  }

  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** What the server with this number is given as `REDIS_URL`. */
  addressFor(server: number): string {
    return `redis://127.0.0.1:${this.#links[server]?.port ?? this.port}`;
  }

  link(server: number): FaultProxy {
    return linkOf(this.#links, server);
  }

  /** SIGKILL, and gone; it comes back with `restart`. */
  async kill(): Promise<void> {
    await endChild(this.#child, 'SIGKILL');
    this.#child = null;
  }

  /** Comes back, empty, on the same port; done once it answers. */
  async restart(): Promise<void> {
    await this.kill();
    const network = ['--port', `${this.port}`, '--bind', '127.0.0.1'];
    const nothingKept = ['--save', '', '--appendonly', 'no', '--dir', this.#folder];
    const child = startSupervised(await findRedis(), [...network, ...nothingKept], {});
    for (const output of [child.stdout, child.stderr]) output?.resume();
    this.#child = child;
    while (!(await this.#answers())) {
      if (hasEnded(child)) throw new Error(`Redis ended with ${child.exitCode}`);
      await delay(10);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#links.map(link => link.close()));
    await this.kill();
  }

  async #answers(): Promise<boolean> {
    const socket = connect(this.port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      socket.write('PING\r\n');
      const [answer] = (await once(socket, 'data')) as [Buffer];
      return answer.toString().startsWith('+PONG');
    } catch {
      return false;
    } finally {
      socket.destroy();
    }
  }
}
