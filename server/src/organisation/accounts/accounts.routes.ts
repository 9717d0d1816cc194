import { canKeepAccounts } from '@nghisu/shared/organisation/accounts.policy.ts';
import { accountChangeSchema, accountInputSchema } from '@nghisu/shared/organisation/accounts.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { isId } from '@nghisu/shared/platform/ids.ts';
import { type Request, Router } from 'express';
import { parseOrThrow } from '../../platform/commands/runCommand.ts';
import { jsonBody } from '../../platform/web/http.ts';
import { allAccounts } from '../accounts.store.ts';
import type { Sessions } from '../sessions.ts';
import { type AccountKeepingParts, createAccountKeeping } from './accountKeeping.ts';

/** Accounts, for administrators. To everybody else these routes are like any that does not exist. */
export function accountsRoutes(parts: AccountKeepingParts & { sessions: Pick<Sessions, 'of'> }): Router {
  const { db, sessions, viewerOf } = parts;
  const keeping = createAccountKeeping(parts);
  const router = Router();

  const administrator = async (request: Request): Promise<string> => {
    const session = await sessions.of(request);
    const viewer = session && (await viewerOf(db, session.personId, null));
    if (!viewer || !canKeepAccounts(viewer)) throw new AppError('not_found');
    return viewer.personId;
  };

  // Before any body is read: a complaint about its form would already tell that there is something here.
  router.use('/api/accounts', async (request, _response, next) => {
    await administrator(request);
    next();
  });

  router.get('/api/accounts', async (_request, response) => {
    response.json(await allAccounts(db));
  });

  router.post('/api/accounts', jsonBody, async (request, response) => {
    const by = await administrator(request);
    const input = parseOrThrow(accountInputSchema, request.body);
    response.status(201).json(await keeping.create(by, input));
  });

  router.patch('/api/accounts/:id', jsonBody, async (request, response) => {
    const by = await administrator(request);
    const id = String(request.params.id);
    if (!isId(id)) throw new AppError('not_found');
    response.json(await keeping.change(by, id, parseOrThrow(accountChangeSchema, request.body)));
  });

  return router;
}
