import type { Socket } from 'node:net';

type Parts = {
  readonly from: Socket;
  readonly to: Socket;
  /** How many milliseconds what comes now is held back. */
  readonly delay: () => number;
  /** Whether what comes now, be it the end, is lost. */
  readonly loses: () => boolean;
};

type Held = { readonly at: number; readonly bytes: Buffer };

/** Carries the bytes of one direction, in order whatever they are held back by, and no faster than they are taken. */
export class FaultyPipe {
  readonly #parts: Parts;
  readonly #held: Held[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { from, to } = parts;
    from.on('data', bytes => this.#take(bytes));
    from.on('close', isBroken => {
      if (parts.loses()) return;
      if (isBroken) to.destroy();
      else this.#afterHeld(() => to.destroySoon());
    });
    to.on('drain', () => from.resume());
    to.on('close', () => {
      if (this.#timer) clearTimeout(this.#timer);
    });
  }

  #take(bytes: Buffer): void {
    if (this.#parts.loses()) return;
    const delay = this.#parts.delay();
    if (this.#held.length === 0 && delay === 0) {
      this.#give(bytes);
    } else {
      this.#held.push({ at: Math.max(performance.now() + delay, this.#held.at(-1)?.at ?? 0), bytes });
      this.#wake();
    }
  }

  #wake(): void {
    const next = this.#held[0];
    if (!next || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      while (this.#held[0] && this.#held[0].at <= performance.now()) {
        const { bytes } = this.#held.shift()!;
        // A link that broke meanwhile loses what was under way.
        if (!this.#parts.loses()) this.#give(bytes);
      }
      this.#wake();
    }, next.at - performance.now());
  }

  #give(bytes: Buffer): void {
    const { from, to } = this.#parts;
    if (to.writable && !to.write(bytes)) from.pause();
  }

  #afterHeld(act: () => void): void {
    const last = this.#held.at(-1);
    if (last) setTimeout(act, last.at - performance.now() + 5);
    else act();
  }
}
