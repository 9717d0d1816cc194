import type { Place } from '@nghisu/shared/presentation/presentation.records.ts';

/** A room is told at most once in so many milliseconds. */
const leastMs = 100;
/** And, while nothing changes, again after so many: whoever came or missed a word learns it then. */
const againMs = 3000;

/** What of a place its teller says; the order comes by itself. */
export type Told = Omit<Place, 'order'>;

/** Tells the presenter's place: the first change at once, of a burst the newest, and the last one again and again. */
export class PlaceTeller {
  readonly #tell: (place: Place) => void;
  #newest: Told | null = null;
  #toldAt = -Infinity;
  #order = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (place: Place) => void) {
    this.#tell = tell;
  }

  tell(place: Told): void {
    if (JSON.stringify(place) === JSON.stringify(this.#newest)) return;
    this.#newest = place;
    this.#later(Math.max(0, this.#toldAt + leastMs - performance.now()));
  }

  /** Tells nothing more. */
  stop(): void {
    this.#newest = null;
    clearTimeout(this.#timer);
  }

  #later(wait: number): void {
    clearTimeout(this.#timer);
    if (wait > 0) this.#timer = setTimeout(() => this.#now(), wait);
    else this.#now();
  }

  #now(): void {
    if (!this.#newest) return;
    this.#toldAt = performance.now();
    // Grows also over a reload of the page, and from device to device as far as their clocks agree.
    this.#order = Math.max(this.#order + 1, Date.now());
    this.#tell({ ...this.#newest, order: this.#order });
    this.#timer = setTimeout(() => this.#now(), againMs);
  }
}
