import type { CommandEnvelope } from '@nghisu/shared/platform/commands.ts';
import type { ErrorCode, Problem } from '@nghisu/shared/platform/errors.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { Answer } from '@nghisu/shared/protocol.ts';
import { CommandError, localProblem } from '../api/problems.ts';
import { connection } from '../connection/connection.svelte.ts';
import { retryDelayMs } from '../connection/retryDelay.ts';
import { CommandStore, type KeptCommand, type TextStorage } from './commandStore.ts';

/** A command that has no answer yet. `sent` means that it may already have had its effect. */
type PendingCommand = KeptCommand & { readonly sent: boolean };

/** The connection, as the outbox uses it. */
export type CommandLine = {
  readonly isOpen: boolean;
  /** Sends once; rejects where no answer came. */
  command(envelope: CommandEnvelope): Promise<Answer<{ seq: number }>>;
  feedOf(stream: string): { head(seq: number): void; reached(seq: number): Promise<void> } | null;
};

type Waiting = { resolve(answer: { seq: number }): void; reject(error: CommandError): void };

/** The server closes a connection that sends more than 64 KiB at once; the rest is the envelope's. */
const largestInputBytes = 60 * 1024;
/** What was given longer ago than a working day is not sent any more: the meeting it was meant for is over. */
const longestKeptMs = 12 * 3_600_000;
/** After waiting for so long, whoever gave the command may no longer look at the place where its refusal would show. */
const patienceMs = 10_000;
/** A failure of the server may pass; after so many in a row it is told to the person. */
const mostFailures = 3;

/** Answers after which the same command may still succeed. Everything else is final. */
const passing: readonly ErrorCode[] = ['unavailable', 'too_many', 'unauthenticated', 'outdated'];

/**
 * Commands on their way. Each is sent with the same id until it is answered (S7), in order within its stream, across
 * lost connections and reloads of the page; what waits is visible (S11).
 */
export class Outbox {
  readonly #line: CommandLine;
  readonly #storage: TextStorage | null;
  readonly #retryMs: (tries: number) => number;
  #pending = $state.raw<readonly PendingCommand[]>([]);
  #store: CommandStore | null = null;
  #refused: (refusal: { command: PendingCommand; problem: Problem }) => void = () => {};
  readonly #waiting = new Map<string, Waiting>();
  readonly #sending = new Set<string>();
  readonly #retries = new Map<string, { tries: number; timer: ReturnType<typeof setTimeout> | undefined }>();

  constructor(line: CommandLine, storage: TextStorage | null, retryMs = retryDelayMs) {
    this.#line = line;
    this.#storage = storage;
    this.#retryMs = retryMs;
  }

  /** Commands without an answer, oldest first. */
  get pending(): readonly PendingCommand[] {
    return this.#pending;
  }

  /** Who is told of refusals that nobody may be waiting for any more. */
  onRefused(listener: (refusal: { command: PendingCommand; problem: Problem }) => void): void {
    this.#refused = listener;
  }

