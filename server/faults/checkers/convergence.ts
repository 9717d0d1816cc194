import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type AnyRecord, changeKey, put, type SyncReply } from '@nghisu/shared/platform/feed.ts';
import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { TextClient } from '../../bench/load/textClient.ts';
import { canonicalJson } from '../../src/platform/streams/canonicalJson.ts';
import { events, streams } from '../../src/platform/streams/streams.tables.ts';
import { snapshotOf } from '../../src/snapshots.ts';
import type { HeldCopy } from '../load/followers/follower.ts';
import type { HeldMinutes } from '../load/load.ts';
import { type Checker, type Evidence, Findings } from './evidence.ts';

/** Whoever has just been let in again is given so long to hold what a fresh look shows. */
const withinMs = 20_000;

/**
 * I3, I11, I13: after calm every follower holds what a fresh look at every server shows the same person, every desk the
 * same minutes, and the log tells exactly how the tables came to be what they are.
 */
export const convergence: Checker = {
  name: 'convergence',
  async check(evidence, counts) {
    const findings = new Findings('convergence');
    const deadline = performance.now() + withinMs;
    let wrong = await differences(evidence);
    while (wrong.length > 0 && performance.now() < deadline) {
      await delay(1000);
      wrong = await differences(evidence);
    }
    for (const { what, where } of wrong) findings.add(what, where);
    counts.diverged = wrong.length;
    counts.copies = (await evidence.load.held()).length;
    await compareLogWithTables(evidence, findings);
    return findings.list;
  },
};

type Difference = { what: string; where: string };

async function differences({ bed, load }: Evidence): Promise<Difference[]> {
  const origins = bed.cluster.nodes.map(node => node.origin);
  const copies = await load.held();
  const streams = await Promise.all(
    copies.map((copy, at) => compareCopy(copy, origins[at % origins.length]!)),
  );
  return [...streams.flat(), ...(await compareMinutes(origins, bed, await load.heldMinutes()))];
}

const hashOf = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 16);

/** A copy against what a server shows the same person now. */
async function compareCopy(copy: HeldCopy, origin: string): Promise<Difference[]> {
  const where = `${copy.person.name} at ${copy.node}: ${copy.stream}`;
  const answered = await fetch(`${origin}/api/streams/${copy.stream}`, {
    headers: { cookie: copy.person.cookie },
  }).catch(() => null);
  if (answered?.status === 404)
    return copy.state === 'gone' ? [] : [{ what: 'a follower holds what is not theirs to see', where }];
  if (!answered?.ok) return [{ what: 'a fresh look was refused', where: `${where}: ${answered?.status}` }];
  if (copy.state !== 'following')
    return [{ what: 'a follower does not follow', where: `${where}: ${copy.state}` }];
  const { seq, changes } = (await answered.json()) as SyncReply;
  const fresh = new Map(
    changes.flatMap(change => (change.op === 'put' ? [[changeKey(change), change.record]] : [])),
  );
  return differing(new Map(copy.records as [string, AnyRecord][]), fresh)
    .map(key => ({ what: 'a follower holds another state', where: `${where} ${copy.seq} of ${seq}: ${key}` }))
    .concat(
      copy.seq === seq
        ? []
        : [{ what: 'a follower stands elsewhere', where: `${where}: ${copy.seq} of ${seq}` }],
    );
}

/** The keys under which two states differ. */
export function differing(
  one: ReadonlyMap<string, AnyRecord>,
  other: ReadonlyMap<string, AnyRecord>,
): string[] {
  const keys = [...new Set([...one.keys(), ...other.keys()])];
  const text = (record: AnyRecord | undefined) => (record ? canonicalJson(record) : '');
  return keys.filter(key => text(one.get(key)) !== text(other.get(key)));
}

/** Every desk against a fresh document from every server. */
async function compareMinutes(
  origins: readonly string[],
  bed: Evidence['bed'],
  desks: readonly HeldMinutes[],
): Promise<Difference[]> {
  const wrong: Difference[] = [];
  for (const meeting of bed.meetings) {
    const fresh = await Promise.all(
      origins.map(origin => freshMinutes(origin, meeting.id, meeting.organisers[0]!.cookie)),
    );
    const [first] = fresh;
    for (const [node, { state, text }] of fresh.entries()) {
      if (state === first!.state && text === first!.text) continue;
      wrong.push({ what: 'servers show different minutes', where: `${meeting.id} at server ${node}` });
    }
    for (const desk of desks) {
      if (desk.meetingId !== meeting.id || !desk.isSynced) continue;
      if (desk.hash !== first!.text || desk.state !== first!.state)
        wrong.push({ what: 'a desk holds other minutes', where: `${desk.name}: ${meeting.id}` });
    }
  }
  return wrong;
}

async function freshMinutes(origin: string, meetingId: string, cookie: string) {
  const doc = await loadMinutes(origin, meetingId, cookie);
  const text = doc.getXmlFragment('minutes').toString();
  return { text: hashOf(text), state: hashOf(Y.encodeStateAsUpdate(doc)) };
}

/** The minutes as a new client at a server gets them. */
export async function loadMinutes(origin: string, meetingId: string, cookie: string): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const client = await TextClient.open(`${origin.replace('http', 'ws')}/minutes/${meetingId}`, cookie, doc);
  client.terminate();
  return doc;
}

/** I13 over the whole run: all changes ever told, one after the other, are what the tables hold. */
async function compareLogWithTables({ db }: Evidence, findings: Findings): Promise<void> {
  for (const { id } of await db.select({ id: streams.id }).from(streams)) {
    const log = await db
      .select({ changes: events.changes })
      .from(events)
      .where(eq(events.stream, id))
      .orderBy(events.seq);
    const told = new Map<string, AnyRecord>();
    for (const change of log.flatMap(({ changes }) => changes)) {
      if (change.op === 'put') told.set(changeKey(change), change.record);
      else told.delete(changeKey(change));
    }
    const records = await snapshotOf(db, id);
    const stored = new Map(records.map(record => [changeKey(put(record)), record]));
    for (const key of differing(told, stored))
      findings.add('the log tells something else than the tables hold', `${id}: ${key}`);
  }
}
