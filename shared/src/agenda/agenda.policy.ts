import { isOrganiser, type Seat, type Viewer } from '../platform/viewer.ts';
import type { AgendaItem } from './agenda.records.ts';

export const agendaPolicies = {
  'agenda.addItem': isOrganiser,
  'agenda.editItem': isOrganiser,
  'agenda.moveItem': isOrganiser,
  'agenda.removeItem': isOrganiser,
  'agenda.advance': isOrganiser,
  'agenda.carryOver': isOrganiser,
};

/** What a seat says about items. */
type ItemSight = Pick<Seat, 'recusedItemIds' | 'admittedItemIds'>;

const isAdmitted = ({ admittedItemIds }: ItemSight, itemId: string | null): boolean =>
  admittedItemIds === null || (itemId !== null && admittedItemIds.includes(itemId));

/**
 * Whether the viewer may know what belongs to an item: its papers, positions, speakers, votes and decisions. Not those
 * with a conflict of interest (recusal), nor those who were admitted to other items only. `itemId` null is what belongs to
 * the meeting as a whole. The one rule of all domains.
 */
export const mayKnowItem = (viewer: ItemSight, itemId: string | null): boolean =>
  isAdmitted(viewer, itemId) && (itemId === null || !viewer.recusedItemIds.includes(itemId));

/** That an item is on the agenda is seen by whoever was admitted to it, with a conflict of interest too. */
export const agendaSight = {
  agendaItem: (viewer: Viewer, item: AgendaItem): boolean => isAdmitted(viewer, item.id),
};
