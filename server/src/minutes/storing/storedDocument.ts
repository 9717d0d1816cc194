import type { Refusal } from '@nghisu/shared/minutes/document/wire.ts';
import { keepPart } from '../aside/keepPart.ts';
import type { Frame, Group, GroupOutcome } from '../document/batch.ts';
import * as store from '../minutes.store.ts';
import { CopyHolder } from './copyHolder.ts';
import type { DocumentParts } from './documentParts.ts';
import { Overrun } from './documentThread.ts';
import { tryAgain } from './tryAgain.ts';

/** What one person's connection wants stored. */
type Submission = Pick<Group, 'personId' | 'mayBind' | 'synced' | 'frames'>;

/** What became of it: all of `update` is committed, and nothing of what was refused. */
export type SubmissionResult = Pick<GroupOutcome, 'update' | 'newClients' | 'synced' | 'early'> & {
  readonly refused: Refusal | null;
};

type Attempt = { group: Group; dropped: { frame: number; reason: Refusal } | null };

/** Of what is nobody's text nothing is kept. */
const worthless: readonly string[] = ['malformed', 'incomplete'];

/** Stores what people write: tried on the copy, then committed, and only then told to anybody. */
export class StoredDocument {
  readonly holder: CopyHolder;
  readonly #parts: DocumentParts;

  constructor(parts: DocumentParts) {
    this.#parts = parts;
    this.holder = new CopyHolder(parts);
  }

  /** Tries and commits what connections sent, in one transaction. One result for each submission. */
  async submit(submissions: readonly Submission[]): Promise<SubmissionResult[]> {
    return await this.holder.use(async () => {
      const attempts: Attempt[] = submissions.map(one => ({
        group: { ...one, singly: false },
        dropped: null,
      }));
      for (;;) {
        const outcomes = await this.#judge(attempts);
        const committed = outcomes && (await this.#commit(submissions, outcomes));
        if (!committed) continue;
        return await this.#finish(submissions, attempts, outcomes, committed);
      }
    });
  }

  /** What somebody with that state vector lacks, and the state vector of what is stored; null where it is none. */
  async answer(stateVector: Uint8Array): Promise<{ update: Uint8Array; stateVector: Uint8Array } | null> {
    return await this.holder.use(thread => thread.answer(stateVector));
  }

  /** True where the sections are as the agenda wants them. */
  async hasSections(wanted: readonly string[]): Promise<boolean> {
    return await this.holder.use(thread => thread.hasSections(wanted));
  }

  /**
   * Judges what somebody without the right to write sends: null where it is nothing new. It is kept aside if that person
   * wrote here once: text that was written before the closing, or before the right was lost, and comes too late.
   */
  async turnAway(personId: string, frames: readonly Frame[]): Promise<Refusal | null> {
    const { db, meetingId } = this.#parts;
    try {
      const isNews = await this.holder.use(thread => thread.isNews(frames.map(({ update }) => update)));
      if (!isNews) return null;
    } catch (error) {
      if (error instanceof Overrun) return 'too_slow';
      throw error;
    }
    const reason = this.holder.closed ? 'closed' : 'read_only';
    const owners = await store.clientOwners(db, meetingId);
    if (owners.some(owner => owner.personId === personId)) {
      for (const { update } of frames) await this.#keep(personId, reason, update);
    }
    return reason;
  }

  /** Merges the rows into one, where there are at least so many. */
  async compact(rows: number): Promise<void> {
    if (this.holder.rows < Math.max(2, rows)) return;
    await this.holder.use(async thread => {
      const { db, meetingId, onEvent } = this.#parts;
      const { generation } = this.holder;
      const updates = await store.updatesAfter(db, meetingId, generation);
      const upTo = updates.at(-1)?.seq;
      if (upTo === undefined || updates.length < 2) return;
      const update = await thread.merge(updates.map(row => row.update));
      const merged = { update, upTo, count: updates.length };
      if (await store.replaceWithMerged(db, meetingId, generation, merged)) onEvent('compacted');
      this.holder.compacted();
    });
  }

  /** Judges what is left of the attempts; null where the copy was spoilt and they have to be judged again. */
  async #judge(attempts: readonly Attempt[]): Promise<readonly GroupOutcome[] | null> {
    try {
      const batch = await this.holder.use(thread => thread.judge(attempts.map(attempt => attempt.group)));
      if (!('spoilt' in batch)) return await this.#orNewer(batch.outcomes);
      const { group, frame, reason } = batch.spoilt;
      drop(attempts[group]!, frame, reason);
    } catch (error) {
      if (!(error instanceof Overrun)) throw error;
      this.#parts.onEvent('overrun');
      drop(attempts[error.group]!, error.frame, 'too_slow');
    }
    this.holder.discard();
    return null;
  }

