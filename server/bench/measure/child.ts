import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

type Answer = { number: number; result?: unknown; error?: string };

/** Another process that answers questions, one at a time or several. */
export class Child {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
  #number = 0;

  constructor(file: URL) {
    this.#process = fork(file, { stdio: 'inherit' });
    this.#process.on('message', message => {
      const { number, result, error } = message as Answer;
      const waiting = this.#waiting.get(number);
      this.#waiting.delete(number);
      if (error === undefined) waiting?.resolve(result as never);
      else waiting?.reject(new Error(error));
    });
    this.#process.on('exit', code => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`${file} ended with ${code}`));
    });
  }

  get pid(): number {
    return this.#process.pid!;
  }

  /** The answer to a question that the child knows by name. */
  ask<Result>(name: string, question: unknown = {}): Promise<Result> {
    const number = ++this.#number;
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#process.send({ number, name, question });
    });
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill();
    await ended;
  }
}

/** In the child: answers the questions of the parent. */
export function answer(answers: Record<string, (question: never) => unknown>): void {
  process.on('message', async (message: { number: number; name: string; question: never }) => {
    const { number, name, question } = message;
    try {
      process.send!({ number, result: await answers[name]!(question) } satisfies Answer);
    } catch (error) {
      process.send!({ number, error: String(error instanceof Error ? error.stack : error) } satisfies Answer);
    }
  });
  // A parent that is gone needs no answers.
  process.on('disconnect', () => process.exit());
  // In order, so that a profile is written where one was asked for.
  process.on('SIGTERM', () => process.exit());
}
