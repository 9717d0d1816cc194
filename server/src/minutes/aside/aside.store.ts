import { createHash } from 'node:crypto';
import type { AsidePart, AsideReason } from '@nghisu/shared/minutes/minutes.records.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../platform/database/db.ts';
import { minutesClients, minutesQuarantine } from '../minutes.tables.ts';

/** What is to be kept aside; `generation` is that of the text it was written into. */
export type NewPart = {
  readonly personId: string;
  readonly reason: AsideReason;
  readonly update: Uint8Array;
  readonly whole: boolean;
  readonly generation: number;
};

/** The bytes of a part, and how to read them. */
export type PartContent = Pick<NewPart, 'update' | 'whole' | 'generation'>;

/** Most bytes kept aside for one person in one document. */
const mostBytes = 16 * 1024 * 1024;

const instant = (at: string): string => new Date(at).toISOString();

const recordOf = ({ personId, at, decidedAt, ...row }: Row): AsidePart => ({
  ...{ kind: 'asidePart', authorId: personId, at: instant(at) },
  ...row,
  decidedAt: decidedAt && instant(decidedAt),
});

const columns = {
  id: minutesQuarantine.id,
  personId: minutesQuarantine.personId,
  at: minutesQuarantine.at,
  reason: minutesQuarantine.reason,
  state: minutesQuarantine.state,
  decidedById: minutesQuarantine.decidedById,
  decidedAt: minutesQuarantine.decidedAt,
};
type Row = { personId: string; at: string; decidedAt: string | null } & Pick<
  AsidePart,
  'id' | 'reason' | 'state' | 'decidedById'
>;

const listedIn = (meetingId: string) =>
  and(eq(minutesQuarantine.meetingId, meetingId), eq(minutesQuarantine.listed, true));
const ofPerson = (meetingId: string, personId: string) =>
  and(eq(minutesQuarantine.meetingId, meetingId), eq(minutesQuarantine.personId, personId));

/** The parts of a meeting's minutes that people are shown, oldest first, as records. */
export async function partsOf(db: Reader, meetingId: string): Promise<AsidePart[]> {
  const rows = await db
    .select(columns)
    .from(minutesQuarantine)
    .where(listedIn(meetingId))
    .orderBy(asc(minutesQuarantine.at), asc(minutesQuarantine.id));
  return rows.map(recordOf);
}

/** One of them, or null. */
export async function partOf(db: Reader, meetingId: string, partId: string): Promise<AsidePart | null> {
  const rows = await db
    .select(columns)
    .from(minutesQuarantine)
    .where(and(listedIn(meetingId), eq(minutesQuarantine.id, partId)));
  return rows[0] ? recordOf(rows[0]) : null;
}

/** The bytes of one of them, or null. */
export async function contentOf(db: Reader, meetingId: string, partId: string): Promise<PartContent | null> {
  const { update, whole, generation } = minutesQuarantine;
  const rows = await db
    .select({ update, whole, generation })
    .from(minutesQuarantine)
    .where(and(listedIn(meetingId), eq(minutesQuarantine.id, partId)));
  return rows[0] ?? null;
}

/** Everything of a person that is on the list, oldest first. */
export async function heldOf(
  db: Reader,
  meetingId: string,
  personId: string,
): Promise<(PartContent & Pick<AsidePart, 'id' | 'reason' | 'state'>)[]> {
  const { id, reason, state, update, whole, generation, at } = minutesQuarantine;
  return await db
    .select({ id, reason, state, update, whole, generation })
    .from(minutesQuarantine)
    .where(and(ofPerson(meetingId, personId), listedIn(meetingId)))
    .orderBy(asc(at), asc(id));
}

/** Keeps bytes aside, once each: `known` where they are there already, `full` where a person has too many. */
export async function insertPart(
  tx: Tx,
  meetingId: string,
  { personId, update, ...part }: NewPart,
  listed: boolean,
): Promise<{ id: string } | 'known' | 'full'> {
  const digest = createHash('sha256').update(update).digest('hex');
  const [kept] = await tx
    .select({
      bytes: sql<number>`coalesce(sum(length(${minutesQuarantine.update})), 0)::int`,
      known: sql<boolean>`coalesce(bool_or(${minutesQuarantine.digest} = ${digest}), false)`,
    })
    .from(minutesQuarantine)
    .where(ofPerson(meetingId, personId));
  if (kept!.known) return 'known';
  if (kept!.bytes + update.length > mostBytes) return 'full';
  const id = newId();
  await tx.insert(minutesQuarantine).values({ id, meetingId, personId, update, digest, listed, ...part });
  return { id };
}

/** Takes parts off the list that a newer one holds completely, unless somebody has decided upon them meanwhile. */
export async function unlistParts(tx: Tx, partIds: readonly string[]): Promise<string[]> {
  if (partIds.length === 0) return [];
  const rows = await tx
    .update(minutesQuarantine)
    .set({ listed: false })
    .where(and(inArray(minutesQuarantine.id, [...partIds]), eq(minutesQuarantine.state, 'waiting')))
    .returning({ id: minutesQuarantine.id });
  return rows.map(row => row.id);
}

/** Notes what became of a part. */
export async function decidePart(
  tx: Tx,
  partId: string,
  decision: { readonly state: AsidePart['state']; readonly decidedById: string; readonly decidedAt: string },
): Promise<void> {
  await tx.update(minutesQuarantine).set(decision).where(eq(minutesQuarantine.id, partId));
}

/** True where the person has ever written these minutes. */
export async function hasWritten(db: Reader, meetingId: string, personId: string): Promise<boolean> {
  const rows = await db
    .select({ clientId: minutesClients.clientId })
    .from(minutesClients)
    .where(and(eq(minutesClients.meetingId, meetingId), eq(minutesClients.personId, personId)))
    .limit(1);
  return rows.length > 0;
}
