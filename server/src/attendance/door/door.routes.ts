import { type DoorCodeAnswer, doorCodeAnswerSchema } from '@nghisu/shared/attendance/doorCode.ts';
import { canRunMeeting } from '@nghisu/shared/meetings/meetings.policy.ts';
import { isEditable } from '@nghisu/shared/meetings/meetings.rules.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { idSchema, isId } from '@nghisu/shared/platform/ids.ts';
import type { Viewer } from '@nghisu/shared/platform/viewer.ts';
import { type Request, Router } from 'express';
import type { Operation } from '../../api/openapi.ts';
import { meetingById } from '../../meetings/meetings.store.ts';
import type { Db, Reader } from '../../platform/database/db.ts';
import { doorCodeNow } from './doorKey.ts';

type Parts = {
  readonly db: Db;
  /** Who is logged in; throws `unauthenticated`. */
  readonly personOf: (request: Request) => Promise<string>;
  readonly viewerOf: (db: Reader, personId: string, meetingId: string | null) => Promise<Viewer | null>;
};

/** What the page at the door of a meeting shows; for its organisers. */
export function doorRoutes({ db, personOf, viewerOf }: Parts): Router {
  const router = Router();
  router.get('/api/meetings/:meetingId/door-code', async (request, response) => {
    const personId = await personOf(request);
    const meetingId = String(request.params.meetingId);
    const viewer = isId(meetingId) ? await viewerOf(db, personId, meetingId) : null;
    if (!viewer || !canRunMeeting(viewer)) throw new AppError('not_found');
    const meeting = await meetingById(db, meetingId);
    if (!meeting || !isEditable(meeting.state)) throw new AppError('conflict', 'meetings.notEditable');
    const answer: DoorCodeAnswer = await doorCodeNow(db, meetingId);
    response.setHeader('Cache-Control', 'no-store');
    response.json(answer);
  });
  return router;
}

/** The door in the outside contract. */
export const doorOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/meetings/{meetingId}/door-code',
    summary: 'The code that people type or scan at the door to check in; for the organisers of the meeting',
    parameters: [{ name: 'meetingId', in: 'path', required: true, schema: idSchema }],
    answer: { status: 200, schema: doorCodeAnswerSchema, summary: 'The code, and how long it is shown' },
  },
];
