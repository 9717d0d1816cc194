import type { Refusal } from '@nghisu/shared/minutes/document/wire.ts';
import * as Y from 'yjs';
import type { DocumentCopy, Judgement } from './documentCopy.ts';

/** One update as it came in; `complete` for a sync step 2, which holds all that its sender has. */
export type Frame = { readonly update: Uint8Array; readonly complete: boolean };

/** What one connection sent, in order. */
export type Group = {
  readonly personId: string;
  readonly mayBind: number;
  /** It has told everything it had when it connected. */
  readonly synced: boolean;
  /** Judge frame by frame: what they hold together is known to be wrong. */
  readonly singly: boolean;
  readonly frames: readonly Frame[];
};

/** What became of a group. `update` is all that it changed, or null. */
export type GroupOutcome = {
  update: Uint8Array | null;
  newClients: number[];
  stranded: boolean;
  synced: boolean;
  /** A frame was left out that builds on what the coming sync step 2 will bring, which will bring the frame too. */
  early: boolean;
  /** The first frame that was refused; those behind it were not looked at. */
  refused: { frame: number; reason: Refusal } | null;
};

/** `spoilt`: the copy is of no use any more, because of that frame, or of all the group's frames together (null). */
export type BatchOutcome =
  | { readonly outcomes: readonly GroupOutcome[] }
  | { readonly spoilt: { readonly group: number; readonly frame: number | null; readonly reason: Refusal } };

/** Tells where the judging is, before each step, and how many bytes that step looks at. */
type Progress = (group: number, frame: number | null, bytes: number) => void;

class Spoilt extends Error {
  readonly frame: number | null;
  readonly reason: Refusal;
  constructor(frame: number | null, reason: Refusal) {
    super(reason);
    this.frame = frame;
    this.reason = reason;
  }
}

/** Judges what several connections sent. What a connection sent while others waited is merged and judged as one. */
export function judgeBatch(copy: DocumentCopy, groups: readonly Group[], progress: Progress): BatchOutcome {
  const outcomes: GroupOutcome[] = [];
  for (const [index, group] of groups.entries()) {
    try {
      outcomes.push(judgeGroup(copy, group, (frame, bytes) => progress(index, frame, bytes)));
    } catch (error) {
      if (!(error instanceof Spoilt)) throw error;
      return { spoilt: { group: index, frame: error.frame, reason: error.reason } };
    }
  }
  return { outcomes };
}

type Step = (frame: number | null, bytes: number) => void;

function judgeGroup(copy: DocumentCopy, group: Group, step: Step): GroupOutcome {
  return (
    (!group.singly && group.frames.length > 1 && judgeTogether(copy, group, step)) ||
    judgeSingly(copy, group, step)
  );
}

function judgeTogether(copy: DocumentCopy, group: Group, step: Step): GroupOutcome | null {
  const updates = group.frames.map(frame => frame.update);
  step(
    null,
    updates.reduce((sum, update) => sum + update.length, 0),
  );
  let merged: Uint8Array;
  try {
    merged = Y.mergeUpdates(updates);
  } catch {
    return null;
  }
  const judgement = copy.judge(merged, group);
  if ('refused' in judgement) {
    if (judgement.spoilt) throw new Spoilt(null, judgement.refused);
    return null;
  }
  const synced = group.synced || group.frames.some(frame => frame.complete);
  return { ...judgement, newClients: [...judgement.newClients], synced, early: false, refused: null };
}

function judgeSingly(copy: DocumentCopy, group: Group, step: Step): GroupOutcome {
  const updates: Uint8Array[] = [];
  const outcome: GroupOutcome = {
    update: null,
    newClients: [],
    stranded: false,
    synced: group.synced,
    early: false,
    refused: null,
  };
  for (const [frame, { update, complete }] of group.frames.entries()) {
    step(frame, update.length);
    const judgement: Judgement = copy.judge(update, {
      personId: group.personId,
      mayBind: group.mayBind - outcome.newClients.length,
    });
    if ('refused' in judgement) {
      if (judgement.spoilt) throw new Spoilt(frame, judgement.refused);
      if (judgement.refused === 'incomplete' && !outcome.synced && !complete) {
        outcome.early = true;
        continue;
      }
      outcome.refused = { frame, reason: judgement.refused };
      break;
    }
    if (judgement.update) updates.push(judgement.update);
    outcome.newClients.push(...judgement.newClients);
    outcome.stranded ||= judgement.stranded;
    if (complete) {
      outcome.synced = true;
      outcome.early = false;
    }
  }
  outcome.update = updates.length > 0 ? Y.mergeUpdates(updates) : null;
  return outcome;
}
