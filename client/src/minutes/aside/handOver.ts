import type { asideAnswerSchema } from '@nghisu/shared/minutes/minutes.records.ts';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import type { z } from 'zod';
import { uploadFile } from '../../platform/api/api.ts';
import { ProblemError } from '../../platform/api/problems.ts';
import { forgetCopy, holdsUnsent, localCopies } from '../room/localMinutes.ts';

/** The text that is open now: its copy stays. */
type Present = {
  readonly meetingId: string;
  readonly personId: string;
  readonly generation: number;
  readonly copyName: string;
  /** This person writes these minutes; a reader's copies hold nothing of the reader's own. */
  readonly isWriter: boolean;
};

/**
 * Hands over what this device keeps of other texts of the same minutes: those that a restored backup has replaced, and
 * those that were refused. A copy is forgotten only after the server has answered. Answers how many the server kept;
 * rejects with `ProblemError` where it cannot be reached: then the next opening tries again.
 */
export async function handOverCopies(present: Present): Promise<number> {
  let kept = 0;
  for (const copy of await localCopies(present.personId, present.meetingId)) {
    if (copy.name === present.copyName) continue;
    // What an older text had stored may be later than the backup: the server compares.
    const isOld = present.isWriter && copy.generation !== present.generation;
    if (!isOld && !holdsUnsent(copy.name)) continue;
    if (await handOver(present.meetingId, copy)) kept += 1;
  }
  return kept;
}

async function handOver(
  meetingId: string,
  { name, generation }: { readonly name: string; readonly generation: number },
): Promise<boolean> {
  const state = await stateOf(name);
  try {
    const answer = await uploadFile<z.output<typeof asideAnswerSchema>>(
      `/api/minutes/${meetingId}/aside?generation=${generation}`,
      new Blob([state], { type: 'application/octet-stream' }),
      () => undefined,
    );
    forgetCopy(name);
    return answer.kept;
  } catch (error) {
    // Refused for good: it stays on this device as it is.
    if (error instanceof ProblemError && error.problem.code !== 'unavailable') return false;
    throw error;
  }
}

async function stateOf(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const doc = new Y.Doc();
  const copy = new IndexeddbPersistence(name, doc);
  await copy.whenSynced;
  const state = new Uint8Array(Y.encodeStateAsUpdate(doc));
  await copy.destroy();
  doc.destroy();
  return state;
}
