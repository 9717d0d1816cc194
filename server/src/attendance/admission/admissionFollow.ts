import { AppError } from '@nghisu/shared/platform/errors.ts';
import { drop, put } from '@nghisu/shared/platform/feed.ts';
import { takenItem } from '../../agenda/takenItem.ts';
import type { Handler } from '../../platform/commands/handler.ts';
import { admissionsTo } from './admission.handlers.ts';
import {
  deleteAdmission,
  deleteRecusalsFrom,
  insertRecusal,
  recusalsFrom,
  saveAdmission,
} from './admission.store.ts';

/** Taking an item off the agenda, with the recusals from it and the admissions to it. */
export function removingAdmissions(remove: Handler<'agenda.removeItem'>): Handler<'agenda.removeItem'> {
  return {
    ...remove,
    run: async (context, data) => {
      const outcomes = await remove.run(context, data);
      const recusals = await deleteRecusalsFrom(context.tx, data.itemId);
      const admissions = (await admissionsTo(context, data.itemId)).map(one => ({
        ...one,
        agendaItemIds: one.agendaItemIds.filter(id => id !== data.itemId),
      }));
      for (const admission of admissions) await saveAdmission(context.tx, admission);
      if (recusals.length + admissions.length === 0) return outcomes;
      const changes = [...recusals.map(one => drop('recusal', one.id)), ...admissions.map(put)];
      const rights = [...recusals.map(one => one.personId), ...admissions.map(one => one.id)];
      return [...outcomes, { type: 'attendance.admissionsRemoved', changes, rights }];
    },
  };
}

/**
 * Carrying an item over to a later meeting: a conflict of interest goes with it. Nobody carries over what they may not
 * read, so that no paper comes to them by another meeting.
 */
export function carryingRecusals(carryOver: Handler<'agenda.carryOver'>): Handler<'agenda.carryOver'> {
  return {
    ...carryOver,
    run: async (context, data) => {
      const { tx, viewer, now, newId } = context;
      if (viewer.recusedItemIds.includes(data.itemId)) throw new AppError('conflict', 'attendance.recused');
      const recusals = await recusalsFrom(tx, data.itemId);
      const outcomes = await carryOver.run(context, data);
      const taken = takenItem(outcomes, data.toMeetingId);
      if (!taken || recusals.length === 0) return outcomes;
      const carried = recusals.map(one => ({
        ...one,
        id: newId(),
        meetingId: data.toMeetingId,
        agendaItemId: taken.id,
        declaredAt: now,
      }));
      for (const recusal of carried) await insertRecusal(tx, recusal);
      const rights = carried.map(one => one.personId);
      const stream = `meeting:${data.toMeetingId}`;
      const type = 'attendance.recusalsCarriedOver';
      return [...outcomes, { type, changes: carried.map(put), rights, stream }];
    },
  };
}

/** Whoever is taken off the attendee list and comes back later is admitted anew. Recusals stay. */
export function endingAdmission(
  withdraw: Handler<'meetings.withdrawInvitation'>,
): Handler<'meetings.withdrawInvitation'> {
  return {
    ...withdraw,
    run: async (context, data) => {
      const outcomes = await withdraw.run(context, data);
      if (!(await deleteAdmission(context.tx, context.subjectId, data.personId))) return outcomes;
      const changes = [drop('admission', data.personId)];
      return [...outcomes, { type: 'attendance.admittedToAll', changes }];
    },
  };
}
