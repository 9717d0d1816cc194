import { isDeepStrictEqual } from 'node:util';
import type { Assignment, AssignmentEntry } from '@nghisu/shared/assignments/assignments.records.ts';
import { mayTake, type Step } from '@nghisu/shared/assignments/assignments.rules.ts';
import type { CommandData } from '@nghisu/shared/commands.ts';
import { localDate } from '@nghisu/shared/platform/dates.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { agendaItemOf } from '../agenda/agenda.store.ts';
import { meetingById } from '../meetings/meetings.store.ts';
import { knownUnits, unitsOf } from '../organisation/organisation.store.ts';
import { refuseEnded } from '../organisation/units/endedUnits.ts';
import type { Asking, Context, Handlers } from '../platform/commands/handler.ts';
import type { Tx } from '../platform/database/db.ts';
import type { Outcome } from '../platform/streams/streams.ts';
import {
  assignmentById,
  assignmentOfLeadUnit,
  changeAssignment,
  insertAssignment,
  insertEntries,
  lastReportedPercent,
} from './assignments.store.ts';
import { announce, streamsOf } from './assignments.streams.ts';

type Names = 'assignments.assign' | `assignments.${Step}`;

/** What is refused where the state of the work does not allow a step. */
const refusals: Record<Step, string> = {
  correct: 'assignments.alreadyCompleted',
  accept: 'assignments.alreadyAccepted',
  decline: 'assignments.alreadyAnswered',
  nameResponsible: 'assignments.notNameable',
  reportProgress: 'assignments.notUnderWay',
  submit: 'assignments.notUnderWay',
  confirm: 'assignments.notSubmitted',
  return: 'assignments.nothingToReturn',
};

type Target = { readonly assignmentId: string };

const targetOf = ({ tx, subjectId }: Pick<Asking, 'tx' | 'subjectId'>, { assignmentId }: Target) =>
  assignmentOfLeadUnit(tx, subjectId, assignmentId);

/** What all commands to the lead unit's stream share: whom the policy judges, and which streams hear of it. */
const atHome = {
  subject: targetOf,
  meetingOf: async (asking: Asking, data: Target) => (await targetOf(asking, data))?.meetingId ?? null,
  alsoLocks: async (asking: Pick<Asking, 'tx' | 'subjectId'>, data: Target) => {
    const assignment = await targetOf(asking, data);
    return assignment ? streamsOf(assignment) : [];
  },
};

/** The assignment at hand, or the refusal of a step that its state does not allow. */
async function assignmentFor(context: Context, step: Step, data: Target): Promise<Assignment> {
  const assignment = await targetOf(context, data);
  if (!assignment) throw new AppError('not_found');
  if (!mayTake(step, assignment)) throw new AppError('conflict', refusals[step]);
  return assignment;
}

type Told = { readonly type: AssignmentEntry['type'] } & Partial<
  Pick<AssignmentEntry, 'note' | 'percent' | 'changed'>
>;

async function remember(
  { tx, viewer, now, newId }: Context,
  assignment: Assignment,
  told: Told,
): Promise<void> {
  const { type, note = '', percent = null, changed = {} } = told;
  const of = { assignmentId: assignment.id, revision: assignment.revision };
  await insertEntries(tx, [
    { id: newId(), ...of, at: now, byId: viewer.personId, type, note, percent, changed },
  ]);
}

/** One step: the change, its line in the history, and its announcement. */
async function step(
  context: Context,
  before: Assignment,
  changed: Parameters<typeof changeAssignment>[2],
  told: Told,
): Promise<readonly Outcome[]> {
  const confirmedAt = changed.progress === 'completed' ? context.now : null;
  const after = await changeAssignment(context.tx, before, changed, confirmedAt);
  await remember(context, after, told);
  return announce(`assignments.${told.type}`, after, before);
}

/** Refuses coordinating units that are unknown, or that are the lead unit; answers each of them once. */
async function coordinatorsOf(tx: Tx, leadUnitId: string, unitIds: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(unitIds)];
  if (wanted.includes(leadUnitId)) throw new AppError('conflict', 'assignments.leadAmongCoordinators');
  if ((await knownUnits(tx, wanted)).size < wanted.length) throw new AppError('not_found');
  return wanted;
}

async function refuseUnlessOfUnit(tx: Tx, personId: string | null, unitId: string): Promise<void> {
  if (personId === null) return;
  const isOfUnit = (await unitsOf(tx, personId)).some(unit => unit.unitId === unitId);
  if (!isOfUnit) throw new AppError('conflict', 'assignments.notOfLeadUnit');
}