  /** Takes up what this person left unanswered on this device, and keeps what is given from now on. */
  open(personId: string): void {
    this.#store = this.#storage && new CommandStore(this.#storage, personId);
    for (const command of this.#store?.all() ?? []) {
      if (this.#pending.some(({ id }) => id === command.id)) continue;
      const pending = { ...command, sent: true };
      if (Date.now() - command.givenAt <= longestKeptMs) this.#pending = [...this.#pending, pending];
      else {
        this.#store?.drop(command.id);
        this.#refused({ command: pending, problem: localProblem('conflict', 'outbox.expired') });
      }
    }
    this.flush();
  }

  /** Stops sending. What waits is kept, to be sent in the person's next session here, or forgotten too. */
  close(how: 'keep' | 'forget'): void {
    if (how === 'forget') {
      this.#store?.clear();
      for (const { id } of this.#pending) this.withdraw(id);
    }
    this.#store = null;
    for (const { timer } of this.#retries.values()) clearTimeout(timer);
    this.#retries.clear();
    this.#pending = [];
  }

  /**
   * Gives a command to be sent. Resolves when the server has accepted it and the stream's records on this device
   * contain it; rejects with `CommandError` where it is refused or withdrawn.
   */
  send(stream: string, name: string, input: unknown): Promise<{ seq: number }> {
    // The intent as it is now: a form edited later must not change what is sent again under the same id (S7).
    const text = JSON.stringify(input);
    if (new TextEncoder().encode(text).length > largestInputBytes) {
      return Promise.reject(new CommandError(name, localProblem('too_large')));
    }
    const givenAt = Math.max(Date.now(), (this.#pending.at(-1)?.givenAt ?? 0) + 1);
    const command: KeptCommand = { id: newId(), stream, name, input: JSON.parse(text), givenAt };
    this.#store?.keep(command);
    this.#pending = [...this.#pending, { ...command, sent: false }];
    return new Promise((resolve, reject) => {
      this.#waiting.set(command.id, { resolve, reject });
      void this.#sendOn(stream);
    });
  }

  /** Gives a command up. Where it had been sent it may have had its effect all the same. */
  withdraw(id: string): void {
    const command = this.#pending.find(pending => pending.id === id);
    if (!command) return;
    this.#remove(id);
    this.#settle(command, localProblem('conflict', 'outbox.withdrawn'));
  }

  /** Sends what waits; to be called whenever there is a connection (again). */
  flush(): void {
    for (const retry of this.#retries.values()) clearTimeout(retry.timer);
    this.#retries.clear();
    for (const stream of new Set(this.#pending.map(command => command.stream))) void this.#sendOn(stream);
  }

  /** Another tab of this person has had the answer, or withdrew the command. */
  removedElsewhere(key: string | null): void {
    const gone = this.#pending.find(({ id }) => this.#store?.isKeyOf(id, key));
    if (gone && !this.#waiting.has(gone.id)) this.#remove(gone.id);
  }

  /** Sends a stream's commands one after the other, as long as there are answers. */
  async #sendOn(stream: string): Promise<void> {
    if (this.#sending.has(stream)) return;
    this.#sending.add(stream);
    try {
      for (;;) {
        const command = this.#pending.find(pending => pending.stream === stream);
        if (!command || !this.#line.isOpen || this.#retries.get(stream)?.timer) return;
        await this.#sendOnce(command);
      }
    } finally {
      this.#sending.delete(stream);
    }
  }

  async #sendOnce(command: PendingCommand): Promise<void> {
    const { id, stream, name, input } = command;
    this.#pending = this.#pending.map(pending => (pending.id === id ? { ...pending, sent: true } : pending));
    const answer = await this.#line.command({ id, stream, name, input }).catch(() => null);
    if (!this.#pending.some(pending => pending.id === id)) return;
    if (answer?.ok) this.#accepted(command, answer.seq);
    else if (answer === null) this.#tryLater(stream);
    else if (passing.includes(answer.problem.code)) this.#tryLater(stream);
    else if (answer.problem.code === 'internal' && this.#triesOf(stream) < mostFailures)
      this.#tryLater(stream);
    else {
      this.#retries.delete(stream);
      this.#remove(id);
      this.#settle(command, answer.problem);
    }
  }

  #accepted({ id, stream }: PendingCommand, seq: number): void {
    this.#retries.delete(stream);
    this.#remove(id);
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    const feed = this.#line.feedOf(stream);
    // Every answer reveals a lost last event (S4).
    feed?.head(seq);
    void (feed?.reached(seq) ?? Promise.resolve()).then(() => waiting?.resolve({ seq }));
  }

  #triesOf(stream: string): number {
    return this.#retries.get(stream)?.tries ?? 0;
  }

  #tryLater(stream: string): void {
    const tries = this.#triesOf(stream) + 1;
    const timer = setTimeout(
      () => {
        this.#retries.set(stream, { tries, timer: undefined });
        void this.#sendOn(stream);
      },
      this.#retryMs(tries - 1),
    );
    this.#retries.set(stream, { tries, timer });
  }

  #remove(id: string): void {
    this.#store?.drop(id);
    this.#pending = this.#pending.filter(pending => pending.id !== id);
  }

  #settle(command: PendingCommand, problem: Problem): void {
    const waiting = this.#waiting.get(command.id);
    this.#waiting.delete(command.id);
    waiting?.reject(new CommandError(command.name, problem));
    const isUnwatched = !waiting || Date.now() - command.givenAt > patienceMs;
    if (isUnwatched && problem.reason !== 'outbox.withdrawn') this.#refused({ command, problem });
  }
}

/** The page's outbox. */
export const outbox = new Outbox(connection, typeof localStorage === 'undefined' ? null : localStorage);
