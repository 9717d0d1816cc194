import { AppError } from '@nghisu/shared/platform/errors.ts';
import { streamIdSchema } from '@nghisu/shared/platform/feed.ts';
import { epochSchema } from '@nghisu/shared/protocol.ts';
import { type Request, Router } from 'express';
import { z } from 'zod';
import { type CommandRunner, parseOrThrow } from '../platform/commands/runCommand.ts';
import type { Feed } from '../platform/feed/feed.ts';
import { jsonBody } from '../platform/web/http.ts';

const sinceSchema = z.strictObject({
  since: z
    .string()
    .regex(/^(-1|\d{1,15})$/)
    .transform(Number)
    .default(-1),
  epoch: epochSchema.optional(),
});

/** The same door over HTTP: commands in, streams out. */
export function commandsRoutes(parts: {
  runner: CommandRunner;
  feed: Feed;
  personOf: (request: Request) => Promise<string>;
}): Router {
  const router = Router();
  router.post('/api/commands', jsonBody, async (request, response) => {
    const personId = await parts.personOf(request);
    response.json(await parts.runner.run(request.body, personId));
  });
  router.get('/api/streams/:stream', async (request, response) => {
    const personId = await parts.personOf(request);
    const stream = streamIdSchema.safeParse(request.params.stream);
    if (!stream.success) throw new AppError('not_found');
    const { since, epoch } = parseOrThrow(sinceSchema, { ...request.query });
    response.json((await parts.feed.read(personId, stream.data, since, epoch)).reply);
  });
  return router;
}
