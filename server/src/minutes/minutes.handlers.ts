import { AppError } from '@nghisu/shared/platform/errors.ts';
import { put } from '@nghisu/shared/platform/feed.ts';
import { meetingById } from '../meetings/meetings.store.ts';
import type { Handlers } from '../platform/commands/handler.ts';
import { createMinutes, minutesOf } from './minutes.store.ts';

export const minutesHandlers: Handlers<'minutes.start'> = {
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
};
