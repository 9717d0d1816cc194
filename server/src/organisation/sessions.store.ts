import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import type { Reader } from '../platform/db.ts';
import { accounts, sessions } from './organisation.tables.ts';

/** A session as the doors need it. */
export type Session = { readonly sessionId: string; readonly personId: string };

/** The living session of a token's hash, or null. */
export async function sessionByToken(db: Reader, tokenHash: string): Promise<Session | null> {
  const rows = await db
    .select({ sessionId: sessions.id, personId: accounts.personId })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(
      and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, sql`now()`), isNull(accounts.disabledAt)),
    );
  return rows[0] ?? null;
}

/** Starts a session and forgets those that are over. */
export async function insertSession(
  db: Reader,
  session: { id: string; tokenHash: string; accountId: string; hours: number },
): Promise<void> {
  const { hours, ...row } = session;
  await db.insert(sessions).values({ ...row, expiresAt: sql`now() + make_interval(hours => ${hours})` });
  await db.delete(sessions).where(lt(sessions.expiresAt, sql`now()`));
}

/** Ends a session at once. */
export async function deleteSession(db: Reader, id: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.id, id));
}
