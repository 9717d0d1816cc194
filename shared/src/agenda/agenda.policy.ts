import { isOrganiser } from '../platform/viewer.ts';

export const agendaPolicies = {
  'agenda.addItem': isOrganiser,
  'agenda.editItem': isOrganiser,
  'agenda.moveItem': isOrganiser,
  'agenda.removeItem': isOrganiser,
  'agenda.advance': isOrganiser,
  'agenda.carryOver': isOrganiser,
};

/** Whoever follows the meeting sees its agenda. */
export const agendaSight = { agendaItem: () => true };
