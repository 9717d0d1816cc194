import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * One thing that happened in a run, in the manner of Jepsen: `ok` surely happened, `fail` surely did not, `info` is
 * unknown. `at` is in milliseconds of the one clock that all processes of this machine share (`instant`). `fail` only
 * for answers that prove that nothing happened; a lost connection, a time-out and a 503 are `info`.
 */
export type Entry =
  | {
      f: 'command';
      type: 'invoke' | 'ok' | 'fail' | 'info';
      at: number;
      actor: string;
      /** The server that was asked, or -1 for the balancer. */
      node: number;
      stream: string;
      /** The id that the client made. The same id may be invoked several times. */
      id: string;
      name: string;
      /** Of `ok`: the number of its last event in the stream. */
      seq?: number;
      /** Of `fail` and `info`: what the server, or the network, said. */
      problem?: string;
      /** Of `invoke`: a hash of what was asked, so that one id with two bodies is known. */
      body?: string;
    }
  | {
      f: 'token';
      type: 'typed' | 'stored' | 'deleted';
      at: number;
      actor: string;
      minutes: string;
      token: string;
    }
  | {
      f: 'received';
      at: number;
      actor: string;
      stream: string;
      /** Which of the connections of this person, counted up over the run. */
      socket: number;
      epoch: string;
      /** The numbers of a frame: both ends count; of a snapshot and of a beat only `to` says something. */
      from: number;
      to: number;
      kind: 'snapshot' | 'change' | 'beat';
      /** Of the answer to a question: when it was asked. */
      asked?: number;
    }
  | { f: 'rights'; type: 'revoked' | 'restored'; at: number; person: string; meeting: string }
  | { f: 'fault'; type: 'start' | 'stop'; at: number; kind: string; target: string }
  | { f: 'hostile'; at: number; door: 'socket' | 'minutes' | 'http'; tried: number };

/**
 * What a checker found wrong: never an opinion, always something that must not be.
 * @public
 */
export type Finding = {
  /** The name of the checker. */
  readonly checker: string;
  readonly what: string;
  /** Enough to find it again: a stream and number, a file and offset, an id. */
  readonly where: string;
};

/** Now, in milliseconds of the clock that all processes of this machine share. */
export const instant = (): number => performance.timeOrigin + performance.now();

/** Writes a history as lines of JSON; what is in it is not kept in memory. */
export class HistoryWriter {
  readonly path: string;
  readonly #file: WriteStream;

  constructor(path: string) {
    this.path = path;
    this.#file = createWriteStream(path, { flags: 'a' });
  }

  write(entry: Entry): void {
    this.#file.write(`${JSON.stringify(entry)}\n`);
  }

  /** Done when everything written is in the file. */
  async flush(): Promise<void> {
    await new Promise<void>(resolve => this.#file.write('', () => resolve()));
  }

  async close(): Promise<void> {
    await new Promise<void>(resolve => this.#file.end(resolve));
  }
}

/** Reads histories one entry at a time, one file after the other, each in the order in which it was written. */
export async function* readHistory(paths: readonly string[]): AsyncGenerator<Entry> {
  for (const path of paths) {
    for await (const line of createInterface({ input: createReadStream(path) })) {
      if (line !== '') yield JSON.parse(line) as Entry;
    }
  }
}
