import type { AgendaItem } from '../agenda/agenda.records.ts';
import type { MeetingRules } from '../rulePacks/rulePacks.ts';
import type { ConsentItem, Position } from './decisions.records.ts';

/** How an item stands: how many have no objection, how many decide, whether it may be adopted without discussion. */
export type Consent = {
  readonly noObjection: number;
  readonly otherwise: number;
  readonly total: number;
  readonly needed: number;
  readonly unopposed: boolean;
};

/**
 * Whether an item may be adopted without discussion. The rule of the pack says who has to have said "no objection":
 * everybody who decides, or all of those who took a position, one at least. `voterIds`: those who decide on this very item; positions of anybody
 * else do not count.
 */
export function consentOf(
  rule: MeetingRules['consent'],
  voterIds: ReadonlySet<string>,
  positions: readonly Pick<Position, 'personId' | 'stance'>[],
): Consent {
  const counted = positions.filter(position => voterIds.has(position.personId));
  const noObjection = counted.filter(position => position.stance === 'noObjection').length;
  const otherwise = counted.length - noObjection;
  const needed = rule.needs === 'everybody' ? Math.max(1, voterIds.size) : 1;
  const unopposed = otherwise === 0 && noObjection >= needed;
  return { noObjection, otherwise, total: voterIds.size, needed, unopposed };
}

/** The items on which a person has still to say where they stand. */
export function withoutPosition<Item extends Pick<AgendaItem, 'id' | 'state'>>(
  items: readonly Item[],
  positions: readonly Pick<Position, 'agendaItemId' | 'personId'>[],
  personId: string | null,
): Item[] {
  const taken = new Set(positions.filter(one => one.personId === personId).map(one => one.agendaItemId));
  return items.filter(item => item.state === 'planned' && !taken.has(item.id));
}

/** The items that still stand in the block: proposed, pulled out by nobody, and not discussed since. */
export const inBlock = <Item extends Pick<AgendaItem, 'id' | 'state'>>(
  items: readonly Item[],
  proposed: readonly Pick<ConsentItem, 'id' | 'pulledOutById'>[],
): Item[] => {
  const standing = new Set(proposed.filter(one => one.pulledOutById === null).map(one => one.id));
  return items.filter(item => item.state === 'planned' && standing.has(item.id));
};
