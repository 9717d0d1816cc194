import { put } from '@nghisu/shared/platform/feed.ts';
import type { Handler } from '../platform/commands/handler.ts';
import { endCurrentItem } from './agenda.handlers.ts';

/** Closing a meeting, and with it the item under discussion. The meeting itself knows no agenda: they are joined here. */
export function endingItem(close: Handler<'meetings.close'>): Handler<'meetings.close'> {
  return {
    ...close,
    run: async (context, data) => {
      const outcomes = await close.run(context, data);
      const ended = await endCurrentItem(context);
      return ended ? [...outcomes, { type: 'agenda.itemEnded', changes: [put(ended)] }] : outcomes;
    },
  };
}
