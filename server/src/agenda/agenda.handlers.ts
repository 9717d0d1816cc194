import type { AgendaItem } from '@nghisu/shared/agenda/agenda.records.ts';
import { positionBefore, secondsUsed } from '@nghisu/shared/agenda/agenda.rules.ts';
import type { Meeting } from '@nghisu/shared/meetings/meetings.records.ts';
import { isEditable } from '@nghisu/shared/meetings/meetings.rules.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { drop, put } from '@nghisu/shared/platform/feed.ts';
import { roleIn } from '../meetings/attendees.store.ts';
import { meetingById } from '../meetings/meetings.store.ts';
import { knownPeople, knownUnits } from '../organisation/organisation.store.ts';
import { refuseEnded } from '../organisation/units/endedUnits.ts';
import type { Context, Handlers } from '../platform/commands/handler.ts';
import type { Tx } from '../platform/database/db.ts';
import { agendaItemOf, agendaOf, changeItem, deleteItem, insertItem, siblingsOf } from './agenda.store.ts';

type Names =
  | 'agenda.addItem'
  | 'agenda.editItem'
  | 'agenda.moveItem'
  | 'agenda.removeItem'
  | 'agenda.advance'
  | 'agenda.carryOver';

/** The most items that an agenda may have. */
const mostItems = 200;

async function editableMeeting({ tx, subjectId }: Context): Promise<Meeting> {
  const meeting = await meetingById(tx, subjectId);
  if (!meeting || !isEditable(meeting.state)) throw new AppError('conflict', 'meetings.notEditable');
  return meeting;
}

async function itemOrRefuse(tx: Tx, meetingId: string, itemId: string): Promise<AgendaItem> {
  const item = await agendaItemOf(tx, meetingId, itemId);
  if (!item) throw new AppError('not_found');
  return item;
}

/** What an item names has to exist; a unit that has ended stays with the item it had, and comes to no other. */
async function checkReferences(
  tx: Tx,
  data: Pick<AgendaItem, 'unitId' | 'presenterId'>,
  before: Pick<AgendaItem, 'unitId'> | null,
): Promise<void> {
  if (data.unitId !== null && !(await knownUnits(tx, [data.unitId])).size) throw new AppError('not_found');
  if (data.unitId !== null && data.unitId !== before?.unitId) await refuseEnded(tx, [data.unitId]);
  if (data.presenterId !== null && !(await knownPeople(tx, [data.presenterId])).size)
    throw new AppError('not_found');
}

/** A parent stands at the top, belongs to the meeting and is not the item itself. */
async function checkParent(
  tx: Tx,
  meetingId: string,
  itemId: string,
  parentId: string | null,
): Promise<void> {
  if (parentId === null) return;
  const parent = await itemOrRefuse(tx, meetingId, parentId);
  if (parent.parentId !== null || parentId === itemId) throw new AppError('conflict', 'agenda.nestedOnce');
}

/** Puts an item at its place; answers every item that had to move, itself included. */
async function place(tx: Tx, item: AgendaItem, beforeId: string | null): Promise<AgendaItem[]> {
  const siblings = await siblingsOf(tx, item);
  if (beforeId !== null && !siblings.some(sibling => sibling.id === beforeId)) {
    throw new AppError('conflict', 'agenda.neighbourGone');
  }
  const position = positionBefore(siblings, beforeId);
  if (position !== null) return [await changeItem(tx, item.id, { position, parentId: item.parentId })];
  const spread: AgendaItem[] = [];
  for (const [index, sibling] of siblings.sort((a, b) => a.position - b.position).entries()) {
    spread.push(await changeItem(tx, sibling.id, { position: index + 1 }));
  }
  const moved = positionBefore(spread, beforeId)!;
  return [...spread, await changeItem(tx, item.id, { position: moved, parentId: item.parentId })];
}

