import { z } from 'zod';

/** A record as the wire carries it: a plain object with its kind and its id. */
export type AnyRecord = { readonly kind: string; readonly id: string };

/** One change of one record: its newest value, or its disappearance. */
export type Change =
  | { readonly op: 'put'; readonly record: AnyRecord }
  | { readonly op: 'drop'; readonly kind: string; readonly id: string };

/** What one command did, as a stream tells it. `seq` is dense per stream (S1); `at` is the database's clock. */
export type StreamEvent = {
  readonly seq: number;
  readonly type: string;
  readonly by: string | null;
  readonly at: string;
  readonly changes: readonly Change[];
};

/**
 * Snapshot, catch-up and reset are one reply (S2). `wipe`: forget every record of the stream before applying. `epoch`
 * names the history that `seq` counts in: a database restored from a backup begins another one.
 */
export type SyncReply = {
  readonly epoch: string;
  readonly seq: number;
  readonly wipe: boolean;
  readonly changes: readonly Change[];
};

/** The newest value of a record. */
export const put = (record: AnyRecord): Change => ({ op: 'put', record });

/** The record is gone, or its reader may no longer see it. */
export const drop = (kind: string, id: string): Change => ({ op: 'drop', kind, id });

/** The key under which a stream holds the record that a change speaks of. */
export const changeKey = (change: Change): string =>
  change.op === 'put' ? `${change.record.kind}/${change.record.id}` : `${change.kind}/${change.id}`;

/** The newest change of every record, in the order in which each was first named. */
export function newestChanges(changes: Iterable<Change>): Change[] {
  const newest = new Map<string, Change>();
  for (const change of changes) newest.set(changeKey(change), change);
  return [...newest.values()];
}

const uuidPart = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Name of a stream: `org`, `meeting:<id>`, `unit:<id>` or `user:<person id>`. */
export const streamIdSchema = z.string().regex(new RegExp(`^(org|(meeting|unit|user):${uuidPart})$`));
export type StreamKind = 'org' | 'meeting' | 'unit' | 'user';

/** Splits `meeting:<id>` into its kind and the id of its subject; `org` has no subject. */
export function parseStreamId(stream: string): { kind: StreamKind; subjectId: string } {
  const [kind = '', subjectId = ''] = stream.split(':');
  return { kind: kind as StreamKind, subjectId };
}
