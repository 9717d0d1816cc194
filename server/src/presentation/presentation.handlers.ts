import { AppError } from '@nghisu/shared/platform/errors.ts';
import { drop, put } from '@nghisu/shared/platform/feed.ts';
import type { Presentation } from '@nghisu/shared/presentation/presentation.records.ts';
import { agendaItemOf } from '../agenda/agenda.store.ts';
import { meetingById } from '../meetings/meetings.store.ts';
import { paperById } from '../papers/papers.store.ts';
import type { Asking, Context, Handler, Handlers } from '../platform/commands/handler.ts';
import type { Outcome } from '../platform/streams/streams.ts';
import { deletePresentation, presentationOf, savePresentation } from './presentation.store.ts';

type Names = 'presentation.start' | 'presentation.stop';

/** Who presents the item that the paper belongs to; null where the meeting has no such paper. */
async function itemOfPaper({ tx, subjectId }: Pick<Asking, 'tx' | 'subjectId'>, paperId: string) {
  const paper = await paperById(tx, paperId);
  return paper?.meetingId === subjectId ? agendaItemOf(tx, subjectId, paper.agendaItemId) : null;
}

export const presentationHandlers: Handlers<Names> = {
  'presentation.start': {
    subject: async (asking, { paperId }) => {
      const item = await itemOfPaper(asking, paperId);
      return item && { agendaItemId: item.id, presenterId: item.presenterId };
    },
    run: async (context, { paperId }) => {
      const { tx, subjectId: meetingId, viewer, now } = context;
      if ((await meetingById(tx, meetingId))?.state !== 'running')
        throw new AppError('conflict', 'meetings.notRunning');
      const item = (await itemOfPaper(context, paperId))!;
      const before = await presentationOf(tx, meetingId);
      if (before?.paperId === paperId && before.presenterId === viewer.personId) return [];
      const presentation: Presentation = {
        kind: 'presentation',
        id: meetingId,
        meetingId,
        agendaItemId: item.id,
        paperId,
        presenterId: viewer.personId,
        startedAt: now,
      };
      await savePresentation(tx, presentation);
      return [{ type: 'presentation.started', changes: [put(presentation)] }];
    },
  },
  'presentation.stop': {
    subject: async ({ tx, subjectId }) => presentationOf(tx, subjectId),
    run: stop,
  },
};

async function stop({ tx, subjectId }: Context): Promise<Outcome[]> {
  if (!(await presentationOf(tx, subjectId))) return [];
  await deletePresentation(tx, subjectId);
  return [{ type: 'presentation.stopped', changes: [drop('presentation', subjectId)] }];
}

/** Closing a meeting ends what is shown in it. */
export function endingPresentation(close: Handler<'meetings.close'>): Handler<'meetings.close'> {
  return {
    ...close,
    run: async (context, data) => [...(await close.run(context, data)), ...(await stop(context))],
  };
}

/** Whoever declares a conflict of interest in an item shows its papers no longer. */
export function endingOwnPresentation(
  declare: Handler<'attendance.declareRecusal'>,
): Handler<'attendance.declareRecusal'> {
  return {
    ...declare,
    run: async (context, data) => {
      const outcomes = await declare.run(context, data);
      const shown = await presentationOf(context.tx, context.subjectId);
      const isTheirs = shown?.presenterId === data.personId && shown.agendaItemId === data.agendaItemId;
      return isTheirs ? [...outcomes, ...(await stop(context))] : outcomes;
    },
  };
}

/** A paper that is taken away is shown no longer. */
export function endingShownPaper(remove: Handler<'papers.remove'>): Handler<'papers.remove'> {
  return {
    ...remove,
    run: async (context, data) => {
      const outcomes = await remove.run(context, data);
      const shown = await presentationOf(context.tx, context.subjectId);
      return shown?.paperId === data.paperId ? [...outcomes, ...(await stop(context))] : outcomes;
    },
  };
}
