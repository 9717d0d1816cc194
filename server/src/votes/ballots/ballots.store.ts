import type { Choice } from '@nghisu/shared/votes/votes.records.ts';
import { and, asc, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../platform/database/db.ts';
import { electors, openBallots, sealedBallots } from '../votes.tables.ts';

/** Somebody who may vote, and which ballot of theirs is in the box; its turn is 0 while there is none. */
export type Elector = { readonly personId: string; readonly ballotId: string | null; readonly turn: number };

const elector = { personId: electors.personId, ballotId: electors.ballotId, turn: electors.turn };
const among = (voteId: string, personIds: readonly string[]): SQL | undefined =>
  and(eq(electors.voteId, voteId), inArray(electors.personId, [...personIds]));

/** Those of the people who may vote, each of whom casts nothing elsewhere until the transaction ends. */
export async function lockElectors(
  tx: Tx,
  voteId: string,
  personIds: readonly string[],
): Promise<Map<string, Elector>> {
  const query = tx.select(elector).from(electors).where(among(voteId, personIds));
  // In one order, so that two processes never wait for each other.
  const rows = await query.orderBy(asc(electors.personId)).for('update');
  return new Map(rows.map(row => [row.personId, row]));
}

/** The person as one who may vote, or null. */
export async function electorOf(db: Reader, voteId: string, personId: string): Promise<Elector | null> {
  return (
    (
      await db
        .select(elector)
        .from(electors)
        .where(among(voteId, [personId]))
    )[0] ?? null
  );
}

/** How many have voted. */
export async function turnoutOf(db: Reader, voteId: string): Promise<number> {
  const rows = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(electors)
    .where(and(eq(electors.voteId, voteId), isNotNull(electors.ballotId)));
  return rows[0]?.count ?? 0;
}

/** Writes down who has voted. */
export async function checkOff(tx: Tx, voteId: string, cast: readonly Elector[]): Promise<void> {
  const rows = cast.map(
    ({ personId, ballotId, turn }) => sql`(${personId}::uuid, ${ballotId}::uuid, ${turn}::int)`,
  );
  await tx.execute(sql`update electors set ballot_id = cast_now.ballot_id, turn = cast_now.turn
    from (values ${sql.join(rows, sql`, `)}) as cast_now (person_id, ballot_id, turn)
    where electors.vote_id = ${voteId} and electors.person_id = cast_now.person_id`);
}

export type OpenBallot = {
  readonly personId: string;
  readonly choices: readonly Choice[];
  readonly opinion: string;
};

/** Puts ballots into the box, all at once, each in the place of an earlier one of the same voter. */
export async function putOpen(tx: Tx, voteId: string, ballots: readonly OpenBallot[]): Promise<void> {
  await tx
    .insert(openBallots)
    .values(ballots.map(ballot => ({ voteId, ...ballot, choices: [...ballot.choices] })))
    .onConflictDoUpdate({
      target: [openBallots.voteId, openBallots.personId],
      set: { choices: sql`excluded.choices`, opinion: sql`excluded.opinion` },
    });
}

export type SealedBallot = { readonly personId: string; readonly sealed: Buffer };

export async function putSealed(tx: Tx, voteId: string, ballots: readonly SealedBallot[]): Promise<void> {
  await tx
    .insert(sealedBallots)
    .values(ballots.map(ballot => ({ voteId, ...ballot })))
    .onConflictDoUpdate({
      target: [sealedBallots.voteId, sealedBallots.personId],
      set: { sealed: sql`excluded.sealed` },
    });
}

/** The ballots of an open vote, by voter. */
export async function openBallotsOf(db: Reader, voteId: string): Promise<OpenBallot[]> {
  return await db
    .select({
      personId: openBallots.personId,
      choices: openBallots.choices,
      opinion: openBallots.opinion,
    })
    .from(openBallots)
    .where(eq(openBallots.voteId, voteId))
    .orderBy(asc(openBallots.personId));
}

/** The sealed boxes of a secret vote, without a word of whose they are. */
export async function boxesOf(tx: Tx, voteId: string): Promise<Buffer[]> {
  const rows = await tx
    .select({ sealed: sealedBallots.sealed })
    .from(sealedBallots)
    .where(eq(sealedBallots.voteId, voteId));
  return rows.map(row => row.sealed);
}

export async function deleteBoxes(tx: Tx, voteId: string): Promise<void> {
  await tx.delete(sealedBallots).where(eq(sealedBallots.voteId, voteId));
}
