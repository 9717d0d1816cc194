import type { SystemRole } from '@nghisu/shared/platform/viewer.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { Reader, Tx } from '../platform/db.ts';
import { accounts } from './organisation.tables.ts';

export type Account = {
  id: string;
  username: string;
  personId: string;
  passwordHash: string;
  systemRoles: SystemRole[];
};

const columns = {
  id: accounts.id,
  username: accounts.username,
  personId: accounts.personId,
  passwordHash: accounts.passwordHash,
  systemRoles: accounts.systemRoles,
};

/** The open account of a user name, or null. */
export async function accountByUsername(db: Reader, username: string): Promise<Account | null> {
  const rows = await db
    .select(columns)
    .from(accounts)
    .where(and(eq(accounts.username, username), isNull(accounts.disabledAt)));
  return rows[0] ?? null;
}

/** The open account of a person, or null. */
export async function accountOfPerson(db: Reader, personId: string): Promise<Account | null> {
  const rows = await db
    .select(columns)
    .from(accounts)
    .where(and(eq(accounts.personId, personId), isNull(accounts.disabledAt)));
  return rows[0] ?? null;
}

/** True while nobody can log in: the first administrator is still to be made. */
export async function hasNoAccounts(db: Reader): Promise<boolean> {
  return (await db.select({ id: accounts.id }).from(accounts).limit(1)).length === 0;
}

export async function insertAccount(tx: Tx, account: Account): Promise<void> {
  await tx.insert(accounts).values(account);
}
