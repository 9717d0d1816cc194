import { drop } from '@nghisu/shared/platform/feed.ts';
import type { Handler } from '../platform/commands/handler.ts';
import { proposeUnopposed } from './consentBlock.ts';
import { deleteConsentItems, deletePositionsOn } from './positions.store.ts';

/** Opening a meeting, which proposes to it whatever nobody objects to. The meeting itself knows no items. */
export function proposingUnopposed(open: Handler<'meetings.open'>): Handler<'meetings.open'> {
  return {
    ...open,
    run: async (context, data) => [...(await open.run(context, data)), ...(await proposeUnopposed(context))],
  };
}

/** Taking an item off the agenda, with the positions on it and its place in the block. */
export function removingPositions(remove: Handler<'agenda.removeItem'>): Handler<'agenda.removeItem'> {
  return {
    ...remove,
    run: async (context, data) => {
      const outcomes = await remove.run(context, data);
      const taken = (await deletePositionsOn(context.tx, data.itemId)).map(id => drop('position', id));
      const proposed = (await deleteConsentItems(context.tx, [data.itemId])).map(id =>
        drop('consentItem', id),
      );
      if (taken.length + proposed.length === 0) return outcomes;
      return [...outcomes, { type: 'decisions.positionsRemoved', changes: [...taken, ...proposed] }];
    },
  };
}
