import type { CommandName } from '@nghisu/shared/commands.ts';
import { drop, put } from '@nghisu/shared/platform/feed.ts';
import { agendaItemOf } from '../agenda/agenda.store.ts';
import type { Handler } from '../platform/commands/handler.ts';
import { endSpeechIf } from './floor.ts';
import { changeRequest, deleteRequestsOfItem, requestsOfMeeting } from './speakers.store.ts';

/** Whatever ends the discussion of an item ends the speech to it. The agenda knows no speakers: they are joined here. */
export function endingSpeech<Name extends CommandName>(handler: Handler<Name>): Handler<Name> {
  return {
    ...handler,
    run: async (context, data) => {
      const outcomes = await handler.run(context, data);
      const ended = await endSpeechIf(context, async speech => {
        const item = await agendaItemOf(context.tx, context.subjectId, speech.agendaItemId);
        return item?.state !== 'current';
      });
      return ended ? [...outcomes, { type: 'speakers.floorTaken', changes: [put(ended)] }] : outcomes;
    },
  };
}

/** Taking an item off the agenda, with all who asked to speak to it. */
export function removingRequests(remove: Handler<'agenda.removeItem'>): Handler<'agenda.removeItem'> {
  return {
    ...remove,
    run: async (context, data) => {
      const outcomes = await remove.run(context, data);
      const gone = await deleteRequestsOfItem(context.tx, context.subjectId, data.itemId);
      if (gone.length === 0) return outcomes;
      const changes = gone.map(id => drop('speakerRequest', id));
      return [...outcomes, { type: 'speakers.withdrawn', changes }];
    },
  };
}

/** Whoever is taken off the attendee list leaves the queue and the floor; what was said and written stays. */
export function leavingQueue(
  withdraw: Handler<'meetings.withdrawInvitation'>,
): Handler<'meetings.withdrawInvitation'> {
  return {
    ...withdraw,
    run: async (context, data) => {
      const outcomes = await withdraw.run(context, data);
      const { tx, subjectId } = context;
      const own = (await requestsOfMeeting(tx, subjectId)).filter(one => one.personId === data.personId);
      const changes = [];
      for (const waiting of own.filter(one => one.state === 'waiting'))
        changes.push(put(await changeRequest(tx, waiting.id, { state: 'withdrawn' })));
      const ended = await endSpeechIf(context, speech => speech.personId === data.personId);
      if (ended) changes.push(put(ended));
      return changes.length > 0 ? [...outcomes, { type: 'speakers.withdrawn', changes }] : outcomes;
    },
  };
}
