import type { AnyRecord } from '@nghisu/shared/platform/feed.ts';
import { protocolVersion } from '@nghisu/shared/protocol.ts';

/** A stream's records as they were at `seq`, counted in `epoch`. */
export type StreamCopy = {
  readonly seq: number;
  readonly epoch: string;
  readonly records: readonly AnyRecord[];
};

/** Where the last records of each stream are kept on this device. Never rejects: without storage there are no copies. */
export type StreamCopies = {
  read(stream: string): Promise<StreamCopy | null>;
  keep(stream: string, copy: StreamCopy): Promise<void>;
  drop(stream: string): Promise<void>;
};

type Stored = StreamCopy & { readonly protocol: number; readonly rights: string; readonly keptAt: number };

/** Copies on a device out of reach must not outlive a working day: rights taken away there cannot be announced. */
const leaseMs = 8 * 3_600_000;
/** A browser that does not answer for so long gives no copy; the server is asked instead. */
const readWithinMs = 500;
const storeName = 'streams';

const databaseName = (personId: string): string => `nghisu-${personId}`;

/**
 * Copies in IndexedDB, one database a person. IndexedDB and not localStorage, for a meeting with its papers and an
 * organisation of hundreds of people are megabytes. A copy made under other rights or by another version of the
 * product is not given back.
 */
export class LocalCopies implements StreamCopies {
  #database: Promise<IDBDatabase | null> = Promise.resolve(null);
  #personId: string | null = null;
  #rights = '';
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Begins to keep copies for a person; `rights` is any text that changes when the person's posts and roles do. */
  open(personId: string, rights: string): void {
    this.#rights = rights;
    if (personId === this.#personId) return;
    void this.close();
    this.#personId = personId;
    this.#database = openDatabase(databaseName(personId));
  }

  /** Ends without forgetting. */
  async close(): Promise<void> {
    const database = this.#database;
    this.#personId = null;
    this.#database = Promise.resolve(null);
    (await database)?.close();
  }

  /** Forgets every copy of a person on this device. */
  async wipe(personId: string): Promise<void> {
    await this.close();
    await quietly(async () => {
      await answerOf(indexedDB.deleteDatabase(databaseName(personId)));
    });
  }

  async read(stream: string): Promise<StreamCopy | null> {
    const stored = await Promise.race([
      this.#in<Stored | undefined>('readonly', store => store.get(stream)),
      new Promise<null>(resolve => setTimeout(resolve, readWithinMs, null)),
    ]);
    if (!stored) return null;
    const age = this.#now() - stored.keptAt;
    const isGood = stored.protocol === protocolVersion && stored.rights === this.#rights;
    if (isGood && age >= 0 && age < leaseMs) {
      const { seq, epoch, records } = stored;
      return { seq, epoch, records };
    }
    await this.drop(stream);
    return null;
  }

  async keep(stream: string, copy: StreamCopy): Promise<void> {
    const stored: Stored = {
      ...copy,
      protocol: protocolVersion,
      rights: this.#rights,
      keptAt: this.#now(),
    };
    await this.#in('readwrite', store => store.put(stored, stream));
  }

  async drop(stream: string): Promise<void> {
    await this.#in('readwrite', store => store.delete(stream));
  }

  async #in<Result>(
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => IDBRequest<Result>,
  ): Promise<Result | null> {
    return quietly(async () => {
      const database = await this.#database;
      if (!database) return null;
      return answerOf(act(database.transaction(storeName, mode).objectStore(storeName)));
    });
  }
}

function openDatabase(name: string): Promise<IDBDatabase | null> {
  return quietly(async () => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(storeName);
    const database = await answerOf(opening);
    // Another tab logs out: let go, or its deletion would wait for ever.
    database.onversionchange = () => database.close();
    return database;
  });
}

function answerOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Private windows, full disks and servers' tests have no storage; the product works without it. */
async function quietly<Result>(act: () => Promise<Result>): Promise<Result | null> {
  try {
    return await act();
  } catch {
    return null;
  }
}
