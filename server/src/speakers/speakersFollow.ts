import type { CommandName } from '@nghisu/shared/commands.ts';
import { drop, put } from '@nghisu/shared/platform/feed.ts';
import type { SpeakerRequest } from '@nghisu/shared/speakers/speakers.records.ts';
import { agendaItemOf } from '../agenda/agenda.store.ts';
import { positionOn } from '../decisions/positions.store.ts';
import type { Context, Handler } from '../platform/commands/handler.ts';
import type { Outcome } from '../platform/streams/streams.ts';
import { endSpeechIf } from './floor.ts';
import { register } from './registering.ts';
import { changeRequest, deleteRequestsOfItem, requestsOfItem, requestsOfMeeting } from './speakers.store.ts';

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
      return [...outcomes, ...(await leave(context, one => one.personId === data.personId))];
    },
  };
}

/** Whoever declares a conflict of interest in an item leaves its queue and the floor. */
export function leavingItem(
  declare: Handler<'attendance.declareRecusal'>,
): Handler<'attendance.declareRecusal'> {
  return {
    ...declare,
    run: async (context, data) => {
      const outcomes = await declare.run(context, data);
      const isTheirs = (one: SpeakerRequest): boolean =>
        one.personId === data.personId && one.agendaItemId === data.agendaItemId;
      return [...outcomes, ...(await leave(context, isTheirs))];
    },
  };
}

/** Withdraws what waits of some requests, and ends the speech under way where it is one of them. */
async function leave(
  context: Context,
  isTheirs: (request: SpeakerRequest) => boolean,
): Promise<readonly Outcome[]> {
  const { tx, subjectId } = context;
  const own = (await requestsOfMeeting(tx, subjectId)).filter(isTheirs);
  const changes = [];
  for (const waiting of own.filter(one => one.state === 'waiting'))
    changes.push(put(await changeRequest(tx, waiting.id, { state: 'withdrawn' })));
  const ended = await endSpeechIf(context, isTheirs);
  if (ended) changes.push(put(ended));
  return changes.length > 0 ? [{ type: 'speakers.withdrawn', changes }] : [];
}

/** A member who wishes to speak to an item is in its queue by that, and leaves it with another position. */
export function registeringWish(
  takePosition: Handler<'decisions.takePosition'>,
): Handler<'decisions.takePosition'> {
  return {
    ...takePosition,
    run: async (context, data) => {
      const { agendaItemId, stance } = data;
      const before = await positionOn(context.tx, agendaItemId, context.viewer.personId);
      const outcomes = await takePosition.run(context, data);
      const waiting = (await requestsOfItem(context.tx, context.subjectId, agendaItemId)).find(
        one =>
          one.state === 'waiting' && one.type === 'contribution' && one.personId === context.viewer.personId,
      );
      if (stance === 'wishesToSpeak' && !waiting) {
        const { personId } = context.viewer;
        const asked = { requestId: context.newId(), agendaItemId, personId, type: 'contribution' } as const;
        return [...outcomes, ...(await register(context, asked))];
      }
      if (before?.stance !== 'wishesToSpeak' || stance === 'wishesToSpeak' || !waiting) return outcomes;
      const withdrawn = await changeRequest(context.tx, waiting.id, { state: 'withdrawn' });
      return [...outcomes, { type: 'speakers.withdrawn', changes: [put(withdrawn)] }];
    },
  };
}
