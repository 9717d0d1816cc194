import type { AccountAnswer, AccountChange, AccountInput } from '@nghisu/shared/organisation/accounts.ts';
import { api } from '../../platform/api/api.ts';

/** The accounts as the server told them last; they are no part of any stream, so that nobody else learns of them. */
export class Accounts {
  #all = $state.raw<readonly AccountAnswer[] | null>(null);
  #failure = $state.raw<unknown>(null);

  /** Null until the server has answered. */
  get all(): readonly AccountAnswer[] | null {
    return this.#all;
  }

  /** Why there is no answer, or null. */
  get failure(): unknown {
    return this.#failure;
  }

  async load(): Promise<void> {
    try {
      this.#all = await api.get<AccountAnswer[]>('/api/accounts');
      this.#failure = null;
    } catch (error) {
      this.#failure = error;
    }
  }

  /** Rejects with `ProblemError`. */
  async create(input: AccountInput): Promise<void> {
    const made = await api.post<AccountAnswer>('/api/accounts', input);
    this.#all = [...(this.#all ?? []), made];
  }

  /** Rejects with `ProblemError`. */
  async change(id: string, change: AccountChange): Promise<void> {
    const changed = await api.patch<AccountAnswer>(`/api/accounts/${id}`, change);
    this.#all = (this.#all ?? []).map(account => (account.id === id ? changed : account));
  }
}
