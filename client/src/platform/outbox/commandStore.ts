import { isId } from '@nghisu/shared/platform/ids.ts';

/** A command as it was given, and kept until it is answered. */
export type KeptCommand = {
  readonly id: string;
  readonly stream: string;
  readonly name: string;
  readonly input: unknown;
  /** When it was given, in milliseconds since 1970; never equal for two commands of one page. */
  readonly givenAt: number;
};

/** The part of the browser's `Storage` that commands need. */
export type TextStorage = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

const prefixOf = (personId: string): string => `nghisu.command.${personId}.`;

/**
 * One person's unanswered commands on this device, one entry each, so that two tabs do not overwrite one another.
 * localStorage and not IndexedDB: it is written before the call returns, so a page closed in the next instant has it.
 */
export class CommandStore {
  readonly #storage: TextStorage;
  readonly #prefix: string;

  constructor(storage: TextStorage, personId: string) {
    this.#storage = storage;
    this.#prefix = prefixOf(personId);
  }

  /** Keeps a command; where storage is full or forbidden it lives as long as the page. */
  keep(command: KeptCommand): void {
    try {
      this.#storage.setItem(this.#prefix + command.id, JSON.stringify(command));
    } catch {
      // The command is still in memory and is sent; only a reload before the answer would forget it.
    }
  }

  drop(id: string): void {
    this.#storage.removeItem(this.#prefix + id);
  }

  /** True for the storage key of this command. */
  isKeyOf(id: string, key: string | null): boolean {
    return key === this.#prefix + id;
  }

  /** All kept commands in the order in which they were given. Entries that cannot be read are dropped. */
  all(): KeptCommand[] {
    const kept: KeptCommand[] = [];
    for (const key of this.#keys()) {
      const command = parse(this.#storage.getItem(key));
      if (command) kept.push(command);
      else this.#storage.removeItem(key);
    }
    return kept.sort((a, b) => a.givenAt - b.givenAt);
  }

  clear(): void {
    for (const key of this.#keys()) this.#storage.removeItem(key);
  }

  #keys(): string[] {
    const keys = Array.from({ length: this.#storage.length }, (_, index) => this.#storage.key(index));
    return keys.filter(key => key?.startsWith(this.#prefix)) as string[];
  }
}

function parse(text: string | null): KeptCommand | null {
  try {
    const command = JSON.parse(text ?? 'null') as KeptCommand | null;
    const isWhole =
      typeof command?.id === 'string' &&
      isId(command.id) &&
      typeof command.stream === 'string' &&
      typeof command.name === 'string' &&
      typeof command.givenAt === 'number';
    return isWhole ? command : null;
  } catch {
    return null;
  }
}
