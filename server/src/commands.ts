import { endingItem } from './agenda/agenda.closing.ts';
import { agendaHandlers } from './agenda/agenda.handlers.ts';
import { assignmentsHandlers } from './assignments/assignments.handlers.ts';
import { admissionHandlers } from './attendance/admission/admission.handlers.ts';
import {
  carryingRecusals,
  endingAdmission,
  removingAdmissions,
} from './attendance/admission/admissionFollow.ts';
import { attendanceHandlers } from './attendance/attendance.handlers.ts';
import { endingPresence, recordingQuorum } from './attendance/attendanceFollow.ts';
import { substitutesHandlers } from './attendance/substitutes.handlers.ts';
import { decisionsHandlers } from './decisions/decisions.handlers.ts';
import { proposingUnopposed, removingPositions } from './decisions/decisionsFollow.ts';
import { meetingsHandlers } from './meetings/meetings.handlers.ts';
import { minutesHandlers } from './minutes/minutes.handlers.ts';
import { organisationHandlers } from './organisation/organisation.handlers.ts';
import { papersHandlers } from './papers/papers.handlers.ts';
import { carryingPapers, removingPapers } from './papers/papersFollowItem.ts';
import type { Handlers } from './platform/commands/handler.ts';
import {
  endingOwnPresentation,
  endingPresentation,
  endingShownPaper,
  presentationHandlers,
} from './presentation/presentation.handlers.ts';
import { speakersHandlers } from './speakers/speakers.handlers.ts';
import {
  endingSpeech,
  leavingItem,
  leavingQueue,
  registeringWish,
  removingRequests,
} from './speakers/speakersFollow.ts';
import { endingVotes, votesHandlers } from './votes/votes.handlers.ts';

/** One handler for every command; a missing one does not compile. */
export const handlers: Handlers = {
  ...organisationHandlers,
  ...meetingsHandlers,
  ...agendaHandlers,
  ...attendanceHandlers,
  ...substitutesHandlers,
  ...admissionHandlers,
  ...papersHandlers,
  ...decisionsHandlers,
  ...presentationHandlers,
  ...speakersHandlers,
  ...votesHandlers,
  ...minutesHandlers,
  ...assignmentsHandlers,
  'meetings.open': proposingUnopposed(recordingQuorum(meetingsHandlers['meetings.open'])),
  'meetings.close': endingVotes(
    endingPresentation(endingSpeech(endingItem(endingPresence(meetingsHandlers['meetings.close'])))),
  ),
  'meetings.withdrawInvitation': leavingQueue(
    endingAdmission(meetingsHandlers['meetings.withdrawInvitation']),
  ),
  'attendance.declareRecusal': endingOwnPresentation(
    leavingItem(admissionHandlers['attendance.declareRecusal']),
  ),
  'papers.remove': endingShownPaper(papersHandlers['papers.remove']),
  'decisions.takePosition': registeringWish(decisionsHandlers['decisions.takePosition']),
  'agenda.advance': endingSpeech(agendaHandlers['agenda.advance']),
  'agenda.removeItem': removingRequests(
    removingPositions(removingPapers(removingAdmissions(agendaHandlers['agenda.removeItem']))),
  ),
  'agenda.carryOver': endingSpeech(carryingPapers(carryingRecusals(agendaHandlers['agenda.carryOver']))),
};
