import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Db } from '../platform/database/db.ts';
import { SharedQuestion } from '../platform/database/sharedQuestion.ts';
import { type Account, accountByUsername } from './accounts.store.ts';
import { hashPassword, isPassword } from './password.ts';
import {
  deleteSession,
  insertSession,
  openSessions,
  type Session,
  sessionsByTokens,
} from './sessions.store.ts';

export type Sessions = {
  /** Checks name and password; a wrong name and a wrong password are the same answer. Throws `too_many`. */
  login(username: string, password: string, source: string): Promise<Account>;
  /** Starts a session of an account as it was read, and sets its cookie. Throws where it changed since. */
  start(account: Pick<Account, 'id' | 'passwordHash'>, response: ServerResponse): Promise<void>;
  /** Those of the sessions that are still open. */
  open(sessionIds: readonly string[]): Promise<Set<string>>;
  /** Whose request it is, or null. */
  of(request: IncomingMessage): Promise<Session | null>;
  /** Ends the session and clears the cookie. */
  end(session: Session, response: ServerResponse): Promise<void>;
};

const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

function cookieOf(request: IncomingMessage, name: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value) return value;
  }
  return null;
}

/** A hash that no password has: comparing with it takes as long as with a real one. */
const decoy = hashPassword(randomBytes(24).toString('base64'));

/**
 * Sessions kept in the database under the hash of a random token. The cookie is a `__Host-` cookie wherever the site is
 * served over TLS; over plain HTTP, as on a hall's own network, browsers refuse that prefix.
 */
export function createSessions(parts: {
  db: Db;
  secure: boolean;
  hours: number;
  onEnded: (sessionId: string) => void;
}): Sessions {
  const { db, secure, hours } = parts;
  const whose = new SharedQuestion((tokenHashes: readonly string[]) => sessionsByTokens(db, tokenHashes));
  const cookieName = secure ? '__Host-nghisu' : 'nghisu';
  // Slowed per account *and* source, so that nobody outside can lock the chair out before a vote.
  const perAccount = new RateLimiterMemory({ points: 8, duration: 60, blockDuration: 60 });
  const perSource = new RateLimiterMemory({ points: 100, duration: 60, blockDuration: 60 });

  const setCookie = (response: ServerResponse, value: string, maxAge: number): void => {
    const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure ? '; Secure' : ''}`;
    response.setHeader('Set-Cookie', `${cookieName}=${value}; ${flags}`);
  };

  return {
    async login(username, password, source) {
      const key = `${source} ${username}`;
      try {
        await Promise.all([perAccount.consume(key), perSource.consume(source)]);
      } catch {
        throw new AppError('too_many', 'sessions.tooManyAttempts');
      }
      const account = await accountByUsername(db, username);
      const matches = await isPassword(password, account?.passwordHash ?? (await decoy));
      if (!account || !matches) throw new AppError('unauthenticated', 'sessions.wrongCredentials');
      await perAccount.delete(key);
      // A whole hall may come from one address: only failures count against it.
      await perSource.reward(source);
      return account;
    },
    async start(account, response) {
      const token = randomBytes(32).toString('base64url');
      const isStarted = await insertSession(db, { id: newId(), tokenHash: hashToken(token), account, hours });
      if (!isStarted) throw new AppError('unauthenticated', 'sessions.wrongCredentials');
      setCookie(response, token, hours * 3600);
    },
    open: sessionIds => openSessions(db, sessionIds),
    async of(request) {
      const token = cookieOf(request, cookieName);
      return token === null ? null : whose.ask(hashToken(token));
    },
    async end(session, response) {
      await deleteSession(db, session.sessionId);
      parts.onEnded(session.sessionId);
      setCookie(response, '', 0);
    },
  };
}
