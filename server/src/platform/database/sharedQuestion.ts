type Asking<Asked, Answer> = {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
};

/** At a time; one that is slow does not hold up all others. */
const mostUnderWay = 2;

/**
 * Asks for many at once what each would ask alone: who comes while an answer is under way shares the next question with
 * all who do, so that a hall that comes back at once costs the database as much as a few people. An answer is always to a
 * question that was put after the call.
 */
export class SharedQuestion<Asked, Answer> {
  readonly #askAll: (asked: readonly Asked[]) => Promise<readonly Answer[]>;
  #waiting: Asking<Asked, Answer>[] = [];
  #underWay = 0;

  /** `askAll` answers each in the order of the asked. */
  constructor(askAll: (asked: readonly Asked[]) => Promise<readonly Answer[]>) {
    this.#askAll = askAll;
  }

  ask(asked: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ asked, resolve, reject });
      if (this.#underWay < mostUnderWay) void this.#answer();
    });
  }

  /** True while nobody waits for an answer. */
  get isIdle(): boolean {
    return this.#underWay === 0;
  }

  async #answer(): Promise<void> {
    this.#underWay += 1;
    // Whoever asks in the same turn shares the question.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const all = this.#waiting;
      this.#waiting = [];
      try {
        const answers = await this.#askAll(all.map(({ asked }) => asked));
        for (const [index, { resolve }] of all.entries()) resolve(answers[index]!);
      } catch (error) {
        for (const { reject } of all) reject(error);
      }
    }
    this.#underWay -= 1;
  }
}
