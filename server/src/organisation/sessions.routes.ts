import {
  type sessionAnswerSchema,
  sessionInputSchema,
  setupInputSchema,
} from '@nghisu/shared/organisation/sessions.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { put } from '@nghisu/shared/platform/feed.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { Router } from 'express';
import type { z } from 'zod';
import { parseOrThrow } from '../platform/commands/runCommand.ts';
import type { Db } from '../platform/database/db.ts';
import { appendEvents, lockStreams, type StoredEvent } from '../platform/streams/streams.ts';
import { jsonBody } from '../platform/web/http.ts';
import { accountOfPerson, hasNoAccounts, insertAccount } from './accounts.store.ts';
import { personById, savePerson, unitsOf } from './organisation.store.ts';
import { hashPassword } from './password.ts';
import type { Sessions } from './sessions.ts';

/** Log in, log out, who am I, and the first administrator of an empty installation. */
export function sessionsRoutes(parts: {
  db: Db;
  sessions: Sessions;
  demo: boolean;
  /** Told of events after their commit. */
  publish: (events: readonly StoredEvent[]) => void;
}): Router {
  const { db, sessions, demo } = parts;
  const router = Router();

  const answerFor = async (personId: string): Promise<z.infer<typeof sessionAnswerSchema>> => {
    const [account, person] = [await accountOfPerson(db, personId), await personById(db, personId)];
    if (!account || !person) throw new AppError('unauthenticated');
    const units = await unitsOf(db, personId);
    return {
      person: { id: person.id, fullName: person.fullName },
      viewer: { systemRoles: account.systemRoles, units },
      demo,
    };
  };

  router.get('/api/session', async (request, response) => {
    const session = await sessions.of(request);
    if (!session) throw new AppError('unauthenticated');
    response.json(await answerFor(session.personId));
  });

  router.post('/api/session', jsonBody, async (request, response) => {
    const { username, password } = parseOrThrow(sessionInputSchema, request.body);
    const account = await sessions.login(username, password, request.ip ?? '');
    const before = await sessions.of(request);
    if (before) await sessions.end(before, response);
    await sessions.start(account, response);
    response.json(await answerFor(account.personId));
  });

  router.delete('/api/session', async (request, response) => {
    const session = await sessions.of(request);
    if (session) await sessions.end(session, response);
    response.status(204).end();
  });

  router.get('/api/setup', async (_request, response) => {
    response.json({ needed: await hasNoAccounts(db) });
  });

  router.post('/api/setup', jsonBody, async (request, response) => {
    const { username, password, fullName } = parseOrThrow(setupInputSchema, request.body);
    // Asked before the costly hash, and again under the lock.
    if (!(await hasNoAccounts(db))) throw new AppError('not_found');
    const passwordHash = await hashPassword(password);
    const person = { id: newId(), fullName, protocolOrder: 0 };
    const account = {
      id: newId(),
      username,
      personId: person.id,
      passwordHash,
      systemRoles: ['administrator' as const, 'officeStaff' as const],
    };
    const stored = await db.transaction(async tx => {
      const { locked, now } = await lockStreams(tx, ['org']);
      if (!(await hasNoAccounts(tx))) throw new AppError('not_found');
      await savePerson(tx, person);
      await insertAccount(tx, account);
      const saved = { type: 'organisation.personSaved', changes: [put({ kind: 'person', ...person })] };
      const created = { type: 'organisation.accountCreated', changes: [], rights: [person.id] };
      const outcomes = [saved, created].map(outcome => ({ ...outcome, stream: 'org' }));
      return appendEvents(tx, locked, outcomes, { commandId: newId(), by: person.id, at: now });
    });
    parts.publish(stored);
    await sessions.start(account, response);
    response.status(201).json(await answerFor(person.id));
  });

  return router;
}
