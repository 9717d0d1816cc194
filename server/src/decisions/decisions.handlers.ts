import { mayKnowItem } from '@nghisu/shared/agenda/agenda.policy.ts';
import type { AgendaItem } from '@nghisu/shared/agenda/agenda.records.ts';
import { agendaNumbers, agendaOrder } from '@nghisu/shared/agenda/agenda.rules.ts';
import type { ConsentItem, Decision, Position, Stance } from '@nghisu/shared/decisions/decisions.records.ts';
import { inBlock } from '@nghisu/shared/decisions/decisions.rules.ts';
import { canFollowMeeting } from '@nghisu/shared/meetings/meetings.policy.ts';
import { isEditable } from '@nghisu/shared/meetings/meetings.rules.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { drop, put } from '@nghisu/shared/platform/feed.ts';
import { agendaItemOf, changeItems } from '../agenda/agenda.store.ts';
import { meetingById } from '../meetings/meetings.store.ts';
import type { Context, Handlers } from '../platform/commands/handler.ts';
import { proposeUnopposed, type Standing, standingOf } from './consentBlock.ts';
import { insertDecisions } from './decisions.store.ts';
import {
  changeConsentItem,
  consentItemOf,
  deleteConsentItems,
  positionOn,
  savePosition,
} from './positions.store.ts';

type Names =
  | 'decisions.takePosition'
  | 'decisions.proposeUnopposed'
  | 'decisions.pullOut'
  | 'decisions.putBack'
  | 'decisions.adoptUnopposed';

/** The item, while it waits for its discussion. What the asker may not know is not found. */
async function plannedItem({ tx, subjectId, viewer }: Context, itemId: string): Promise<AgendaItem> {
  const meeting = await meetingById(tx, subjectId);
  const item = await agendaItemOf(tx, subjectId, itemId);
  if (!meeting || !item || !canFollowMeeting(viewer, meeting) || !mayKnowItem(viewer, itemId))
    throw new AppError('not_found');
  if (!isEditable(meeting.state)) throw new AppError('conflict', 'meetings.notEditable');
  if (item.state !== 'planned') throw new AppError('conflict', 'decisions.itemTaken');
  return item;
}

async function refuseUnlessRunning({ tx, subjectId }: Context): Promise<void> {
  const meeting = await meetingById(tx, subjectId);
  if (meeting?.state !== 'running') throw new AppError('conflict', 'meetings.notRunning');
}

/** The item's place in the block, before it is discussed. */
async function inBlockOrRefuse(context: Context, itemId: string): Promise<ConsentItem> {
  await plannedItem(context, itemId);
  const item = await consentItemOf(context.tx, itemId);
  if (!item) throw new AppError('conflict', 'decisions.notInBlock');
  return item;
}

const pulledOut = ({ tx, viewer, now }: Context, itemId: string): Promise<ConsentItem> =>
  changeConsentItem(tx, itemId, { pulledOutById: viewer.personId, pulledOutAt: now });

export const decisionsHandlers: Handlers<Names> = {
  'decisions.takePosition': { run: takePosition },
  'decisions.proposeUnopposed': {
    run: async context => {
      await refuseUnlessRunning(context);
      return proposeUnopposed(context);
    },
  },
  'decisions.pullOut': {
    run: async (context, { agendaItemId }) => {
      const item = await inBlockOrRefuse(context, agendaItemId);
      if (item.pulledOutById !== null) throw new AppError('conflict', 'decisions.alreadyPulledOut');
      return [{ type: 'decisions.pulledOut', changes: [put(await pulledOut(context, agendaItemId))] }];
    },
  },
  'decisions.putBack': {
    run: async (context, { agendaItemId }) => {
      const item = await inBlockOrRefuse(context, agendaItemId);
      if (item.pulledOutById === null) return [];
      if (item.pulledOutById !== context.viewer.personId)
        throw new AppError('conflict', 'decisions.pulledByOther');
      const back = await changeConsentItem(context.tx, agendaItemId, {
        pulledOutById: null,
        pulledOutAt: null,
      });
      return [{ type: 'decisions.putBack', changes: [put(back)] }];
    },
  },
  'decisions.adoptUnopposed': { run: adoptUnopposed },
};

/** Where a member stands on an item. Whoever objects to an item of the block pulls it out by that. */
async function takePosition(
  context: Context,
  data: { agendaItemId: string; stance: Stance; remark: string },
) {
  const { tx, subjectId, viewer, now } = context;
  const { id: agendaItemId } = await plannedItem(context, data.agendaItemId);
  const before = await positionOn(tx, agendaItemId, viewer.personId);
  const position: Position = {
    kind: 'position',
    id: before?.id ?? context.newId(),
    meetingId: subjectId,
    personId: viewer.personId,
    ...data,
    takenAt: now,
  };
  await savePosition(tx, position);
  const proposed = await consentItemOf(tx, agendaItemId);
  const objects = data.stance !== 'noObjection' && proposed?.pulledOutById === null;
  const changes = objects ? [position, await pulledOut(context, agendaItemId)] : [position];
  return [{ type: 'decisions.positionTaken', changes: changes.map(put) }];
}

/** One act: every item named becomes a decision of its own and is done, or nothing is. */
async function adoptUnopposed(context: Context, data: { agendaItemIds: readonly string[] }) {
  const { tx } = context;
  await refuseUnlessRunning(context);
  const standing = await standingOf(context);
  const wanted = new Set(data.agendaItemIds);
  const items = agendaOrder(standing.items).filter(item => wanted.has(item.id));
  const isKnown = items.length === wanted.size && items.every(item => mayKnowItem(context.viewer, item.id));
  if (!isKnown) throw new AppError('not_found');
  refuseOpposed(standing, items);
  const ids = items.map(item => item.id);
  const decisions = items.map(item => consentDecision(context, item, standing));
  await insertDecisions(tx, decisions);
  await deleteConsentItems(tx, ids);
  const done = await changeItems(tx, ids, { state: 'done' });
  const left = ids.map(id => drop('consentItem', id));
  return [{ type: 'decisions.adopted', changes: [...decisions.map(put), ...done.map(put), ...left] }];
}

/** Names the first item, in the order of the agenda, that may not be adopted without discussion. */
function refuseOpposed({ items: agenda, block, consent }: Standing, items: readonly AgendaItem[]): void {
  const standing = new Set(inBlock(items, [...block.values()]).map(item => item.id));
  const opposed = items.find(item => !standing.has(item.id) || !consent(item.id).unopposed);
  if (!opposed) return;
  const number = agendaNumbers(agenda).get(opposed.id) ?? '';
  throw new AppError('conflict', 'decisions.opposed', { number, title: opposed.title });
}

function consentDecision(
  { subjectId, now, newId }: Context,
  item: AgendaItem,
  { consent }: Standing,
): Decision {
  const { noObjection, total } = consent(item.id);
  return {
    kind: 'decision',
    id: newId(),
    meetingId: subjectId,
    agendaItemId: item.id,
    text: item.title,
    basis: 'consent',
    voteId: null,
    adopted: true,
    tally: { inFavour: noObjection, against: 0, notVoting: total - noObjection, total },
    takenAt: now,
  };
}
