import { canOpenMinutes, canReadAside } from '@nghisu/shared/minutes/minutes.policy.ts';
import type { asideAnswerSchema } from '@nghisu/shared/minutes/minutes.records.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { isId } from '@nghisu/shared/platform/ids.ts';
import type { Viewer } from '@nghisu/shared/platform/viewer.ts';
import express, { type Request, Router } from 'express';
import { z } from 'zod';
import { parseOrThrow } from '../../platform/commands/runCommand.ts';
import type { Db, Reader } from '../../platform/database/db.ts';
import { minutesOf } from '../minutes.store.ts';
import type { MinutesServer } from '../minutesServer.ts';
import { minutesLimits } from '../storing/limits.ts';
import { contentOf, hasWritten } from './aside.store.ts';

type Parts = {
  readonly db: Db;
  readonly minutes: Pick<MinutesServer, 'takeAside' | 'readAside'>;
  /** Who is logged in; throws `unauthenticated`. */
  readonly personOf: (request: Request) => Promise<string>;
  readonly viewerOf: (db: Reader, personId: string, meetingId: string | null) => Promise<Viewer | null>;
};

/** `generation`: that of the text which the document was opened from. */
export const asideQuerySchema = z.strictObject({
  generation: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
});

const documentBody = express.raw({
  type: 'application/octet-stream',
  limit: minutesLimits.largestDocument,
  inflate: false,
});

/** Text that the minutes could not take: one door in, for those who write or wrote them, and one out. */
export function asideRoutes({ db, minutes, personOf, viewerOf }: Parts): Router {
  const router = Router();

  const viewerAt = async (request: Request): Promise<{ viewer: Viewer; meetingId: string }> => {
    const personId = await personOf(request);
    const meetingId = String(request.params.meetingId);
    const viewer = isId(meetingId) ? await viewerOf(db, personId, meetingId) : null;
    if (!viewer || !(await minutesOf(db, meetingId))) throw new AppError('not_found');
    return { viewer, meetingId };
  };

  const writerAt = async (request: Request): Promise<{ viewer: Viewer; meetingId: string }> => {
    const { viewer, meetingId } = await viewerAt(request);
    const { personId } = viewer;
    // Whoever lost the right meanwhile may still hand over what was typed before.
    if (!canReadAside(viewer) && !(await hasWritten(db, meetingId, personId)))
      throw new AppError('not_found');
    return { viewer, meetingId };
  };

  router.post(
    '/api/minutes/:meetingId/aside',
    async (request, _response, next) => {
      // Before the body is read: nobody else's is worth the memory.
      await writerAt(request);
      next();
    },
    documentBody,
    async (request, response) => {
      const { viewer, meetingId } = await writerAt(request);
      const { personId } = viewer;
      const { generation } = parseOrThrow(asideQuerySchema, { ...request.query });
      if (!Buffer.isBuffer(request.body)) throw new AppError('invalid');
      const update = new Uint8Array(request.body);
      const kept = await minutes.takeAside(meetingId, { personId, generation, update });
      // Whoever may not read the minutes does not learn by this which lines they hold.
      const answer: z.output<typeof asideAnswerSchema> = { kept: kept || !canOpenMinutes(viewer) };
      response.json(answer);
    },
  );

  router.get('/api/minutes/:meetingId/aside/:partId', async (request, response) => {
    const { viewer, meetingId } = await viewerAt(request);
    const partId = String(request.params.partId);
    const content = canReadAside(viewer) && isId(partId) ? await contentOf(db, meetingId, partId) : null;
    if (!content) throw new AppError('not_found');
    response.json(await minutes.readAside(meetingId, content));
  });

  return router;
}
