import { createHash } from 'node:crypto';
import {
  type CommandDefinition,
  type CommandEnvelope,
  commandEnvelopeSchema,
} from '@nghisu/shared/platform/commands.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { parseStreamId } from '@nghisu/shared/platform/feed.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { Viewer } from '@nghisu/shared/platform/viewer.ts';
import type { z } from 'zod';
import { isDatabaseAway } from '../database/away.ts';
import { type Db, sqlState, type Tx } from '../database/db.ts';
import type { Log } from '../log.ts';
import { canonicalJson } from '../streams/canonicalJson.ts';
import {
  acceptedCommand,
  appendEvents,
  type LockedStream,
  lockStreams,
  type Outcome,
  type StoredEvent,
  UnlockedStream,
} from '../streams/streams.ts';
import type { Asking, Context } from './handler.ts';

/** A handler as the runner sees it, whatever its command. */
export type AnyHandler = {
  readonly subject?: ((asking: Asking, data: never) => Promise<unknown>) | undefined;
  readonly alsoLocks?: ((asking: Omit<Asking, 'now'>, data: never) => Promise<readonly string[]>) | undefined;
  readonly meetingOf?: ((asking: Asking, data: never) => Promise<string | null>) | undefined;
  readonly run: (context: Context, data: never) => Promise<readonly Outcome[]>;
};

/** What the composition root hands in: every command with its policy and its handler. */
export type CommandRegistry = {
  readonly commands: Readonly<Record<string, CommandDefinition>>;
  readonly policies: Readonly<Record<string, (viewer: Viewer, subject: never) => boolean>>;
  readonly handlers: Readonly<Record<string, AnyHandler>>;
  /** The viewer as of now, or null where the account is closed. */
  readonly viewerOf: (tx: Tx, personId: string, meetingId: string | null) => Promise<Viewer | null>;
};

export type RunnerParts = CommandRegistry & {
  readonly db: Db;
  readonly log: Log;
  /** Told of events after their commit, never before. */
  readonly publish: (events: readonly StoredEvent[]) => void;
  readonly observe?: (name: string, outcome: string, milliseconds: number) => void;
};

export type CommandRunner = {
  /**
   * Runs one command for a person and answers the `seq` after it. An answer means that it is committed (S9); the same
   * id again answers the same and changes nothing (S7). Throws `AppError`.
   */
  run(envelope: unknown, personId: string): Promise<{ seq: number }>;
};

type Job = {
  readonly envelope: CommandEnvelope;
  readonly data: unknown;
  readonly inputHash: string;
  readonly personId: string;
  readonly resolve: (answer: { seq: number }) => void;
  readonly reject: (error: unknown) => void;
};

type Settled = { job: Job; seq: number } | { job: Job; error: unknown };

/** Commands of one stream that wait together share a transaction; more than this would hold the lock too long. */
const largestBatch = 64;

/** Deadlock, serialisation failure, or a stream that turned out to need another lock: run the batch anew. */
const isWorthRetrying = (error: unknown): boolean =>
  error instanceof UnlockedStream || ['40P01', '40001'].includes(sqlState(error) ?? '');

/**
 * The stream's lock or the database cannot be had: every command of the batch would wait as long for the same answer, one
 * after the other, and those who come meanwhile behind them. A query that took too long, or a deadlock,
 * may be one command's own.
 */
const concernsAll = (error: unknown): boolean =>
  isDatabaseAway(error) && !/^(57014|40)/.test(sqlState(error) ?? '');

/** The one way of a change (design, section 3). */
export function createCommandRunner(parts: RunnerParts): CommandRunner {
  const queues = new Map<string, Job[]>();

  async function drain(stream: string, queue: Job[]): Promise<void> {
    while (queue.length > 0) {
      const jobs = queue.splice(0, largestBatch);
      for (const settled of await settleBatch(parts, stream, jobs)) {
        if ('error' in settled) settled.job.reject(settled.error);
        else settled.job.resolve({ seq: settled.seq });
      }
    }
    queues.delete(stream);
  }

  function enqueue(job: Job): void {
    const stream = job.envelope.stream;
    const queue = queues.get(stream);
    if (queue) {
      queue.push(job);
      return;
    }
    const started = [job];
    queues.set(stream, started);
    void drain(stream, started);
  }

  return {
    async run(message, personId) {
      const { envelope, data } = parseCommand(parts, message);
      const inputHash = createHash('sha256')
        .update(canonicalJson([envelope.name, data]))
        .digest('hex');
      const started = performance.now();
      const observe = (outcome: string) =>
        parts.observe?.(envelope.name, outcome, performance.now() - started);
      try {
        const answer = await new Promise<{ seq: number }>((resolve, reject) =>
          enqueue({ envelope, data, inputHash, personId, resolve, reject }),
        );
        observe('ok');
        return answer;
      } catch (error) {
        observe(error instanceof AppError ? error.code : 'internal');
        throw error;
      }
    },
  };
}

function parseCommand(
  registry: CommandRegistry,
  message: unknown,
): { envelope: CommandEnvelope; data: unknown } {
  const envelope = parseOrThrow(commandEnvelopeSchema, message);
  const definition = Object.hasOwn(registry.commands, envelope.name)
    ? registry.commands[envelope.name]
    : undefined;
  if (!definition) throw new AppError('invalid', 'platform.unknownCommand');
  if (parseStreamId(envelope.stream).kind !== definition.stream)
    throw new AppError('invalid', 'platform.wrongStream');
  return { envelope, data: parseOrThrow(definition.input, envelope.input) };
}

