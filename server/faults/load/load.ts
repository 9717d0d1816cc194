import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { Child } from '../../bench/measure/child.ts';
import type { Bed } from '../bed/bed.ts';
import { type Entry, HistoryWriter, readHistory } from '../history/history.ts';
import type { HeldCopy } from './followers/follower.ts';
import { historyPath, ownerOf, type Place } from './wire/place.ts';

export type LoadOptions = {
  readonly seed: number;
  /** Commands a second, of all together, while nothing fails. */
  readonly rate?: number;
  /** Tokens typed into minutes a second, of all together. */
  readonly tokenRate?: number;
  /** Hostile inputs a second, at all doors together. */
  readonly hostileRate?: number;
};

/** How a desk at minutes stands; desks that hold the same have equal hashes. */
export type HeldMinutes = {
  readonly meetingId: string;
  readonly name: string;
  readonly isSynced: boolean;
  /** Of the text as it is rendered, and of all that the document is. */
  readonly hash: string;
  readonly state: string;
  readonly length: number;
};

export type LoadCounts = {
  readonly commandsSent: number;
  readonly typed: number;
  readonly stored: number;
  /** Hostile inputs tried. */
  readonly hostile: number;
};

/** Everything that a person received, in a file. */
export type CaptureFile = { readonly personId: string; readonly path: string };

/** Whoever waits for calm waits so long at most: then it is a finding. */
const calmWithinMs = 60_000;

/** People at work in a bed, in processes of their own, who write down everything. */
export class Load {
  readonly #bed: Bed;
  readonly #place: Place;
  readonly #own: HistoryWriter;
  readonly #children = {
    commanders: new Child(new URL('./commanders/commanders.child.ts', import.meta.url)),
    followers: new Child(new URL('./followers/followers.child.ts', import.meta.url)),
    typists: new Child(new URL('./typists/typists.child.ts', import.meta.url)),
    hostile: new Child(new URL('./hostile/hostile.child.ts', import.meta.url)),
  };
  #isAttacked = false;
  /** What had not come to rest when `quiesce` gave up waiting. */
  unsettled: readonly string[] = [];
  /** Why typists were told that their text is not stored. */
  refusals: readonly string[] = [];

  constructor(bed: Bed, seed: number) {
    const { cluster, folder, admin, units, meetings, closed, arenas, hostile } = bed;
    this.#bed = bed;
    this.#place = {
      ...{ seed, folder, page: cluster.origin, origins: cluster.nodes.map(node => node.origin) },
      ...{ admin, units, meetings, closed, arenas, hostile },
    };
    this.#own = new HistoryWriter(historyPath(this.#place, 'own'));
  }

  async start({ rate = 40, tokenRate = 20, hostileRate = 100 }: LoadOptions): Promise<void> {
    const place = this.#place;
    const { commanders, followers, typists, hostile } = this.#children;
    await followers.ask('start', { place });
    await typists.ask('start', { place, rate: tokenRate });
    await commanders.ask('start', { place, rate });
    if (hostileRate > 0) await hostile.ask('start', { place, rate: hostileRate });
    this.#isAttacked = hostileRate > 0;
  }

  /** Adds what others did to the history: faults, and rights taken and given. */
  note(entry: Entry): void {
    this.#own.write(entry);
  }

  async counts(): Promise<LoadCounts> {
    const commandsSent = await this.#children.commanders.ask<number>('count');
    const minutes = await this.#children.typists.ask<{ typed: number; stored: number; refusals: string[] }>(
      'counts',
    );
    this.refusals = minutes.refusals;
    const tried = await this.#children.hostile.ask<Record<string, number>>('count');
    const hostile = Object.values(tried).reduce((sum, count) => sum + count, 0);
    return { commandsSent, typed: minutes.typed, stored: minutes.stored, hostile };
  }

  /** Stops the generators; done when nothing is in flight and everybody has caught up, or nothing more can be hoped for. */
  async quiesce(): Promise<void> {
    const { commanders, followers, typists, hostile } = this.#children;
    const ends = [commanders.ask('quiesce'), typists.ask('stopTyping')];
    if (this.#isAttacked) ends.push(hostile.ask('quiesce'));
    const quiet = Promise.all(ends).then(() => []);
    const late = ['a command was not answered for a minute, or typing did not stop'];
    this.unsettled = await Promise.race([quiet, delay(calmWithinMs, late)]);
    const deadline = performance.now() + calmWithinMs;
    for (;;) {
      const heads = await this.#heads();
      const behind = await followers.ask<string[]>('behind', heads);
      const undone = await typists.ask<string[]>('undone');
      const open = [...behind, ...undone];
      if (open.length === 0) break;
      if (performance.now() > deadline) {
        this.unsettled = [...this.unsettled, ...open];
        break;
      }
      await delay(200);
    }
    await this.counts();
    await Promise.all([followers.ask('flush'), typists.ask('flush'), this.#own.flush()]);
  }

  /** What every follower holds of every stream. */
  held(): Promise<HeldCopy[]> {
    return this.#children.followers.ask('held');
  }

  heldMinutes(): Promise<HeldMinutes[]> {
    return this.#children.typists.ask('held');
  }

  /** The history so far, one part of the load after the other; complete after `quiesce`. */
  history(): AsyncGenerator<Entry> {
    const parts = ['own', 'commands', 'followers', 'minutes', ...(this.#isAttacked ? ['hostile'] : [])];
    return readHistory(parts.map(part => historyPath(this.#place, part)));
  }

  get captures(): CaptureFile[] {
    const folder = join(this.#place.folder, 'captures');
    return readdirSync(folder).map(name => ({ personId: ownerOf(name), path: join(folder, name) }));
  }

  /** Ends every process of the load. */
  async stop(): Promise<void> {
    await Promise.all(Object.values(this.#children).map(child => child.stop()));
    await this.#own.close();
  }

  /** The newest number of every stream, past the servers. */
  async #heads(): Promise<Record<string, number>> {
    const client = new Client({ connectionString: this.#bed.cluster.postgres.connectionString });
    await client.connect();
    try {
      const { rows } = await client.query<{ id: string; seq: string }>('select id, seq from streams');
      return Object.fromEntries(rows.map(({ id, seq }) => [id, Number(seq)]));
    } finally {
      await client.end();
    }
  }
}

/** Puts people to work in a bed. */
export async function startLoad(bed: Bed, options: LoadOptions): Promise<Load> {
  const load = new Load(bed, options.seed);
  try {
    await load.start(options);
    return load;
  } catch (error) {
    await load.stop();
    throw error;
  }
}
