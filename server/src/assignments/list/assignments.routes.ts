import { mayKnowItem } from '@nghisu/shared/agenda/agenda.policy.ts';
import { canSeeAssignment } from '@nghisu/shared/assignments/assignments.policy.ts';
import {
  type AssignmentSource,
  assignmentQuerySchema,
} from '@nghisu/shared/assignments/assignments.query.ts';
import type { Assignment } from '@nghisu/shared/assignments/assignments.records.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { isId } from '@nghisu/shared/platform/ids.ts';
import type { Viewer } from '@nghisu/shared/platform/viewer.ts';
import { type Request, Router } from 'express';
import { agendaItemOf } from '../../agenda/agenda.store.ts';
import { meetingById } from '../../meetings/meetings.store.ts';
import { parseOrThrow } from '../../platform/commands/runCommand.ts';
import type { Db, Reader } from '../../platform/database/db.ts';
import { assignmentById, historyOf } from '../assignments.store.ts';
import { databaseToday, findAssignments } from './assignments.query.ts';

type Parts = {
  readonly db: Db;
  /** Who is logged in; throws `unauthenticated`. */
  readonly personOf: (request: Request) => Promise<string>;
  /** The viewer as of now, with the role in a meeting, or null where the account is closed. */
  readonly viewerOf: (db: Reader, personId: string, meetingId: string | null) => Promise<Viewer | null>;
};

/** The list of assignments, one of them, and its history. */
export function assignmentsRoutes({ db, personOf, viewerOf }: Parts): Router {
  const router = Router();

  const viewerFor = async (request: Request, meetingId: string | null): Promise<Viewer> => {
    const viewer = await viewerOf(db, await personOf(request), meetingId);
    if (!viewer) throw new AppError('unauthenticated');
    return viewer;
  };

  /** "Not found" and "not yours" are the same answer. */
  const visible = async (request: Request): Promise<Assignment> => {
    await personOf(request);
    const id = String(request.params.id);
    const assignment = isId(id) ? await assignmentById(db, id) : null;
    const viewer = await viewerFor(request, assignment?.meetingId ?? null);
    if (!assignment || !canSeeAssignment(viewer, assignment)) throw new AppError('not_found');
    return assignment;
  };

  router.get('/api/assignments', async (request, response) => {
    const viewer = await viewerFor(request, null);
    const query = parseOrThrow(assignmentQuerySchema, { ...request.query });
    response.json(await findAssignments(db, viewer, query, await databaseToday(db)));
  });

  router.get('/api/assignments/:id', async (request, response) => {
    response.json(await visible(request));
  });

  router.get('/api/assignments/:id/source', async (request, response) => {
    const { meetingId, agendaItemId } = await visible(request);
    const viewer = await viewerFor(request, meetingId);
    const role = mayKnowItem(viewer, agendaItemId) ? viewer.meetingRole : null;
    response.json(await sourceOf(db, meetingId, agendaItemId, role));
  });

  router.get('/api/assignments/:id/history', async (request, response) => {
    response.json(await historyOf(db, (await visible(request)).id));
  });

  return router;
}

async function sourceOf(
  db: Db,
  meetingId: string,
  agendaItemId: string | null,
  role: AssignmentSource['role'],
): Promise<AssignmentSource> {
  const meeting = await meetingById(db, meetingId);
  if (!meeting) throw new AppError('not_found');
  const item = agendaItemId === null ? null : await agendaItemOf(db, meetingId, agendaItemId);
  const { title, startsAt } = meeting;
  return { meetingId, meetingTitle: title, startsAt, itemTitle: item?.title ?? null, role };
}
