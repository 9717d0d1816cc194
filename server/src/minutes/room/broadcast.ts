import * as Y from 'yjs';
import type { Connection } from './connection.ts';
import { updateFrame } from './frames.ts';

type News = { readonly update: Uint8Array; readonly from: Connection | null };

/** Merging is for keystrokes; what is larger travels as it is. */
const mergeUpTo = 64 * 1024;

/**
 * Tells everybody what was committed. The first news goes out at once; what follows within the window waits for its
 * end and goes out merged, one frame to each reader: sending is what costs, and nobody sees 15 ms.
 */
export class Broadcast {
  readonly #readers: () => Iterable<Connection>;
  readonly #windowMs: number;
  #waiting: News[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(readers: () => Iterable<Connection>, windowMs: number) {
    this.#readers = readers;
    this.#windowMs = windowMs;
  }

  /** `from` wrote it and is not told. */
  tell(update: Uint8Array, from: Connection | null): void {
    this.#waiting.push({ update, from });
    if (!this.#timer) this.#flush();
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#waiting = [];
  }

  #flush(): void {
    const news = this.#waiting;
    this.#waiting = [];
    this.#timer = null;
    if (news.length === 0) return;
    this.#timer = setTimeout(() => this.#flush(), this.#windowMs);
    const forAll = framesOf(news);
    const writers = new Set(news.map(({ from }) => from));
    for (const reader of this.#readers()) {
      const frames = writers.has(reader) ? framesOf(news.filter(({ from }) => from !== reader)) : forAll;
      for (const frame of frames) reader.send(frame);
    }
  }
}

function framesOf(news: readonly News[]): Uint8Array[] {
  const updates = news.map(({ update }) => update);
  const bytes = updates.reduce((sum, update) => sum + update.length, 0);
  if (updates.length < 2 || bytes > mergeUpTo) return updates.map(updateFrame);
  return [updateFrame(Y.mergeUpdates(updates))];
}
