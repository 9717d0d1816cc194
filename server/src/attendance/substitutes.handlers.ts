import type { Substitution } from '@nghisu/shared/attendance/attendance.records.ts';
import { rulesOfMeeting } from '@nghisu/shared/attendance/attendance.rules.ts';
import { mayDecide } from '@nghisu/shared/meetings/meetings.policy.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { put } from '@nghisu/shared/platform/feed.ts';
import { attendeesOf, roleIn, saveAttendees } from '../meetings/attendees.store.ts';
import { myMeeting } from '../meetings/meetings.store.ts';
import { knownPeople } from '../organisation/organisation.store.ts';
import type { Asking, Context, Handlers } from '../platform/commands/handler.ts';
import type { Outcome } from '../platform/streams/streams.ts';
import { openMeeting } from './attendance.handlers.ts';
import { saveSubstitution, substitutionsOf } from './attendance.store.ts';

type Names = 'attendance.nameSubstitute' | 'attendance.consentToSubstitute' | 'attendance.refuseSubstitute';

const substitutionFor = async (
  { tx, subjectId }: Pick<Asking, 'tx' | 'subjectId'>,
  personId: string,
): Promise<Substitution | undefined> =>
  (await substitutionsOf(tx, subjectId)).find(one => one.id === personId);

/** The proposal that waits for the chair. */
async function proposedOrRefuse(context: Context, personId: string): Promise<Substitution> {
  await openMeeting(context);
  const proposed = await substitutionFor(context, personId);
  if (!proposed) throw new AppError('not_found');
  if (proposed.state !== 'proposed') throw new AppError('conflict', 'attendance.substituteDecided');
  return proposed;
}

export const substitutesHandlers: Handlers<Names> = {
  'attendance.nameSubstitute': {
    subject: async (_, { personId }) => ({ personId }),
    run: nameSubstitute,
  },
  'attendance.consentToSubstitute': {
    alsoLocks: async (asking, { personId }) => {
      const proposed = await substitutionFor(asking, personId);
      return proposed ? [`user:${proposed.substituteId}`] : [];
    },
    run: consent,
  },
  'attendance.refuseSubstitute': {
    run: async (context, { personId }) => {
      const proposed = await proposedOrRefuse(context, personId);
      const refused = decided(context, proposed, 'refused');
      await saveSubstitution(context.tx, refused);
      return [{ type: 'attendance.substituteRefused', changes: [put(refused)] }];
    },
  },
};

const decided = (
  { now, viewer }: Context,
  proposed: Substitution,
  state: 'consented' | 'refused',
): Substitution => ({ ...proposed, state, decidedAt: now, decidedById: viewer.personId });

async function nameSubstitute(
  context: Context,
  { personId, substituteId }: { personId: string; substituteId: string },
) {
  const { tx, subjectId: meetingId, viewer, now } = context;
  await openMeeting(context);
  const role = await roleIn(tx, meetingId, personId);
  if (role === null || (await knownPeople(tx, [substituteId])).size === 0) throw new AppError('not_found');
  const own = await roleIn(tx, meetingId, substituteId);
  const isFree = own === null || own === 'invitee' || own === 'observer';
  if (role === 'chair' || !isFree || personId === substituteId)
    throw new AppError('conflict', 'attendance.cannotSubstitute');
  const before = await substitutionFor(context, personId);
  if (before?.state === 'consented') throw new AppError('conflict', 'attendance.substituteDecided');
  const substitution: Substitution = {
    kind: 'substitution',
    id: personId,
    meetingId,
    substituteId,
    state: 'proposed',
    proposedAt: now,
    proposedById: viewer.personId,
    decidedAt: null,
    decidedById: null,
  };
  await saveSubstitution(tx, substitution);
  return [{ type: 'attendance.substituteNamed', changes: [put(substitution)] }];
}

/** The substitute comes onto the list, to decide only where the rules let substitutes vote. */
async function consent(context: Context, { personId }: { personId: string }): Promise<Outcome[]> {
  const { tx, subjectId: meetingId } = context;
  const proposed = await proposedOrRefuse(context, personId);
  const meeting = await openMeeting(context);
  const consented = decided(context, proposed, 'consented');
  await saveSubstitution(tx, consented);
  const type = 'attendance.substituteConsented';
  const list = await attendeesOf(tx, meetingId);
  const replaced = list.find(one => one.id === personId);
  const votes = replaced && mayDecide(replaced.role) && rulesOfMeeting(meeting).substitutesVote;
  const role = votes ? 'member' : 'invitee';
  const { substituteId } = consented;
  if (list.some(one => one.id === substituteId && one.role === role))
    return [{ type, changes: [put(consented)] }];
  const seats = await saveAttendees(tx, meetingId, [
    { id: substituteId, role, unitId: replaced?.unitId ?? null },
  ]);
  const own = { type, changes: [put(consented), ...seats.map(put)], rights: [substituteId] };
  if (meeting.state === 'draft') return [own];
  return [own, { type, changes: [put(myMeeting(meeting, role))], stream: `user:${substituteId}` }];
}
