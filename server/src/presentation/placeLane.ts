import { AppError } from '@nghisu/shared/platform/errors.ts';
import { parseStreamId } from '@nghisu/shared/platform/feed.ts';
import type { Place, Presentation } from '@nghisu/shared/presentation/presentation.records.ts';
import type { PlaceMessage, PlaceNews } from '@nghisu/shared/protocol.ts';
import { type Bus, decodeMessage, encodeMessage } from '../platform/bus/bus.ts';
import type { Db } from '../platform/database/db.ts';
import type { Listener } from '../platform/feed/feed.ts';
import type { Log } from '../platform/log.ts';
import { keepPlace, type Shown, shownIn } from './presentation.store.ts';

export type PlaceLaneParts = {
  readonly db: Db;
  readonly bus: Bus;
  readonly log: Log;
  /** Those of a stream's listeners who may see the presentation. */
  readonly listenersWhoSee: (stream: string, presentation: Presentation) => readonly Listener[];
  /** The streams that somebody in this process follows. */
  readonly followed: () => readonly string[];
  /** Tells some listeners; a connection that has much to read already is passed over. */
  readonly tell: (listeners: readonly Listener[], message: PlaceNews) => void;
};

/** At most one message to the room, and one question who presents, in so many milliseconds. */
const roomMs = 100;
/** At most one write of a place in so many milliseconds. */
const keepMs = 1000;

/** One meeting's place, as this process knows it. */
type Lane = {
  shown: Shown;
  readAt: number;
  toldAt: number;
  keptAt: number;
  telling: ReturnType<typeof setTimeout> | null;
  keeping: ReturnType<typeof setTimeout> | null;
};

type Crossing = { readonly stream: string; readonly presentation: Presentation; readonly place: Place };

const newsOf = (stream: string, { startedAt }: Presentation, place: Place): PlaceNews => ({
  stream,
  startedAt,
  place,
});

/** A presentation that began later is newer, whatever its places say: another device counts by another clock. */
const isNewer = (next: Crossing, { presentation, place }: Shown): boolean => {
  const began = Date.parse(next.presentation.startedAt) - Date.parse(presentation.startedAt);
  if (began !== 0) return began > 0;
  return place === null || next.place.order > place.order;
};

/**
 * The lane beside the log on which the presenter's page, zoom and pointer go to the room: newest wins, any may be lost,
 * none is queued. Without the bus the other processes find the place in the database at their next beat (S10).
 */
export class PlaceLane {
  readonly #parts: PlaceLaneParts;
  readonly #lanes = new Map<string, Lane>();
  readonly #stop: () => void;
  #closed = false;

  constructor(parts: PlaceLaneParts) {
    this.#parts = parts;
    this.#stop = parts.bus.subscribe('places', message => this.#receive(decodeMessage(message) as Crossing));
  }

  /** Takes a place from a person's connection. Throws `not_found` unless that person presents the paper there. */
  async take({ stream, place }: PlaceMessage, personId: string): Promise<void> {
    const presentation = await this.#presentationIn(stream);
    if (presentation?.presenterId !== personId || presentation.paperId !== place.paperId)
      throw new AppError('not_found');
    const crossing: Crossing = { stream, presentation, place };
    // Told here at once: the bus may be away.
    this.#receive(crossing);
    this.#parts.bus.publish('places', encodeMessage(crossing));
    this.#keepSoon(stream);
  }

  /** Tells a listener who just began to follow a stream where the presenter is. */
  async greet(stream: string, listener: Listener): Promise<void> {
    if (parseStreamId(stream).kind !== 'meeting') return;
    await this.#presentationIn(stream);
    const shown = this.#lanes.get(stream)?.shown;
    if (!shown?.place) return;
    const mayKnow = this.#parts
      .listenersWhoSee(stream, shown.presentation)
      .some(one => one.id === listener.id);
    if (mayKnow) this.#parts.tell([listener], newsOf(stream, shown.presentation, shown.place));
  }

  /** Finds in the database what the bus did not bring. To be called every few seconds. */
  async beat(): Promise<void> {
    const meetings = this.#parts.followed().filter(stream => stream.startsWith('meeting:'));
    const shown = await shownIn(
      this.#parts.db,
      meetings.map(stream => parseStreamId(stream).subjectId),
    );
    const present = new Set(shown.map(({ presentation }) => `meeting:${presentation.meetingId}`));
    for (const stream of this.#lanes.keys()) if (!present.has(stream)) this.#forget(stream);
    for (const { presentation, place } of shown) {
      if (place) this.#receive({ stream: `meeting:${presentation.meetingId}`, presentation, place });
    }
  }

  close(): void {
    this.#closed = true;
    this.#stop();
    for (const stream of [...this.#lanes.keys()]) this.#forget(stream);
  }

  /** Who presents, at most `roomMs` old. */
  async #presentationIn(stream: string): Promise<Presentation | null> {
    const known = this.#lanes.get(stream);
    if (known && performance.now() - known.readAt < roomMs) return known.shown.presentation;
    const shown = (await shownIn(this.#parts.db, [parseStreamId(stream).subjectId]))[0];
    if (!shown) {
      this.#forget(stream);
      return null;
    }
    const lane = this.#lane(stream, shown);
    lane.readAt = performance.now();
    const isOther = lane.shown.presentation.startedAt !== shown.presentation.startedAt;
    if (isOther || (shown.place?.order ?? -1) > (lane.shown.place?.order ?? -1)) lane.shown = shown;
    return shown.presentation;
  }

  #lane(stream: string, shown: Shown): Lane {
    const lane = this.#lanes.get(stream) ?? {
      shown,
      readAt: -Infinity,
      toldAt: -Infinity,
      keptAt: -Infinity,
      telling: null,
      keeping: null,
    };
    this.#lanes.set(stream, lane);
    return lane;
  }

  #receive(crossing: Crossing): void {
    const { stream, presentation, place } = crossing;
    if (this.#closed) return;
    const lane = this.#lane(stream, { presentation, place: null });
    if (!isNewer(crossing, lane.shown)) return;
    lane.shown = { presentation, place };
    // The newest of each window: the first leaves at once.
    const wait = lane.toldAt + roomMs - performance.now();
    if (wait <= 0) this.#tell(stream, lane);
    else lane.telling ??= setTimeout(() => this.#tell(stream, lane), wait);
  }

  #tell(stream: string, lane: Lane): void {
    if (lane.telling) clearTimeout(lane.telling);
    lane.telling = null;
    lane.toldAt = performance.now();
    const { presentation, place } = lane.shown;
    if (!place) return;
    const listeners = this.#parts.listenersWhoSee(stream, presentation);
    if (listeners.length > 0) this.#parts.tell(listeners, newsOf(stream, presentation, place));
  }

  #keepSoon(stream: string): void {
    const lane = this.#lanes.get(stream);
    if (!lane || lane.keeping) return;
    const wait = Math.max(0, lane.keptAt + keepMs - performance.now());
    lane.keeping = setTimeout(() => {
      lane.keeping = null;
      lane.keptAt = performance.now();
      const { shown } = lane;
      if (!shown.place) return;
      keepPlace(this.#parts.db, shown, shown.place).catch(error =>
        this.#parts.log.warn({ err: error, stream }, 'the place of the presenter was not kept'),
      );
    }, wait);
  }

  #forget(stream: string): void {
    const lane = this.#lanes.get(stream);
    this.#lanes.delete(stream);
    if (lane?.telling) clearTimeout(lane.telling);
    if (lane?.keeping) clearTimeout(lane.keeping);
  }
}
