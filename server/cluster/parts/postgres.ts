import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLog } from '../../src/platform/log.ts';
import {
  clusterIn,
  createClusterOnce,
  prepareSocketFolder,
  ROLE,
} from '../../src/platform/postgres/cluster.ts';
import { SETTINGS } from '../../src/platform/postgres/embeddedPostgres.ts';
import { accountToDropTo } from '../../src/platform/postgres/osAccount.ts';
import { addressOf, DATABASE, startPostmaster } from '../../src/platform/postgres/postmaster.ts';
import { findPostgresPrograms } from '../../src/platform/postgres/programs.ts';
import { type FaultProxy, linkOf, openFaultProxy } from '../links/faultProxy.ts';
import { endingWithUs } from './supervised.ts';

type Postmaster = Awaited<ReturnType<typeof startPostmaster>>;

/** The one PostgreSQL of a cluster, every commit on disk, with a link of its own to each server where faults are wanted. */
export class ClusterPostgres {
  /** Past every link, for whoever looks at what is stored. */
  readonly connectionString: string;
  readonly #links: readonly FaultProxy[];
  readonly #start: () => Promise<Postmaster>;
  readonly #pidFile: string;
  readonly #removeSocket: () => void;
  #postmaster: Postmaster;

  static async start(folder: string, servers: number, hasLinks: boolean): Promise<ClusterPostgres> {
    const account = accountToDropTo(undefined);
    const home = { folder: join(folder, 'pg'), isElsewhere: false, account };
    mkdirSync(home.folder);
    // PostgreSQL's own account passes through.
    for (const each of [folder, home.folder]) chmodSync(each, 0o711);
    const programs = findPostgresPrograms({ account, copyTo: join(folder, 'programs') });
    await createClusterOnce(programs, home, ['--no-sync']);
    const socket = prepareSocketFolder(home);
    const start = () =>
      startPostmaster({
        command: [...endingWithUs(), programs.postgres],
        account,
        cluster: clusterIn(home.folder),
        socketFolder: socket.folder,
        settings: { ...SETTINGS, max_connections: '200' },
        log: createLog('error'),
      });
    const postmaster = await start();
    const links: FaultProxy[] = [];
    for (let at = 0; hasLinks && at < servers; at += 1) {
      links.push(await openFaultProxy(join(socket.folder, `.s.PGSQL.${SETTINGS.port}`)));
    }
    return new ClusterPostgres({ postmaster, start, links, socket, cluster: clusterIn(home.folder) });
  }

  private constructor(parts: {
    postmaster: Postmaster;
    start: () => Promise<Postmaster>;
    links: readonly FaultProxy[];
    socket: { folder: string; remove(): void };
    cluster: string;
  }) {
    this.#postmaster = parts.postmaster;
    this.#start = parts.start;
    this.#links = parts.links;
    this.connectionString = addressOf(parts.socket.folder, DATABASE);
    this.#removeSocket = () => parts.socket.remove();
    this.#pidFile = join(parts.cluster, 'postmaster.pid');
  }

  /** The process of the postmaster, as it is now. */
  get pid(): number {
    return Number(readFileSync(this.#pidFile, 'utf8').split('\n')[0]);
  }

  /** What the server with this number is given as `DATABASE_URL`. */
  addressFor(server: number): string {
    const link = this.#links[server];
    if (!link) return this.connectionString;
    return `postgres://${ROLE}@127.0.0.1:${link.port}/${DATABASE}?sslmode=disable`;
  }

  link(server: number): FaultProxy {
    return linkOf(this.#links, server);
  }

  /** As after a crash: every connection breaks at once, and the next start recovers what was committed. */
  async restartImmediate(): Promise<void> {
    process.kill(this.pid, 'SIGQUIT');
    await this.#postmaster.ended;
    this.#postmaster = await this.#start();
  }

  async close(): Promise<void> {
    await Promise.all(this.#links.map(link => link.close()));
    await this.#postmaster.stop();
    this.#removeSocket();
  }
}
