import { newId } from '@nghisu/shared/platform/ids.ts';
import type { Ballot, OwnBallot as Known } from '@nghisu/shared/votes/ballots.ts';
import type { Choice, Vote } from '@nghisu/shared/votes/votes.records.ts';
import { api } from '../platform/api/api.ts';
import { ProblemError } from '../platform/api/problems.ts';

/** A ballot without an answer is sent again after so many milliseconds. */
const againMs = 1500;

/**
 * My ballot in one vote. It says "cast" only when the server has said so; until then the same ballot is sent again and
 * again, so that a lost answer costs no vote and never gives two.
 */
export class OwnBallot {
  readonly #vote: () => Vote | null;
  #known = $state.raw<Known | null>(null);
  #sending = $state.raw(false);
  /** What was chosen on this screen, to be shown again; of a secret vote it is kept nowhere else. */
  #chosen = $state.raw<readonly Choice[] | null>(null);

  /** To be made while the component is set up. */
  constructor(vote: () => Vote | null) {
    this.#vote = vote;
    $effect(() => {
      const id = vote()?.id;
      this.#known = null;
      this.#chosen = null;
      if (id) void this.#ask(id);
    });
  }

  /** True where this person may vote; false also while that is not known. */
  get eligible(): boolean {
    return this.#known?.eligible === true;
  }
  get isCast(): boolean {
    return this.#known?.cast === true;
  }
  get sending(): boolean {
    return this.#sending;
  }
  get chosen(): readonly Choice[] | null {
    return this.#chosen ?? this.#known?.choices ?? null;
  }

  /** Casts a ballot. Rejects with `ProblemError` where the server refuses it. */
  async cast(choices: readonly Choice[]): Promise<void> {
    const vote = this.#vote();
    if (!vote || !this.#known || this.#sending) return;
    const turn = this.#known.turn + 1;
    this.#sending = true;
    try {
      await send({ voteId: vote.id, ballotId: newId(), turn, choices: [...choices], opinion: '' });
      this.#known = { ...this.#known, cast: true, turn };
      this.#chosen = choices;
    } finally {
      this.#sending = false;
    }
  }

  async #ask(voteId: string): Promise<void> {
    for (;;) {
      try {
        const known = await api.get<Known>(`/api/votes/${voteId}/ballot`);
        if (this.#vote()?.id === voteId) this.#known = known;
        return;
      } catch (error) {
        if (!isPassing(error) || this.#vote()?.id !== voteId) return;
        await delay(againMs);
      }
    }
  }
}

const delay = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));
const passing: readonly string[] = ['unavailable', 'too_many'];
const isPassing = (error: unknown): boolean =>
  error instanceof ProblemError && passing.includes(error.problem.code);

async function send(ballot: Ballot): Promise<void> {
  for (;;) {
    try {
      await api.post('/api/ballots', ballot);
      return;
    } catch (error) {
      if (!isPassing(error)) throw error;
      await delay(againMs);
    }
  }
}
