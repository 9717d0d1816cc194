import { isAdmittedByItem } from '@nghisu/shared/attendance/admission.policy.ts';
import type { Admission, Recusal } from '@nghisu/shared/attendance/admission.records.ts';
import { canFollowMeeting } from '@nghisu/shared/meetings/meetings.policy.ts';
import { isEditable } from '@nghisu/shared/meetings/meetings.rules.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { drop, put } from '@nghisu/shared/platform/feed.ts';
import { agendaItemOf, agendaOf } from '../../agenda/agenda.store.ts';
import { roleIn } from '../../meetings/attendees.store.ts';
import { meetingById } from '../../meetings/meetings.store.ts';
import type { Asking, Context, Handlers } from '../../platform/commands/handler.ts';
import type { Tx } from '../../platform/database/db.ts';
import {
  admissionsOf,
  deleteAdmission,
  endRecusal,
  insertRecusal,
  recusalById,
  recusalsFrom,
  saveAdmission,
} from './admission.store.ts';

type Names =
  | 'attendance.declareRecusal'
  | 'attendance.endRecusal'
  | 'attendance.admit'
  | 'attendance.admitToAll';

async function refuseUnlessOpen({ tx, subjectId, viewer }: Context): Promise<void> {
  const meeting = await meetingById(tx, subjectId);
  if (!meeting || !canFollowMeeting(viewer, meeting)) throw new AppError('not_found');
  if (!isEditable(meeting.state)) throw new AppError('conflict', 'meetings.notEditable');
}

/** A recusal of this meeting; any other is one that is not there. */
async function recusalOfMeeting({ tx, subjectId }: Asking, { recusalId }: { recusalId: string }) {
  const recusal = await recusalById(tx, recusalId);
  return recusal?.meetingId === subjectId ? recusal : null;
}

/** Whoever takes part in some items only is a guest of the meeting. */
async function refuseUnlessGuest(tx: Tx, meetingId: string, personId: string): Promise<void> {
  const role = await roleIn(tx, meetingId, personId);
  if (role === null) throw new AppError('not_found');
  if (!isAdmittedByItem(role)) throw new AppError('conflict', 'attendance.belongsToAll');
}

/** Each of these changes rights: whoever it concerns starts anew on the open connection (S6). */
export const admissionHandlers: Handlers<Names> = {
  'attendance.declareRecusal': {
    subject: async (_, { personId }) => ({ personId }),
    run: declareRecusal,
  },
  'attendance.endRecusal': {
    subject: recusalOfMeeting,
    run: async (context, { recusalId }) => {
      await refuseUnlessOpen(context);
      const recusal = (await recusalById(context.tx, recusalId))!;
      if (recusal.endedAt !== null) return [];
      const ended = await endRecusal(context.tx, recusalId, {
        endedAt: context.now,
        endedById: context.viewer.personId,
      });
      return [{ type: 'attendance.recusalEnded', changes: [put(ended)], rights: [recusal.personId] }];
    },
  },
  'attendance.admit': {
    run: async (context, { personId, agendaItemIds }) => {
      const { tx, subjectId: meetingId } = context;
      await refuseUnlessOpen(context);
      await refuseUnlessGuest(tx, meetingId, personId);
      const known = new Set((await agendaOf(tx, meetingId)).map(item => item.id));
      const wanted = [...new Set(agendaItemIds)].toSorted();
      if (wanted.some(id => !known.has(id))) throw new AppError('not_found');
      const admission: Admission = {
        kind: 'admission',
        id: personId,
        meetingId,
        agendaItemIds: wanted,
      };
      await saveAdmission(tx, admission);
      return [{ type: 'attendance.admitted', changes: [put(admission)], rights: [personId] }];
    },
  },
  'attendance.admitToAll': {
    run: async (context, { personId }) => {
      const { tx, subjectId: meetingId } = context;
      await refuseUnlessOpen(context);
      if ((await roleIn(tx, meetingId, personId)) === null) throw new AppError('not_found');
      if (!(await deleteAdmission(tx, meetingId, personId))) return [];
      const changes = [drop('admission', personId)];
      return [{ type: 'attendance.admittedToAll', changes, rights: [personId] }];
    },
  },
};

async function declareRecusal(
  context: Context,
  data: { recusalId: string; agendaItemId: string; personId: string; reason: string },
) {
  const { tx, subjectId: meetingId, viewer, now } = context;
  const { recusalId, agendaItemId, personId, reason } = data;
  await refuseUnlessOpen(context);
  const { admittedItemIds } = viewer;
  const isHidden = admittedItemIds !== null && !admittedItemIds.includes(agendaItemId);
  if (isHidden || !(await agendaItemOf(tx, meetingId, agendaItemId))) throw new AppError('not_found');
  if ((await roleIn(tx, meetingId, personId)) === null) throw new AppError('not_found');
  if (await recusalById(tx, recusalId)) throw new AppError('conflict', 'attendance.exists');
  if ((await recusalsFrom(tx, agendaItemId)).some(one => one.personId === personId)) return [];
  const recusal: Recusal = {
    kind: 'recusal',
    id: recusalId,
    meetingId,
    agendaItemId,
    personId,
    reason,
    declaredAt: now,
    declaredById: viewer.personId,
    endedAt: null,
    endedById: null,
  };
  await insertRecusal(tx, recusal);
  return [{ type: 'attendance.recusalDeclared', changes: [put(recusal)], rights: [personId] }];
}

/** The admissions of a meeting that name an item. */
export const admissionsTo = async (
  { tx, subjectId }: Pick<Context, 'tx' | 'subjectId'>,
  agendaItemId: string,
): Promise<Admission[]> =>
  (await admissionsOf(tx, subjectId)).filter(one => one.agendaItemIds.includes(agendaItemId));