  // What seems to build on nothing, or to be written in another's name, may have come by way of another process.
  async #orNewer(outcomes: readonly GroupOutcome[]): Promise<readonly GroupOutcome[] | null> {
    const doubtful = ['foreign', 'incomplete'];
    if (!outcomes.some(outcome => outcome.refused && doubtful.includes(outcome.refused.reason)))
      return outcomes;
    const head = await store.headOf(this.#parts.db, this.#parts.meetingId);
    if (!head || head.seq <= this.holder.copied) return outcomes;
    this.holder.discard();
    return null;
  }

  /**
   * Commits what the judging let through; null where it has to be judged again: somebody else
   * has taken a Yjs client id since, or the sections are others.
   */
  async #commit(
    submissions: readonly Submission[],
    outcomes: readonly GroupOutcome[],
  ): Promise<'closed' | 'stored' | null> {
    const personOf = (index: number): string => submissions[index]!.personId;
    const rows = outcomes.flatMap(({ update }, index) =>
      update ? [{ update, personId: personOf(index) }] : [],
    );
    if (rows.length === 0) return 'stored';
    const owners = outcomes.flatMap(({ newClients }, index) =>
      newClients.map(clientId => ({ clientId, personId: personOf(index) })),
    );
    const { db, meetingId } = this.#parts;
    const { copied } = this.holder;
    const last = await tryAgain(() =>
      store.appendAndBind(db, meetingId, this.holder.generation, rows, owners, { copied }),
    );
    if (typeof last === 'number') {
      await this.holder.committed(rows.length, last);
      this.#parts.onEvent('stored');
      return 'stored';
    }
    this.holder.discard();
    if (last === 'taken') return null;
    await this.holder.catchUp();
    // Not closed: sections came or went since it was judged, and with them perhaps the place of this text.
    return this.holder.closed ? 'closed' : null;
  }

  async #finish(
    submissions: readonly Submission[],
    attempts: readonly Attempt[],
    outcomes: readonly GroupOutcome[],
    committed: 'closed' | 'stored',
  ): Promise<SubmissionResult[]> {
    const results: SubmissionResult[] = [];
    for (const [index, outcome] of outcomes.entries()) {
      const { personId, frames } = submissions[index]!;
      const dropped = outcome.refused ?? attempts[index]!.dropped;
      const isLate = committed === 'closed' && outcome.update !== null;
      if (isLate || outcome.stranded) {
        // As it was sent: what was stranded is no longer in what the copy made of it.
        for (const { update } of frames) await this.#keep(personId, isLate ? 'closed' : 'stranded', update);
      } else if (dropped) await this.#keep(personId, dropped.reason, frames[dropped.frame]!.update);
      const refused = dropped?.reason ?? (isLate ? 'closed' : null);
      results.push({ ...outcome, update: isLate ? null : outcome.update, refused });
    }
    return results;
  }

  async #keep(personId: string, reason: Refusal | 'stranded', update: Uint8Array): Promise<void> {
    const { db, meetingId, log, onEvent, publish } = this.#parts;
    onEvent(reason === 'stranded' ? 'stranded' : 'refused');
    const isKept =
      !worthless.includes(reason) &&
      (await keepPart(
        {
          ...{ db, meetingId, publish },
          weigh: (...given) => this.holder.use(thread => thread.weigh(...given)),
        },
        { personId, reason, update, whole: false, generation: this.holder.generation },
      ));
    log.warn(
      { meetingId, personId, reason, bytes: update.length, isKept },
      'an update of minutes was set aside',
    );
  }
}

/** Leaves out a frame and all behind it, or has the frames tried one by one where they are wrong only together. */
function drop(attempt: Attempt, frame: number | null, reason: Refusal): void {
  if (frame === null) {
    attempt.group = { ...attempt.group, singly: true };
    return;
  }
  attempt.dropped = { frame, reason };
  attempt.group = { ...attempt.group, frames: attempt.group.frames.slice(0, frame) };
}
