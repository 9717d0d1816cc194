import { and, eq, isNull, not, or, sql } from 'drizzle-orm';
import { levelOf } from '../database/away.ts';
import type { Db, Tx } from '../database/db.ts';
import type { Log } from '../log.ts';
import { jobs } from './jobs.tables.ts';

/** Work in the background that comes again and again, once for all processes together. */
export type Job = {
  readonly name: string;
  readonly everySeconds: number;
  /**
   * One run, in one transaction and within its limits (`openDatabase`). What it does to the database happens once for
   * each time that it is due; what it does to the world beside, a killed process may make it do again.
   */
  readonly run: (tx: Tx) => Promise<void>;
};

export type Jobs = {
  /** Runs what is due now and what no other process is running; answers the names of what ran. Never throws. */
  runDue(): Promise<string[]>;
  /** No run begins any more; done when the one under way has ended. */
  close(): Promise<void>;
};

export type JobsParts = {
  readonly db: Db;
  readonly log: Log;
  readonly jobs: readonly Job[];
  /** How often this process looks whether something is due, in milliseconds. */
  readonly lookMs: number;
};

/**
 * Starts to look after the jobs. The database's clock says what is due, a locked row which process runs it. A run that
 * fails, or whose process dies, leaves nothing behind and is due at the next look of any process.
 */
export function startJobs(parts: JobsParts): Jobs {
  let isClosed = false;
  let underWay: Promise<string[]> | null = null;

  async function look(): Promise<string[]> {
    const ran: string[] = [];
    for (const job of parts.jobs) {
      if (isClosed) break;
      try {
        if (await runIfDue(parts.db, job)) ran.push(job.name);
      } catch (error) {
        parts.log[levelOf(error)]({ err: error, job: job.name }, 'a job failed; it is tried again');
      }
    }
    return ran;
  }

  const runDue = (): Promise<string[]> => {
    underWay ??= look().finally(() => {
      underWay = null;
    });
    return underWay;
  };
  const timer = setInterval(() => void runDue(), parts.lookMs);
  void runDue();
  return {
    runDue,
    async close() {
      isClosed = true;
      clearInterval(timer);
      await underWay;
    },
  };
}

/** Runs the job if it is due and nobody runs it; answers whether it ran. */
async function runIfDue(db: Db, { name, everySeconds, run }: Job): Promise<boolean> {
  await db.insert(jobs).values({ name }).onConflictDoNothing();
  // A time still to come is of a clock that was wrong, and would hold the job up until then.
  const isWaiting = sql`${jobs.ranAt} between now() - make_interval(secs => ${everySeconds}) and now()`;
  return db.transaction(async tx => {
    const due = await tx
      .select({ name: jobs.name })
      .from(jobs)
      .where(and(eq(jobs.name, name), or(isNull(jobs.ranAt), not(isWaiting))))
      .for('update', { skipLocked: true });
    if (due.length === 0) return false;
    await run(tx);
    await tx.update(jobs).set({ ranAt: sql`now()` }).where(eq(jobs.name, name));
    return true;
  });
}
