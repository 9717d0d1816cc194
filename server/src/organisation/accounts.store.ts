import type { AccountAnswer } from '@nghisu/shared/organisation/accounts.ts';
import type { SystemRole } from '@nghisu/shared/platform/viewer.ts';
import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../platform/database/db.ts';
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

const listed = {
  id: accounts.id,
  username: accounts.username,
  personId: accounts.personId,
  systemRoles: accounts.systemRoles,
  disabled: sql<boolean>`${accounts.disabledAt} is not null`,
};

/** Every account, open or disabled, by user name. */
export async function allAccounts(db: Reader): Promise<AccountAnswer[]> {
  return db.select(listed).from(accounts).orderBy(asc(accounts.username));
}

/** One account, open or disabled, or null. */
export async function accountById(db: Reader, id: string): Promise<AccountAnswer | null> {
  return (await db.select(listed).from(accounts).where(eq(accounts.id, id)))[0] ?? null;
}

/** The account, open or disabled, that has the user name or belongs to the person, or null. */
export async function accountInTheWay(
  db: Reader,
  wanted: Pick<Account, 'username' | 'personId'>,
): Promise<AccountAnswer | null> {
  const isSame = or(eq(accounts.username, wanted.username), eq(accounts.personId, wanted.personId));
  return (await db.select(listed).from(accounts).where(isSame).limit(1))[0] ?? null;
}

/** How many administrators can log in. */
export async function countAdministrators(db: Reader): Promise<number> {
  const isAdministrator = sql`${accounts.systemRoles} ? 'administrator'`;
  return db.$count(accounts, and(isNull(accounts.disabledAt), isAdministrator));
}

/** Writes what changed of an account; disabled accounts keep the moment they were disabled at. */
export async function updateAccount(
  tx: Tx,
  id: string,
  change: { systemRoles?: SystemRole[]; disabled?: boolean; passwordHash?: string },
): Promise<void> {
  const { disabled, ...rest } = change;
  const set = {
    ...rest,
    ...(disabled !== undefined && {
      disabledAt: disabled ? sql`coalesce(${accounts.disabledAt}, now())` : null,
    }),
  };
  await tx.update(accounts).set(set).where(eq(accounts.id, id));
}
