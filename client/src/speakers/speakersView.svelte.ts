import type { SpeakerRequest } from '@nghisu/shared/speakers/speakers.records.ts';
import { floorHolder, speakerQueue } from '@nghisu/shared/speakers/speakers.rules.ts';
import type { StreamFeed } from '../platform/feed/streamFeed.svelte.ts';

/** The queue and the floor of one meeting as every screen reads them. */
export class SpeakersView {
  readonly #feed: () => StreamFeed | null;

  constructor(feed: () => StreamFeed | null) {
    this.#feed = feed;
  }

  readonly requests: readonly SpeakerRequest[] = $derived.by(
    () => this.#feed()?.records('speakerRequest') ?? [],
  );
  /** Who has the floor. */
  readonly speaking: SpeakerRequest | null = $derived.by(() => floorHolder(this.requests));

  queueOf(itemId: string | null): SpeakerRequest[] {
    return itemId === null ? [] : speakerQueue(this.requests, itemId);
  }
  /** Contributions in writing to an item, as they were first handed in. */
  writtenOf(itemId: string): SpeakerRequest[] {
    return this.requests
      .filter(request => request.state === 'written' && request.agendaItemId === itemId)
      .toSorted((a, b) => a.requestedAt.localeCompare(b.requestedAt));
  }
}
