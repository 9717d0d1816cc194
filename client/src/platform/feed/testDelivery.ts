import type { CommandEnvelope } from '@nghisu/shared/platform/commands.ts';
import type { ErrorCode } from '@nghisu/shared/platform/errors.ts';
import type { Answer } from '@nghisu/shared/protocol.ts';
import { vi } from 'vitest';
import { CommandError, localProblem } from '../api/problems.ts';
import type { TextStorage } from '../outbox/commandStore.ts';
import type { CommandLine } from '../outbox/outbox.svelte.ts';

/** A delivery under the test's control: every command that was sent waits to be answered, or for its answer to be lost. */
export class Delivery implements CommandLine {
  isOpen = true;
  readonly sent: CommandEnvelope[] = [];
  #open: { envelope: CommandEnvelope; settle(answer: Answer<{ seq: number }> | null): void }[] = [];
  feed: ReturnType<CommandLine['feedOf']> = null;

  command(envelope: CommandEnvelope): Promise<Answer<{ seq: number }>> {
    this.sent.push(envelope);
    return new Promise((resolve, reject) => {
      const settle = (answer: Answer<{ seq: number }> | null) =>
        answer ? resolve(answer) : reject(new Error('no answer'));
      this.#open.push({ envelope, settle });
    });
  }

  feedOf(): ReturnType<CommandLine['feedOf']> {
    return this.feed;
  }

  /** Settles the oldest command that waits, once it has been sent. */
  async settle(answer: Answer<{ seq: number }> | null): Promise<CommandEnvelope> {
    const { envelope, settle } = await vi.waitUntil(() => this.#open.shift());
    settle(answer);
    return envelope;
  }

  accept = (seq = 1) => this.settle({ ok: true, seq });
  refuse = (code: ErrorCode) => this.settle({ ok: false, problem: localProblem(code) });
  lose = () => this.settle(null);
}

/** The browser's storage, which outlives a page. */
export function memoryStorage(): TextStorage & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    get length() {
      return texts.size;
    },
    key: index => [...texts.keys()][index] ?? null,
    getItem: key => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: key => void texts.delete(key),
  };
}

/** The problem with which a command ended, or null where it succeeded. */
export const problemOf = (sent: Promise<unknown>) =>
  sent.then(
    () => null,
    (error: unknown) => (error instanceof CommandError ? error.problem : error),
  );
