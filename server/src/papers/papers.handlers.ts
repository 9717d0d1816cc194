import { mayKnowItem } from '@nghisu/shared/agenda/agenda.policy.ts';
import { canFollowMeeting } from '@nghisu/shared/meetings/meetings.policy.ts';
import { isEditable } from '@nghisu/shared/meetings/meetings.rules.ts';
import { canReadPaper } from '@nghisu/shared/papers/papers.policy.ts';
import type { Paper, PaperReading } from '@nghisu/shared/papers/papers.records.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { drop, put } from '@nghisu/shared/platform/feed.ts';
import { noSeat } from '@nghisu/shared/platform/viewer.ts';
import { agendaItemOf } from '../agenda/agenda.store.ts';
import { seatsIn } from '../attendance/admission/seats.store.ts';
import { meetingById } from '../meetings/meetings.store.ts';
import type { Asking, Context, Handlers } from '../platform/commands/handler.ts';
import {
  attachUpload,
  deletePaper,
  insertPaper,
  paperById,
  papersOfMeeting,
  readingOf,
  renamePaper,
  saveReading,
} from './papers.store.ts';

type Names = 'papers.attach' | 'papers.rename' | 'papers.remove' | 'papers.markRead';

/** The most papers that one item may have. */
const mostPapers = 60;

async function refuseUnlessEditable({ tx, subjectId }: Context): Promise<void> {
  const meeting = await meetingById(tx, subjectId);
  if (!meeting || !isEditable(meeting.state)) throw new AppError('conflict', 'meetings.notEditable');
}

async function paperOrRefuse({ tx, subjectId, viewer }: Context, paperId: string): Promise<Paper> {
  const paper = await paperById(tx, paperId);
  if (paper?.meetingId !== subjectId || !canReadPaper(viewer, paper)) throw new AppError('not_found');
  return paper;
}

/** What the policy of reading asks: whose stream it is, and whether the reader follows the paper's meeting now. */
async function readingSubject({ tx, subjectId, personId }: Asking, { paperId }: { paperId: string }) {
  const paper = await paperById(tx, paperId);
  const meeting = paper && (await meetingById(tx, paper.meetingId));
  if (!paper || !meeting) return null;
  const seat = (await seatsIn(tx, meeting.id, [personId])).get(personId) ?? noSeat;
  const viewer = { personId, systemRoles: [], units: [], ...seat };
  return {
    ownStream: subjectId === personId,
    readable: canReadPaper(viewer, paper) && canFollowMeeting(viewer, meeting),
  };
}

export const papersHandlers: Handlers<Names> = {
  'papers.attach': {
    run: async (context, { paperId, agendaItemId, sha256, title, fileName }) => {
      const { tx, subjectId: meetingId, viewer, now } = context;
      await refuseUnlessEditable(context);
      const item = await agendaItemOf(tx, meetingId, agendaItemId);
      if (!item || !mayKnowItem(viewer, agendaItemId)) throw new AppError('not_found');
      const upload = await attachUpload(tx, viewer.personId, sha256);
      if (!upload) throw new AppError('not_found', 'papers.notUploaded');
      if (await paperById(tx, paperId)) throw new AppError('conflict', 'papers.exists');
      const neighbours = (await papersOfMeeting(tx, meetingId)).filter(
        other => other.agendaItemId === agendaItemId,
      );
      if (neighbours.length >= mostPapers)
        throw new AppError('conflict', 'papers.tooMany', { most: mostPapers });
      if (neighbours.some(other => other.sha256 === sha256))
        throw new AppError('conflict', 'papers.alreadyThere');
      const paper: Paper = {
        kind: 'paper',
        id: paperId,
        meetingId,
        agendaItemId,
        position: Math.floor(neighbours.at(-1)?.position ?? 0) + 1,
        title,
        fileName,
        ...upload,
        attachedById: viewer.personId,
        attachedAt: now,
      };
      await insertPaper(tx, paper);
      return [{ type: 'papers.attached', changes: [put(paper)] }];
    },
  },
  'papers.rename': {
    run: async (context, { paperId, title }) => {
      await refuseUnlessEditable(context);
      const before = await paperOrRefuse(context, paperId);
      if (before.title === title) return [];
      return [{ type: 'papers.renamed', changes: [put(await renamePaper(context.tx, paperId, title))] }];
    },
  },
  'papers.remove': {
    run: async (context, { paperId }) => {
      await refuseUnlessEditable(context);
      await paperOrRefuse(context, paperId);
      await deletePaper(context.tx, paperId);
      return [{ type: 'papers.removed', changes: [drop('paper', paperId)] }];
    },
  },
  'papers.markRead': {
    meetingOf: async ({ tx }, { paperId }) => (await paperById(tx, paperId))?.meetingId ?? null,
    subject: readingSubject,
    run: async ({ tx, viewer, now }, { paperId, lastPage }) => {
      const paper = (await paperById(tx, paperId))!;
      const before = await readingOf(tx, viewer.personId, paperId);
      const reading: PaperReading = {
        kind: 'paperReading',
        id: paperId,
        meetingId: paper.meetingId,
        openedAt: before?.openedAt ?? now,
        lastPage: Math.min(lastPage, paper.pages),
      };
      await saveReading(tx, viewer.personId, reading, now);
      return [{ type: 'papers.read', changes: [put(reading)] }];
    },
  },
};
