import type { Random } from '../random.ts';

/** A random mark inside something that not everybody may read, and who may. */
export type Secret = {
  /** 32 hexadecimal digits; the first half is the same for all of a run, so that one look finds any of them. */
  readonly canary: string;
  /** What it stands in. */
  readonly what: string;
  /** The ids of those who may read it at some time of the run. */
  readonly readers: readonly string[];
};

/** Makes the marks of a run and remembers who may read them. */
export class Secrets {
  readonly all: Secret[] = [];
  readonly #random: Random;
  readonly #prefix: string;

  constructor(random: Random) {
    this.#random = random;
    this.#prefix = random.bytes(8).toString('hex');
  }

  /** A new mark for people to read. */
  mark(what: string, readers: readonly { readonly id: string }[]): string {
    const canary = `${this.#prefix}${this.#random.bytes(8).toString('hex')}`;
    this.all.push({ canary, what, readers: readers.map(reader => reader.id) });
    return canary;
  }
}
