import { createWriteStream, type WriteStream } from 'node:fs';
import { capturePath, type Place } from './place.ts';

/** Keeps every byte that people receive, in a file a person. */
export class Captures {
  readonly #place: Place;
  readonly #part: string;
  readonly #files = new Map<string, WriteStream>();

  constructor(place: Place, part: string) {
    this.#place = place;
    this.#part = part;
  }

  take(personId: string, bytes: string | Uint8Array): void {
    const file =
      this.#files.get(personId) ??
      createWriteStream(capturePath(this.#place, this.#part, personId), { flags: 'a' });
    this.#files.set(personId, file);
    file.write(bytes);
    file.write('\n');
  }

  /** Done when all of it is in the files. */
  async flush(): Promise<void> {
    const written = [...this.#files.values()].map(
      file => new Promise<void>(resolve => file.write('', () => resolve())),
    );
    await Promise.all(written);
  }
}