/** Parses hostile input; the `AppError` carries the zod error as its cause, so that fields can be named. */
export function parseOrThrow<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const error = new AppError('invalid');
  error.cause = parsed.error;
  throw error;
}

/** Runs the jobs in one transaction and publishes what they did. Never throws: every job gets its own outcome. */
async function settleBatch(parts: RunnerParts, stream: string, jobs: readonly Job[]): Promise<Settled[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { settled, stored } = await runBatch(parts, stream, jobs);
      if (stored.length > 0) parts.publish(stored);
      return settled;
    } catch (error) {
      if (isWorthRetrying(error) && attempt < 4) continue;
      if (jobs.length > 1 && !concernsAll(error)) return settleOneByOne(parts, stream, jobs);
      return jobs.map(job => ({ job, error: asAppError(parts.log, job, error) }));
    }
  }
}

async function settleOneByOne(parts: RunnerParts, stream: string, jobs: readonly Job[]): Promise<Settled[]> {
  const settled: Settled[] = [];
  for (const job of jobs) settled.push(...(await settleBatch(parts, stream, [job])));
  return settled;
}

/** What the caller is told: a bug stays a bug, to be logged with its trace; a database that is away is "try again". */
function asAppError(log: Log, { envelope: { name, id } }: Job, error: unknown): unknown {
  if (error instanceof AppError) return error;
  if (!isDatabaseAway(error)) return new Error(`the command ${name} ${id} failed`, { cause: error });
  log.warn({ err: error, command: name, commandId: id }, 'a command could not be run');
  return new AppError('unavailable');
}

async function runBatch(
  parts: RunnerParts,
  stream: string,
  jobs: readonly Job[],
): Promise<{ settled: Settled[]; stored: StoredEvent[] }> {
  return parts.db.transaction(async tx => {
    const others: string[] = [];
    for (const job of jobs) others.push(...(await otherLocks(parts, tx, job)));
    const { locked, now } = await lockStreams(tx, [stream, ...others]);
    if (jobs.length === 1) {
      const job = jobs[0]!;
      const done = await runJob(parts, tx, locked, now, job);
      return { settled: [{ job, seq: done.seq }], stored: done.stored };
    }
    const settled: Settled[] = [];
    const stored: StoredEvent[] = [];
    for (const job of jobs) {
      const before = [...locked.values()].map(head => ({ ...head }));
      try {
        const done = await tx.transaction(savepoint => runJob(parts, savepoint, locked, now, job));
        settled.push({ job, seq: done.seq });
        stored.push(...done.stored);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        for (const head of before) Object.assign(locked.get(head.id)!, head);
        settled.push({ job, error });
      }
    }
    return { settled, stored };
  });
}

async function otherLocks(registry: CommandRegistry, tx: Tx, job: Job): Promise<readonly string[]> {
  const { name, stream } = job.envelope;
  const asking = { tx, stream, subjectId: parseStreamId(stream).subjectId, personId: job.personId };
  return (await registry.handlers[name]?.alsoLocks?.(asking, job.data as never)) ?? [];
}

async function runJob(
  registry: CommandRegistry,
  tx: Tx,
  locked: ReadonlyMap<string, LockedStream>,
  now: string,
  job: Job,
): Promise<{ seq: number; stored: StoredEvent[] }> {
  const { id, stream, name } = job.envelope;
  const before = await acceptedCommand(tx, stream, id);
  if (before) {
    if (before.by !== job.personId || before.inputHash !== job.inputHash) {
      throw new AppError('conflict', 'platform.commandReused');
    }
    return { seq: before.seq, stored: [] };
  }
  const context = await judge(registry, tx, now, job);
  const outcomes = await registry.handlers[name]!.run(context, job.data as never);
  const stored = await appendEvents(
    tx,
    locked,
    outcomes.map(outcome => ({ ...outcome, stream: outcome.stream ?? stream })),
    { commandId: id, by: job.personId, at: now, accepted: { stream, inputHash: job.inputHash } },
  );
  return { seq: locked.get(stream)!.seq, stored };
}

/** Asks the policy on the present role. A refusal and an unknown subject are the same answer. */
async function judge(registry: CommandRegistry, tx: Tx, now: string, job: Job): Promise<Context> {
  const { stream, name } = job.envelope;
  const { kind, subjectId } = parseStreamId(stream);
  const handler = registry.handlers[name]!;
  const asking: Asking = { tx, stream, subjectId, personId: job.personId, now };
  const meetingId =
    kind === 'meeting' ? subjectId : ((await handler.meetingOf?.(asking, job.data as never)) ?? null);
  const viewer = await registry.viewerOf(tx, job.personId, meetingId);
  if (!viewer) throw new AppError('unauthenticated');
  const subject = handler.subject ? await handler.subject(asking, job.data as never) : undefined;
  const policy = registry.policies[name]!;
  if (subject === null || !policy(viewer, subject as never)) throw new AppError('not_found');
  return { tx, viewer, stream, subjectId, now, newId };
}
