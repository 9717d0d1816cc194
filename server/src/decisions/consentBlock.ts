import type { AgendaItem } from '@nghisu/shared/agenda/agenda.records.ts';
import type { ConsentItem, Position } from '@nghisu/shared/decisions/decisions.records.ts';
import { type Consent, consentOf } from '@nghisu/shared/decisions/decisions.rules.ts';
import { mayDecide } from '@nghisu/shared/meetings/meetings.policy.ts';
import { localDate } from '@nghisu/shared/platform/dates.ts';
import { put } from '@nghisu/shared/platform/feed.ts';
import { rulesFor } from '@nghisu/shared/rulePacks/rulePacks.ts';
import { agendaOf } from '../agenda/agenda.store.ts';
import { recusalsOf } from '../attendance/admission/admission.store.ts';
import { attendeesOf } from '../meetings/attendees.store.ts';
import { meetingById } from '../meetings/meetings.store.ts';
import type { Context } from '../platform/commands/handler.ts';
import type { Outcome } from '../platform/streams/streams.ts';
import { consentItemsOf, insertConsentItems, positionsOf } from './positions.store.ts';

/** How the items of a meeting stand now: each item, its place in the block, and whether anybody objects. */
export type Standing = {
  readonly items: readonly AgendaItem[];
  readonly block: ReadonlyMap<string, ConsentItem>;
  readonly consent: (itemId: string) => Consent;
};

/** Reads positions, block and those who decide, all at once. */
export async function standingOf({ tx, subjectId }: Pick<Context, 'tx' | 'subjectId'>): Promise<Standing> {
  const items = await agendaOf(tx, subjectId);
  const block = new Map((await consentItemsOf(tx, subjectId)).map(one => [one.id, one]));
  const byItem = Map.groupBy(await positionsOf(tx, subjectId), (one: Position) => one.agendaItemId);
  const voters = (await attendeesOf(tx, subjectId)).filter(one => mayDecide(one.role)).map(one => one.id);
  const recused = Map.groupBy(
    (await recusalsOf(tx, subjectId)).filter(one => one.endedAt === null),
    one => one.agendaItemId,
  );
  const votersOn = (itemId: string): Set<string> => {
    const without = new Set(recused.get(itemId)?.map(one => one.personId));
    return new Set(voters.filter(id => !without.has(id)));
  };
  const meeting = (await meetingById(tx, subjectId))!;
  const rule = rulesFor(meeting.type, localDate(meeting.startsAt)).consent;
  return { items, block, consent: itemId => consentOf(rule, votersOn(itemId), byItem.get(itemId) ?? []) };
}

/** Proposes to the meeting every item that nobody objects to and that is not in the block yet. */
export async function proposeUnopposed(context: Context): Promise<Outcome[]> {
  const { items, block, consent } = await standingOf(context);
  const unopposed = items.filter(
    item => item.state === 'planned' && !block.has(item.id) && consent(item.id).unopposed,
  );
  const proposed = unopposed.map(
    (item): ConsentItem => ({
      kind: 'consentItem',
      id: item.id,
      meetingId: context.subjectId,
      proposedAt: context.now,
      pulledOutById: null,
      pulledOutAt: null,
    }),
  );
  await insertConsentItems(context.tx, proposed);
  return proposed.length > 0 ? [{ type: 'decisions.proposed', changes: proposed.map(put) }] : [];
}
