import { and, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Db, Reader, Tx } from '../platform/database/db.ts';
import type { Account } from './accounts.store.ts';
import { accounts, sessions } from './organisation.tables.ts';

/** A session as the doors need it. */
export type Session = { readonly sessionId: string; readonly personId: string };

/** In time, and of an account that is not disabled. */
const isOpen = and(gt(sessions.expiresAt, sql`now()`), isNull(accounts.disabledAt));

/** The living session of each of the tokens' hashes, or null. */
export async function sessionsByTokens(
  db: Reader,
  tokenHashes: readonly string[],
): Promise<(Session | null)[]> {
  const rows = await db
    .select({ tokenHash: sessions.tokenHash, sessionId: sessions.id, personId: accounts.personId })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(and(sql`${sessions.tokenHash} = any(${sql.param([...tokenHashes])}::text[])`, isOpen));
  const byHash = new Map(
    rows.map(({ tokenHash, sessionId, personId }) => [tokenHash, { sessionId, personId }]),
  );
  return tokenHashes.map(tokenHash => byHash.get(tokenHash) ?? null);
}

/** Those of the sessions that are still living. */
export async function openSessions(db: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(and(inArray(sessions.id, [...ids]), isOpen));
  return new Set(rows.map(row => row.id));
}

/**
 * Starts a session and forgets those that are over. Answers false where the account was disabled or got another
 * password since it was read: whoever takes a password away also takes away the log-in that is under way with it.
 */
export async function insertSession(
  db: Db,
  session: { id: string; tokenHash: string; hours: number; account: Pick<Account, 'id' | 'passwordHash'> },
): Promise<boolean> {
  const { hours, account, id, tokenHash } = session;
  return db.transaction(async tx => {
    const unchanged = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(
        and(
          eq(accounts.id, account.id),
          eq(accounts.passwordHash, account.passwordHash),
          isNull(accounts.disabledAt),
        ),
      )
      .for('share');
    if (unchanged.length === 0) return false;
    const expiresAt = sql`now() + make_interval(hours => ${hours})`;
    await tx.insert(sessions).values({ id, tokenHash, accountId: account.id, expiresAt });
    await tx.delete(sessions).where(lt(sessions.expiresAt, sql`now()`));
    return true;
  });
}

/** Ends a session at once. */
export async function deleteSession(db: Reader, id: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.id, id));
}

/** Ends every session of an account; answers their ids, for the sockets. */
export async function deleteSessionsOf(tx: Tx, accountId: string): Promise<string[]> {
  const rows = await tx
    .delete(sessions)
    .where(eq(sessions.accountId, accountId))
    .returning({ id: sessions.id });
  return rows.map(row => row.id);
}

/** Ends every session there is; answers how many. */
export async function deleteAllSessions(tx: Tx): Promise<number> {
  return (await tx.delete(sessions)).rowCount ?? 0;
}
