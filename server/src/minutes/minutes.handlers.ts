import { canWriteMinutes } from '@nghisu/shared/minutes/minutes.policy.ts';
import type { AsidePart } from '@nghisu/shared/minutes/minutes.records.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { put } from '@nghisu/shared/platform/feed.ts';
import { meetingById } from '../meetings/meetings.store.ts';
import type { Context, Handlers } from '../platform/commands/handler.ts';
import type { Outcome } from '../platform/streams/streams.ts';
import { decidePart, partOf } from './aside/aside.store.ts';
import { createMinutes, minutesOf } from './minutes.store.ts';

export const minutesHandlers: Handlers<'minutes.start' | 'minutes.insertPart' | 'minutes.dismissPart'> = {
  'minutes.start': {
    run: async ({ tx, subjectId }) => {
      const meeting = await meetingById(tx, subjectId);
      if (!meeting || meeting.state === 'cancelled') throw new AppError('conflict', 'meetings.notEditable');
      // Two secretaries who open the desk at the same instant start the same minutes.
      if (await minutesOf(tx, subjectId)) return [];
      await createMinutes(tx, subjectId);
      return [{ type: 'minutes.started', changes: [put((await minutesOf(tx, subjectId))!)] }];
    },
  },

  'minutes.insertPart': {
    // Also one that was dismissed: nothing of it is gone.
    run: async (context, { partId }) => {
      const part = await partFor(context, partId);
      const minutes = await minutesOf(context.tx, context.subjectId);
      if (!minutes || !canWriteMinutes(context.viewer, minutes))
        throw new AppError('conflict', 'minutes.closed');
      // Two secretaries at the same instant must not insert it twice.
      if (part.state === 'inserted') throw new AppError('conflict', 'minutes.partDecided');
      return await decide(context, part, 'inserted');
    },
  },

  'minutes.dismissPart': {
    run: async (context, { partId }) => {
      const part = await partFor(context, partId);
      if (part.state !== 'waiting') throw new AppError('conflict', 'minutes.partDecided');
      return await decide(context, part, 'dismissed');
    },
  },
};

async function partFor({ tx, subjectId }: Context, partId: string): Promise<AsidePart> {
  const part = await partOf(tx, subjectId, partId);
  if (!part) throw new AppError('not_found');
  return part;
}

async function decide(
  { tx, viewer, now }: Context,
  part: AsidePart,
  state: 'inserted' | 'dismissed',
): Promise<Outcome[]> {
  const decision = { state, decidedById: viewer.personId, decidedAt: now };
  await decidePart(tx, part.id, decision);
  const type = state === 'inserted' ? 'minutes.partInserted' : 'minutes.partDismissed';
  return [{ type, changes: [put({ ...part, ...decision })] }];
}
