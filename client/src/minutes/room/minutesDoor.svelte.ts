import type { SyncReply } from '@nghisu/shared/platform/feed.ts';
import { untrack } from 'svelte';
import { api } from '../../platform/api/api.ts';
import { ProblemError } from '../../platform/api/problems.ts';
import { handOverCopies } from '../aside/handOver.ts';
import { MinutesRoom, type MinutesRoomOptions } from './minutesRoom.svelte.ts';

/** The server is asked this often which text is the present one, while it says that ours is not. */
const askAgainMs = 2000;

/**
 * Keeps the room of the present text open. Where a restored backup has replaced that text, the new one is opened by
 * itself; and what this device still keeps of others is handed over once the server can be reached.
 */
export class MinutesDoor {
  #room = $state.raw<MinutesRoom | null>(null);
  #handedOver = $state.raw(0);
  /** What the server said the present generation is, where the record here does not know yet. */
  #told = $state.raw<MinutesRoomOptions | null>(null);
  /** The room for which nothing is left to hand over, or is just being handed over. */
  #settled: MinutesRoom | null = null;

  /** To be made while the component is set up; `wanted` is null while there is nothing to open. */
  constructor(wanted: () => MinutesRoomOptions | null, isWriter: () => boolean) {
    const meetingId = $derived(wanted()?.meetingId);
    const personId = $derived(wanted()?.personId);
    const generation = $derived.by(() => {
      const options = wanted();
      if (!options || this.#told?.meetingId !== options.meetingId) return options?.generation;
      return Math.max(options.generation, this.#told.generation);
    });
    // One room for as long as the same text is open, whatever else changes in its record.
    $effect(() => {
      if (!meetingId || !personId || !generation) return;
      const options = { meetingId, personId, generation };
      const room = untrack(() => new MinutesRoom(options));
      this.#room = room;
      return () => {
        room.destroy();
        this.#room = null;
      };
    });
    $effect(() => {
      const room = this.#room;
      const isOutdated = room?.storage.kind === 'refused' && room.storage.reason === 'generation';
      if (!room || !meetingId || !personId || !isOutdated) return;
      const asking = setInterval(() => void this.#askGeneration(meetingId, personId, room), askAgainMs);
      void this.#askGeneration(meetingId, personId, room);
      return () => clearInterval(asking);
    });
    $effect(() => this.#handOverFrom(meetingId, personId, isWriter));
  }

  get room(): MinutesRoom | null {
    return this.#room;
  }
  /** How many texts this device has handed over while the page was open. */
  get handedOver(): number {
    return this.#handedOver;
  }

  #handOverFrom(meetingId: string | undefined, personId: string | undefined, isWriter: () => boolean): void {
    const room = this.#room;
    // Then the server is there, and has let this person in.
    if (!room || !meetingId || !personId || room.storage.kind !== 'stored' || room === this.#settled) return;
    this.#settled = room;
    const { generation, copyName } = room;
    handOverCopies({ meetingId, personId, generation, copyName, isWriter: untrack(isWriter) }).then(
      kept => {
        this.#handedOver += kept;
      },
      (error: unknown) => {
        this.#settled = null;
        if (!(error instanceof ProblemError)) throw error;
      },
    );
  }

  async #askGeneration(meetingId: string, personId: string, room: MinutesRoom): Promise<void> {
    try {
      const { changes } = await api.get<SyncReply>(`/api/streams/meeting:${meetingId}`);
      const record = changes.find(change => change.op === 'put' && change.record.kind === 'minutes');
      const generation =
        record?.op === 'put' && 'generation' in record.record ? record.record.generation : null;
      if (typeof generation !== 'number' || room !== this.#room) return;
      // It came to a server that had yet to notice the new text itself.
      if (generation === room.generation) room.retry();
      else this.#told = { meetingId, personId, generation };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
  }
}
