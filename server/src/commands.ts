import { endingItem } from './agenda/agenda.closing.ts';
import { agendaHandlers } from './agenda/agenda.handlers.ts';
import { assignmentsHandlers } from './assignments/assignments.handlers.ts';
import { meetingsHandlers } from './meetings/meetings.handlers.ts';
import { minutesHandlers } from './minutes/minutes.handlers.ts';
import { organisationHandlers } from './organisation/organisation.handlers.ts';
import { papersHandlers } from './papers/papers.handlers.ts';
import { carryingPapers, removingPapers } from './papers/papersFollowItem.ts';
import type { Handlers } from './platform/commands/handler.ts';
import {
  endingPresentation,
  endingShownPaper,
  presentationHandlers,
} from './presentation/presentation.handlers.ts';

/** One handler for every command; a missing one does not compile. */
export const handlers: Handlers = {
  ...organisationHandlers,
  ...meetingsHandlers,
  ...agendaHandlers,
  ...papersHandlers,
  ...presentationHandlers,
  ...minutesHandlers,
  ...assignmentsHandlers,
  'meetings.close': endingPresentation(endingItem(meetingsHandlers['meetings.close'])),
  'papers.remove': endingShownPaper(papersHandlers['papers.remove']),
  'agenda.removeItem': removingPapers(agendaHandlers['agenda.removeItem']),
  'agenda.carryOver': carryingPapers(agendaHandlers['agenda.carryOver']),
};
