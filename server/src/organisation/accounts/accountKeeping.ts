import { canKeepAccounts } from '@nghisu/shared/organisation/accounts.policy.ts';
import type { AccountAnswer, AccountChange, AccountInput } from '@nghisu/shared/organisation/accounts.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { Viewer } from '@nghisu/shared/platform/viewer.ts';
import type { Db, Reader, Tx } from '../../platform/database/db.ts';
import {
  appendEvents,
  type LockedStream,
  lockStreams,
  type StoredEvent,
} from '../../platform/streams/streams.ts';
import {
  accountById,
  accountInTheWay,
  countAdministrators,
  insertAccount,
  updateAccount,
} from '../accounts.store.ts';
import { knownPeople } from '../organisation.store.ts';
import { hashPassword } from '../password.ts';
import { deleteSessionsOf } from '../sessions.store.ts';

export type AccountKeepingParts = {
  readonly db: Db;
  /** The viewer as of now, or null where the account is closed. */
  readonly viewerOf: (db: Reader, personId: string, meetingId: null) => Promise<Viewer | null>;
  /** Told of events after their commit. */
  readonly publish: (events: readonly StoredEvent[]) => void;
  /** Told of sessions that were ended, after the commit: their sockets have to go. */
  readonly endSession: (sessionId: string) => void;
};

type Done = { account: AccountAnswer; stored: StoredEvent[]; ended: string[] };

/** The event names the person as one whose rights changed: every process judges that person anew (S6). */
type RecordEvents = (personId: string, types: readonly string[]) => Promise<StoredEvent[]>;

/** Makes accounts and changes them, for administrators; everybody else gets `not_found`. */
export function createAccountKeeping(parts: AccountKeepingParts) {
  return {
    async create(by: string, { password, ...input }: AccountInput): Promise<AccountAnswer> {
      const passwordHash = await hashPassword(password);
      return inTurn(parts, by, async (tx, record) => {
        await mustBeFree(tx, input);
        const account = { id: newId(), ...input };
        await insertAccount(tx, { ...account, passwordHash });
        const stored = await record(account.personId, ['organisation.accountCreated']);
        return { account: { ...account, disabled: false }, stored, ended: [] };
      });
    },

    async change(by: string, id: string, { password, ...wanted }: AccountChange): Promise<AccountAnswer> {
      const passwordHash = password === undefined ? undefined : await hashPassword(password);
      return inTurn(parts, by, async (tx, record) => {
        const before = await accountById(tx, id);
        if (!before) throw new AppError('not_found');
        const types = changesOf(before, wanted);
        if (passwordHash !== undefined) types.push('organisation.accountPasswordSet');
        if (types.length === 0) return { account: before, stored: [], ended: [] };
        if (wanted.disabled && before.personId === by) throw new AppError('conflict', 'accounts.ownAccount');
        await updateAccount(tx, id, {
          ...defined(wanted),
          ...(passwordHash !== undefined && { passwordHash }),
        });
        if ((await countAdministrators(tx)) === 0)
          throw new AppError('conflict', 'accounts.lastAdministrator');
        const ended = await deleteSessionsOf(tx, id);
        const stored = await record(before.personId, types);
        return { account: { ...before, ...defined(wanted) }, stored, ended };
      });
    },
  };
}

/**
 * One change of accounts at a time, under the lock of the directory's stream: two administrators cannot take the role
 * from each other in the same moment, and whoever lost it meanwhile changes nothing any more.
 */
async function inTurn(
  parts: AccountKeepingParts,
  by: string,
  act: (tx: Tx, record: RecordEvents) => Promise<Done>,
): Promise<AccountAnswer> {
  const { account, stored, ended } = await parts.db.transaction(async tx => {
    const { locked, now } = await lockStreams(tx, ['org']);
    const viewer = await parts.viewerOf(tx, by, null);
    if (!viewer || !canKeepAccounts(viewer)) throw new AppError('not_found');
    return act(tx, recorder(tx, locked, { commandId: newId(), by, at: now }));
  });
  // The events go first: whoever is cut off in the next moment must not be told in between what is not theirs.
  if (stored.length > 0) parts.publish(stored);
  for (const sessionId of ended) parts.endSession(sessionId);
  return account;
}

const recorder =
  (
    tx: Tx,
    locked: ReadonlyMap<string, LockedStream>,
    source: { commandId: string; by: string; at: string },
  ): RecordEvents =>
  (personId, types) =>
    appendEvents(
      tx,
      locked,
      types.map(type => ({ type, stream: 'org', changes: [], rights: [personId] })),
      source,
    );

async function mustBeFree(tx: Tx, wanted: { username: string; personId: string }): Promise<void> {
  if ((await knownPeople(tx, [wanted.personId])).size === 0)
    throw new AppError('invalid', 'accounts.unknownPerson');
  const other = await accountInTheWay(tx, wanted);
  if (!other) return;
  const isSamePerson = other.personId === wanted.personId;
  throw new AppError('conflict', isSamePerson ? 'accounts.personHasAccount' : 'accounts.usernameTaken');
}

/** What a wanted change does to an account, as the types of its events; asking for what is already so does nothing. */
function changesOf(before: AccountAnswer, wanted: Omit<AccountChange, 'password'>): string[] {
  const types: string[] = [];
  const { systemRoles, disabled } = wanted;
  const isSameSet = (roles: readonly string[]) =>
    roles.length === before.systemRoles.length && before.systemRoles.every(role => roles.includes(role));
  if (systemRoles && !isSameSet(systemRoles)) types.push('organisation.accountRolesChanged');
  if (disabled !== undefined && disabled !== before.disabled)
    types.push(disabled ? 'organisation.accountDisabled' : 'organisation.accountOpened');
  return types;
}

/** Without the members that were left out; `undefined` would otherwise overwrite. */
function defined(wanted: Omit<AccountChange, 'password'>) {
  const { systemRoles, disabled } = wanted;
  return { ...(systemRoles && { systemRoles }), ...(disabled !== undefined && { disabled }) };
}