export const assignmentsHandlers: Handlers<Names> = {
  'assignments.assign': {
    alsoLocks: async ({ tx }, { leadUnitId, coordinatingUnitIds }) =>
      [...(await knownUnits(tx, [leadUnitId, ...coordinatingUnitIds]))].map(id => `unit:${id}`),
    run: assign,
  },
  'assignments.correct': {
    ...atHome,
    alsoLocks: async (asking, data) => {
      const units = await knownUnits(asking.tx, data.coordinatingUnitIds);
      return [...(await atHome.alsoLocks(asking, data)), ...[...units].map(id => `unit:${id}`)];
    },
    run: correct,
  },
  'assignments.accept': {
    ...atHome,
    run: async (context, data) => {
      const before = await assignmentFor(context, 'accept', data);
      await refuseUnlessOfUnit(context.tx, data.responsibleId, before.leadUnitId);
      const responsibleId = data.responsibleId ?? before.responsibleId;
      const acceptedAt = before.acceptedAt ?? context.now;
      const changed = data.responsibleId === null ? {} : { responsibleId: data.responsibleId };
      return step(
        context,
        before,
        { progress: 'inProgress', responsibleId, acceptedAt },
        { type: 'accepted', changed },
      );
    },
  },
  'assignments.decline': {
    ...atHome,
    run: async (context, data) => {
      const before = await assignmentFor(context, 'decline', data);
      return step(context, before, { progress: 'declined' }, { type: 'declined', note: data.reason });
    },
  },
  'assignments.nameResponsible': {
    ...atHome,
    run: async (context, data) => {
      const before = await assignmentFor(context, 'nameResponsible', data);
      const { responsibleId } = data;
      await refuseUnlessOfUnit(context.tx, responsibleId, before.leadUnitId);
      if (before.responsibleId === responsibleId) return [];
      return step(
        context,
        before,
        { responsibleId },
        { type: 'responsibleNamed', changed: { responsibleId } },
      );
    },
  },
  'assignments.reportProgress': {
    ...atHome,
    run: async (context, data) => {
      const before = await assignmentFor(context, 'reportProgress', data);
      const { report, percent } = data;
      const changed = { ...reported(context, before, report), progress: 'inProgress', percent } as const;
      return step(context, before, changed, { type: 'reported', note: report, percent });
    },
  },
  'assignments.submit': {
    ...atHome,
    run: async (context, data) => {
      const before = await assignmentFor(context, 'submit', data);
      const done = {
        progress: 'awaitingConfirmation',
        percent: 100,
        completedOn: localDate(context.now),
      } as const;
      const changed = { ...reported(context, before, data.report), ...done };
      return step(context, before, changed, { type: 'submitted', note: data.report });
    },
  },
  'assignments.confirm': {
    ...atHome,
    run: async (context, data) => {
      const before = await assignmentFor(context, 'confirm', data);
      return step(context, before, { progress: 'completed' }, { type: 'confirmed', note: data.note });
    },
  },
  'assignments.return': {
    ...atHome,
    run: async (context, data) => {
      const before = await assignmentFor(context, 'return', data);
      const percent = await lastReportedPercent(context.tx, before.id);
      const changed = { progress: 'rework', percent, completedOn: null } as const;
      return step(context, before, changed, { type: 'returned', note: data.reason });
    },
  },
};

/** Whoever reports is at work, even where nobody said "accepted" after a return. */
const reported = ({ now }: Context, before: Assignment, report: string) => ({
  lastReport: report,
  lastReportAt: now,
  acceptedAt: before.acceptedAt ?? now,
});

async function assign(
  context: Context,
  data: CommandData<'assignments.assign'>,
): Promise<readonly Outcome[]> {
  const { tx, subjectId: meetingId, viewer, now } = context;
  const { assignmentId, coordinatingUnitIds, ...given } = data;
  const meeting = await meetingById(tx, meetingId);
  if (!meeting || meeting.openedAt === null) throw new AppError('conflict', 'assignments.notHeldYet');
  if (await assignmentById(tx, assignmentId)) throw new AppError('conflict', 'assignments.exists');
  const isOfMeeting = given.agendaItemId === null || (await agendaItemOf(tx, meetingId, given.agendaItemId));
  if (!isOfMeeting || !(await knownUnits(tx, [given.leadUnitId])).size) throw new AppError('not_found');
  const wanted = await coordinatorsOf(tx, given.leadUnitId, coordinatingUnitIds);
  await refuseEnded(tx, [given.leadUnitId, ...wanted]);
  const assignment: Assignment = {
    kind: 'assignment',
    id: assignmentId,
    ...given,
    coordinatingUnitIds: wanted,
    assignedAt: now,
    assignedById: viewer.personId,
    meetingId,
    responsibleId: null,
    progress: 'notStarted',
    percent: 0,
    acceptedAt: null,
    lastReport: '',
    lastReportAt: null,
    completedOn: null,
    revision: 1,
  };
  await insertAssignment(tx, assignment);
  await remember(context, assignment, { type: 'assigned' });
  return announce('assignments.assigned', assignment, null);
}

async function correct(
  context: Context,
  data: CommandData<'assignments.correct'>,
): Promise<readonly Outcome[]> {
  const before = await assignmentFor(context, 'correct', data);
  const { content, dueDate, recurrence } = data;
  const coordinatingUnitIds = await coordinatorsOf(context.tx, before.leadUnitId, data.coordinatingUnitIds);
  const added = coordinatingUnitIds.filter(id => !before.coordinatingUnitIds.includes(id));
  // One that ended meanwhile stays until somebody takes it off: the other terms can still be corrected.
  await refuseEnded(context.tx, added);
  const removed = before.coordinatingUnitIds.filter(id => !coordinatingUnitIds.includes(id));
  const changed: AssignmentEntry['changed'] = {
    ...(content !== before.content && { content: { before: before.content } }),
    ...(dueDate !== before.dueDate && { dueDate: { before: before.dueDate, after: dueDate } }),
    ...(!isDeepStrictEqual(recurrence, before.recurrence) && {
      recurrence: { before: before.recurrence, after: recurrence },
    }),
    ...(added.length + removed.length > 0 && { coordination: { added, removed } }),
  };
  if (Object.keys(changed).length === 0) return [];
  const terms = { content, dueDate, recurrence, coordinatingUnitIds };
  return step(context, before, terms, { type: 'corrected', note: data.reason, changed });
}
