import { createHash } from 'node:crypto';

const newline = 0x0a;

/** What went by in a stream of bytes. */
export type Measure = { readonly sha256: string; readonly bytes: number; readonly lines: number };

/** Looks at bytes as they go by. */
export class Meter {
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #lines = 0;

  /** The same bytes, looked at. */
  async *through(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of content) {
      this.#hash.update(chunk);
      this.#bytes += chunk.length;
      for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, at + 1)) this.#lines += 1;
      yield chunk;
    }
  }

  /** What it saw; to be asked once, at the end. */
  read(): Measure {
    return { sha256: this.#hash.digest('hex'), bytes: this.#bytes, lines: this.#lines };
  }
}

/** Reads to the end and keeps nothing. */
export async function drain(content: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of content);
}

/** Reads to the end and answers what was there. */
export async function measure(content: AsyncIterable<Uint8Array>): Promise<Measure> {
  const meter = new Meter();
  await drain(meter.through(content));
  return meter.read();
}
