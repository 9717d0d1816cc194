import { createHash } from 'node:crypto';
import type { Change, StreamEvent } from '@nghisu/shared/platform/feed.ts';
import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../database/db.ts';
import { canonicalJson } from './canonicalJson.ts';
import { events, streams } from './streams.tables.ts';

/** A locked stream: where it stands, and the database's clock at the start of the transaction. */
export type LockedStream = { readonly id: string; seq: number; hash: string };

/** What one command did to one stream. */
export type Outcome = {
  readonly type: string;
  readonly changes: readonly Change[];
  /** The stream it belongs to; the command's own where absent. Others have to be locked before. */
  readonly stream?: string;
  /** People whose rights in the stream this changed: they start it anew (S6). */
  readonly rights?: readonly string[];
};

/** A handler wrote to a stream that its command had not locked: what it had read before the lock was old. */
export class UnlockedStream extends Error {
  constructor(stream: string) {
    super(`the stream ${stream} is not locked`);
    this.name = 'UnlockedStream';
  }
}

/** An event as it is stored and passed between processes. */
export type StoredEvent = StreamEvent & { readonly stream: string; readonly rights: readonly string[] };

/**
 * Locks the streams in the order of their names, which every caller keeps, and makes the rows that are missing.
 * `now` is the database's clock, the only one that decides times that matter.
 */
export async function lockStreams(
  tx: Tx,
  ids: readonly string[],
): Promise<{ locked: Map<string, LockedStream>; now: string }> {
  const sorted = [...new Set(ids)].sort();
  const select = () =>
    tx.execute<{ id: string; seq: string; hash: string; now: string }>(
      sql`select id, seq, hash, now() as now from streams where id = any(${sql.param(sorted)}::text[]) order by id for update`,
    );
  let { rows } = await select();
  if (rows.length < sorted.length) {
    await tx
      .insert(streams)
      .values(sorted.map(id => ({ id })))
      .onConflictDoNothing();
    rows = (await select()).rows;
  }
  const locked = new Map(rows.map(({ id, seq, hash }) => [id, { id, seq: Number(seq), hash }]));
  return { locked, now: new Date(rows[0]!.now).toISOString() };
}

/** What was answered to this command id before, or null. */
export async function acceptedCommand(
  tx: Tx,
  stream: string,
  id: string,
): Promise<{ by: string; inputHash: string; seq: number } | null> {
  const { rows } = await tx.execute<{ by: string; inputHash: string; seq: string }>(
    sql`select by, input_hash as "inputHash", seq from accepted_commands where stream = ${stream} and id = ${id}`,
  );
  return rows[0] ? { ...rows[0], seq: Number(rows[0].seq) } : null;
}

/** The hash that binds an event to all before it in its stream. */
export function eventHash(previous: string, event: Omit<StoredEvent, 'hash'>): string {
  return createHash('sha256').update(previous).update(canonicalJson(event)).digest('hex');
}

/** Who did it, under which id, and when; `accepted` where the answer is to be remembered, for ever (S7). */
export type EventSource = {
  readonly commandId: string;
  readonly by: string | null;
  readonly at: string;
  readonly accepted?: { readonly stream: string; readonly inputHash: string };
};

/** Appends events to locked streams, in order, each with the next `seq` of its stream (S1). */
export async function appendEvents(
  tx: Tx,
  locked: ReadonlyMap<string, LockedStream>,
  outcomes: readonly (Outcome & { stream: string })[],
  source: EventSource,
): Promise<StoredEvent[]> {
  const rows: SQL[] = [];
  const stored = outcomes.map(outcome => {
    const stream = locked.get(outcome.stream);
    if (!stream) throw new UnlockedStream(outcome.stream);
    stream.seq += 1;
    const { type, changes, rights = [] } = outcome;
    const event: StoredEvent = { stream: stream.id, seq: stream.seq, type, ...by(source), changes, rights };
    stream.hash = eventHash(stream.hash, event);
    rows.push(rowOf(event, source.commandId, stream.hash));
    return event;
  });
  const heads = [...new Set(stored.map(event => event.stream))].map(id => locked.get(id)!);
  const writing = writingOf(rows, heads, rememberedBy(locked, source));
  // One statement, one round trip: a whole hall waits for it.
  if (writing) await tx.execute(writing);
  return stored;
}

