import type { Refusal } from '@nghisu/shared/minutes/document/wire.ts';

/** What may truthfully be said of the text (S11). */
export type StorageState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'stored'; readonly at: Date | null }
  | { readonly kind: 'onDevice' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'offline'; readonly since: Date }
  | { readonly kind: 'refused'; readonly reason: Refusal | 'rights' | 'generation' };

/**
 * Counts what was typed against what the server has confirmed. A barrier carries the count; its answer means that
 * everything up to it is committed. Nothing here guesses: without an answer nothing is called stored.
 */
export class StorageLedger {
  #changes = 0;
  #confirmed = -1;
  #isSynced = false;
  #offlineSince: Date | null = null;
  #refused: Refusal | 'rights' | 'generation' | null = null;
  #storedAt: Date | null = null;

  /** The person, or the copy of an earlier tab, changed the text on this device. */
  changed(): void {
    this.#changes += 1;
  }
  /** Both sides have exchanged all they have; what was typed before still waits for its barrier. */
  synced(): void {
    this.#isSynced = true;
    this.#offlineSince = null;
    // Whatever this device held went out with the exchange and has to be confirmed too.
    this.#changes += 1;
  }
  lost(now: Date): void {
    this.#isSynced = false;
    this.#offlineSince ??= now;
  }
  refused(reason: Refusal | 'rights' | 'generation'): void {
    this.#refused = reason;
  }
  /** Tries again after rights came back. */
  forgive(): void {
    this.#refused = null;
  }
  confirmed(token: number, now: Date): void {
    if (token <= this.#confirmed) return;
    this.#confirmed = token;
    this.#storedAt = now;
  }

  /** The token of the barrier to send now, or null where there is nothing to ask. */
  get question(): number | null {
    return this.#isSynced && this.#confirmed < this.#changes ? this.#changes : null;
  }
  /** True while something of this device is not known to be on the server. */
  get hasUnstored(): boolean {
    return this.#confirmed < this.#changes && this.#changes > 0;
  }

  state(now: Date): StorageState {
    if (this.#refused) return { kind: 'refused', reason: this.#refused };
    if (this.#offlineSince) {
      const isBrief = now.getTime() - this.#offlineSince.getTime() < 3000;
      return isBrief ? { kind: 'connecting' } : { kind: 'offline', since: this.#offlineSince };
    }
    if (!this.#isSynced) return { kind: 'loading' };
    return this.#confirmed >= this.#changes ? { kind: 'stored', at: this.#storedAt } : { kind: 'onDevice' };
  }
}
