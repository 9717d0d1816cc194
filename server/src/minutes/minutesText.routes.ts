import { canFollowMeeting } from '@nghisu/shared/meetings/meetings.policy.ts';
import { canReadMinutes, visibleSections } from '@nghisu/shared/minutes/minutes.policy.ts';
import { type MinutesText, minutesTextSchema } from '@nghisu/shared/minutes/minutes.records.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { idSchema, isId } from '@nghisu/shared/platform/ids.ts';
import type { Viewer } from '@nghisu/shared/platform/viewer.ts';
import { type Request, Router } from 'express';
import type { Operation } from '../api/openapi.ts';
import { meetingById } from '../meetings/meetings.store.ts';
import type { Db, Reader } from '../platform/database/db.ts';
import { minutesOf } from './minutes.store.ts';
import type { MinutesServer } from './minutesServer.ts';

type Parts = {
  readonly db: Db;
  readonly minutes: Pick<MinutesServer, 'readText'>;
  /** Who is logged in; throws `unauthenticated`. */
  readonly personOf: (request: Request) => Promise<string>;
  readonly viewerOf: (db: Reader, personId: string, meetingId: string | null) => Promise<Viewer | null>;
};

/**
 * The minutes as text, for those who read them and may not open the document because a section of it is not theirs, and
 * for programs. Only the sections that the reader may know.
 */
export function minutesTextRoutes({ db, minutes, personOf, viewerOf }: Parts): Router {
  const router = Router();
  router.get('/api/minutes/:meetingId/text', async (request, response) => {
    const personId = await personOf(request);
    const meetingId = String(request.params.meetingId);
    if (!isId(meetingId)) throw new AppError('not_found');
    const [viewer, meeting, record] = [
      await viewerOf(db, personId, meetingId),
      await meetingById(db, meetingId),
      await minutesOf(db, meetingId),
    ];
    if (!viewer || !meeting || !record || !canFollowMeeting(viewer, meeting) || !canReadMinutes(viewer))
      throw new AppError('not_found');
    const sections = (await minutes.readText(meetingId)).map(({ itemId, lines }) => ({
      itemId: itemId ?? '',
      lines,
    }));
    const answer: MinutesText = { sections: visibleSections(viewer, sections) };
    response.json(answer);
  });
  return router;
}

/** The door in the outside contract. */
export const minutesTextOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/minutes/{meetingId}/text',
    summary: 'The stored text of the minutes, only the sections that the reader may know',
    parameters: [{ name: 'meetingId', in: 'path', required: true, schema: idSchema }],
    answer: { status: 200, schema: minutesTextSchema, summary: 'Sections in their order, line by line' },
  },
];