const by = ({ by, at }: EventSource) => ({ by, at });

const rowOf = (
  { stream, seq, type, by, at, changes, rights }: StoredEvent,
  commandId: string,
  hash: string,
) =>
  sql`(${stream}::text, ${seq}::bigint, ${type}::text, ${by}::uuid, ${at}::timestamptz,
    ${JSON.stringify(changes)}::jsonb, ${JSON.stringify(rights)}::jsonb, ${commandId}::uuid, ${hash}::text)`;

const rememberedBy = (locked: ReadonlyMap<string, LockedStream>, { accepted, by, commandId }: EventSource) =>
  accepted &&
  sql`insert into accepted_commands (stream, id, by, input_hash, seq)
    values (${accepted.stream}, ${commandId}, ${by}, ${accepted.inputHash}, ${locked.get(accepted.stream)!.seq})`;

function writingOf(rows: readonly SQL[], heads: readonly LockedStream[], remembered?: SQL): SQL | undefined {
  if (rows.length === 0) return remembered;
  const appended = sql`insert into events (stream, seq, type, by, at, changes, rights, command_id, hash)
    values ${sql.join([...rows], sql`, `)}`;
  const values = heads.map(head => sql`(${head.id}::text, ${head.seq}::bigint, ${head.hash}::text)`);
  return sql`with appended as (${appended}) ${remembered ? sql`, remembered as (${remembered})` : sql``}
    update streams set seq = head.seq, hash = head.hash
    from (values ${sql.join(values, sql`, `)}) as head (id, seq, hash) where streams.id = head.id`;
}

/** Events after `since`, oldest first, at most `limit`. */
export async function eventsAfter(
  db: Reader,
  stream: string,
  since: number,
  limit: number,
): Promise<StoredEvent[]> {
  const rows = await db
    .select({
      stream: events.stream,
      seq: events.seq,
      type: events.type,
      by: events.by,
      at: events.at,
      changes: events.changes,
      rights: events.rights,
    })
    .from(events)
    .where(and(eq(events.stream, stream), gt(events.seq, since)))
    .orderBy(asc(events.seq))
    .limit(limit);
  return rows.map(row => ({ ...row, at: new Date(row.at).toISOString() }));
}

/** The newest `seq` of each of the streams that exist. */
export async function headsOf(db: Reader, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: streams.id, seq: streams.seq })
    .from(streams)
    .where(inArray(streams.id, [...ids]));
  return new Map(rows.map(row => [row.id, row.seq]));
}

/**
 * The longest that a transaction takes (see `openDatabase`), doubled. Events carry the time at which their transaction
 * began, so one that began this long before another may have been committed after it.
 */
const longestTransaction = '30 seconds';

/**
 * Those of the people whose rights in the stream changed after `since`: a catch-up would then miss what came into sight
 * and keep what went out of it. Posts and accounts change rights through the stream `org`.
 */
export async function rightsChangedSince(
  db: Reader,
  stream: string,
  since: number,
  personIds: readonly string[],
): Promise<Set<string>> {
  const result = await db.execute<{ person: string }>(sql`
    select distinct person from events, jsonb_array_elements_text(rights) as person
    where jsonb_array_length(rights) > 0 and person = any(${sql.param([...personIds])}::text[])
      and (stream = ${stream} and seq > ${since} or stream = 'org' and at >= coalesce(
            (select own.at from events own where own.stream = ${stream} and own.seq = ${since}), '-infinity'
          ) - ${longestTransaction}::interval)`);
  return new Set(result.rows.map(row => row.person));
}
