import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { Bed } from '../bed/bed.ts';
import { Follower } from './follower.ts';

/** Who does not find back within so many milliseconds hangs. */
export const hangMs = 30_000;
/** A server that does not answer is asked again after so many. */
const answerMs = 2000;

/** Measures how long it takes until a change made at any server is acknowledged and heard at every other. */
export class Probe {
  readonly #bed: Bed;
  readonly #followers: readonly Follower[];
  #count = 0;

  constructor(bed: Bed) {
    this.#bed = bed;
    const { stream, organisers } = bed.probed;
    this.#followers = bed.cluster.nodes.map(
      node => new Follower(node.link.origin, bed.cluster.origin, organisers[0]!.cookie, stream),
    );
  }

  /** Milliseconds until all servers serve all; null where some do not within `hangMs`. */
  async recover(): Promise<number | null> {
    const began = performance.now();
    const signal = AbortSignal.timeout(hangMs);
    try {
      const seqs = await Promise.all(
        this.#bed.cluster.nodes.map((_, number) => this.#change(number, signal)),
      );
      const last = Math.max(...seqs);
      await Promise.all(this.#followers.map(follower => follower.until(last, signal)));
      return performance.now() - began;
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    }
  }

  close(): void {
    for (const follower of this.#followers) follower.close();
  }

  /** Changes an item through one server, asking with the same id until it is acknowledged; answers its number. */
  async #change(server: number, signal: AbortSignal): Promise<number> {
    const { cluster, probed } = this.#bed;
    this.#count += 1;
    const input = {
      itemId: probed.itemIds[server % probed.itemIds.length]!,
      title: `Lần ${this.#count}`,
      ...{ unitId: null, presenterId: null, minutesPlanned: 5, note: '' },
    };
    const body = JSON.stringify({ id: newId(), stream: probed.stream, name: 'agenda.editItem', input });
    const headers = { 'content-type': 'application/json', cookie: probed.organisers[0]!.cookie };
    for (;;) {
      signal.throwIfAborted();
      try {
        const answer = await fetch(`${cluster.nodes[server]!.link.origin}/api/commands`, {
          ...{ method: 'POST', headers, body },
          signal: AbortSignal.timeout(answerMs),
        });
        const said = (await answer.json()) as { seq?: number };
        if (answer.ok && said.seq !== undefined) return said.seq;
      } catch {
        // Unknown: the same id is asked again.
      }
      await delay(50);
    }
  }
}