export const agendaHandlers: Handlers<Names> = {
  'agenda.addItem': {
    run: async (context, { itemId, beforeId, parentId, ...details }) => {
      const { tx, subjectId: meetingId } = context;
      await editableMeeting(context);
      const agenda = await agendaOf(tx, meetingId);
      if (agenda.length >= mostItems) throw new AppError('conflict', 'agenda.tooLong');
      await checkParent(tx, meetingId, itemId, parentId);
      await checkReferences(tx, details, null);
      const item: AgendaItem = {
        kind: 'agendaItem',
        id: itemId,
        meetingId,
        parentId,
        position: 0,
        ...details,
        state: 'planned',
        secondsUsed: 0,
        startedAt: null,
        pausedBefore: 0,
        carriedToMeetingId: null,
      };
      await insertItem(tx, item);
      return [{ type: 'agenda.itemAdded', changes: (await place(tx, item, beforeId)).map(put) }];
    },
  },
  'agenda.editItem': {
    run: async (context, { itemId, ...details }) => {
      await editableMeeting(context);
      const before = await itemOrRefuse(context.tx, context.subjectId, itemId);
      await checkReferences(context.tx, details, before);
      const item = await changeItem(context.tx, itemId, details);
      return [{ type: 'agenda.itemEdited', changes: [put(item)] }];
    },
  },
  'agenda.moveItem': {
    run: async (context, { itemId, parentId, beforeId }) => {
      const { tx, subjectId: meetingId } = context;
      await editableMeeting(context);
      const item = await itemOrRefuse(tx, meetingId, itemId);
      await checkParent(tx, meetingId, itemId, parentId);
      const hasChildren = (await agendaOf(tx, meetingId)).some(other => other.parentId === itemId);
      if (parentId !== null && hasChildren) throw new AppError('conflict', 'agenda.nestedOnce');
      if (beforeId === itemId) return [];
      const moved = await place(tx, { ...item, parentId }, beforeId);
      return [{ type: 'agenda.itemMoved', changes: moved.map(put) }];
    },
  },
  'agenda.removeItem': {
    run: async (context, { itemId }) => {
      const { tx, subjectId: meetingId } = context;
      await editableMeeting(context);
      const item = await itemOrRefuse(tx, meetingId, itemId);
      if (item.state !== 'planned') throw new AppError('conflict', 'agenda.alreadyDiscussed');
      const children = (await agendaOf(tx, meetingId)).filter(other => other.parentId === itemId);
      if (children.length > 0) throw new AppError('conflict', 'agenda.hasNestedItems');
      await deleteItem(tx, itemId);
      return [{ type: 'agenda.itemRemoved', changes: [drop('agendaItem', itemId)] }];
    },
  },
  'agenda.advance': { run: advance },
  'agenda.carryOver': { run: carryOver, alsoLocks: async (_, { toMeetingId }) => [`meeting:${toMeetingId}`] },
};

async function advance(context: Context, { itemId }: { itemId: string | null }) {
  const { tx, subjectId: meetingId, now } = context;
  const meeting = await meetingById(tx, meetingId);
  if (meeting?.state !== 'running') throw new AppError('conflict', 'meetings.notRunning');
  const items = await agendaOf(tx, meetingId);
  const next = itemId === null ? null : items.find(item => item.id === itemId);
  if (next === undefined) throw new AppError('not_found');
  if (next?.state === 'carriedOver') throw new AppError('conflict', 'agenda.carriedOver');
  if (next?.state === 'current') return [];
  const ended = await endCurrent(context, meeting, items);
  const changes = ended ? [ended] : [];
  if (next) {
    const started = { state: 'current', startedAt: now, pausedBefore: meeting.pausedSeconds } as const;
    changes.push(await changeItem(tx, next.id, started));
  }
  if (changes.length === 0) return [];
  return [{ type: next ? 'agenda.itemStarted' : 'agenda.itemEnded', changes: changes.map(put) }];
}

/** Ends the discussion of the current item, its time added up; answers the item, or null where there is none. */
export async function endCurrentItem(context: Context): Promise<AgendaItem | null> {
  const meeting = await meetingById(context.tx, context.subjectId);
  return meeting && endCurrent(context, meeting, await agendaOf(context.tx, context.subjectId));
}

async function endCurrent(
  { tx, now }: Context,
  meeting: Meeting,
  items: readonly AgendaItem[],
): Promise<AgendaItem | null> {
  const current = items.find(item => item.state === 'current');
  if (!current) return null;
  const used = secondsUsed(current, meeting, Date.parse(now));
  return changeItem(tx, current.id, { state: 'done', secondsUsed: used, startedAt: null });
}

/** An unfinished item goes to a later meeting that the same person prepares, last in its agenda. */
async function carryOver(context: Context, { itemId, toMeetingId }: { itemId: string; toMeetingId: string }) {
  const { tx, subjectId: meetingId, viewer, now } = context;
  const item = await itemOrRefuse(tx, meetingId, itemId);
  if (item.state === 'carriedOver') throw new AppError('conflict', 'agenda.carriedOver');
  const target = await meetingById(tx, toMeetingId);
  const role = await roleIn(tx, toMeetingId, viewer.personId);
  if (!target || (role !== 'chair' && role !== 'secretary') || toMeetingId === meetingId)
    throw new AppError('not_found');
  if (!isEditable(target.state)) throw new AppError('conflict', 'meetings.notEditable');
  const meeting = await meetingById(tx, meetingId);
  const used = meeting ? secondsUsed(item, meeting, Date.parse(now)) : item.secondsUsed;
  const left = await changeItem(tx, itemId, {
    state: 'carriedOver',
    startedAt: null,
    secondsUsed: used,
    carriedToMeetingId: toMeetingId,
  });
  const taken: AgendaItem = {
    ...item,
    id: context.newId(),
    meetingId: toMeetingId,
    parentId: null,
    position: 0,
    state: 'planned',
    secondsUsed: 0,
    startedAt: null,
    pausedBefore: 0,
    carriedToMeetingId: null,
  };
  await insertItem(tx, taken);
  const placed = await place(tx, taken, null);
  return [
    { type: 'agenda.itemCarriedOver', changes: [put(left)] },
    { type: 'agenda.itemTakenOver', changes: placed.map(put), stream: `meeting:${toMeetingId}` },
  ];
}
