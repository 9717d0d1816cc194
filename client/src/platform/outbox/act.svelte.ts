import { ProblemError } from '../api/problems.ts';
import { toasts } from '../ui/feedback/toasts.svelte.ts';

/** One act of a person at a time: while it is under way its button is busy, and a refusal is said in its own words. */
export class Act {
  #busy = $state.raw(false);

  get busy(): boolean {
    return this.#busy;
  }

  /** Runs the work; answers true where it was done, false where it was refused (and said so). */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      toasts.say(error.problem.title, { tone: 'wrong' });
      return false;
    } finally {
      this.#busy = false;
    }
  }
}
