import { agendaPolicies } from './agenda/agenda.policy.ts';
import { assignmentsPolicies } from './assignments/assignments.policy.ts';
import { admissionPolicies } from './attendance/admission.policy.ts';
import { attendancePolicies } from './attendance/attendance.policy.ts';
import type { CommandName } from './commands.ts';
import { decisionsPolicies } from './decisions/decisions.policy.ts';
import { meetingsPolicies } from './meetings/meetings.policy.ts';
import { minutesPolicies } from './minutes/minutes.policy.ts';
import { organisationPolicies } from './organisation/organisation.policy.ts';
import { papersPolicies } from './papers/papers.policy.ts';
import type { Viewer } from './platform/viewer.ts';
import { presentationPolicies } from './presentation/presentation.policy.ts';
import { speakersPolicies } from './speakers/speakers.policy.ts';
import { votesPolicies } from './votes/votes.policy.ts';

/**
 * Who may run which command. A policy that needs more than the viewer takes a subject, loaded under the stream's
 * lock. A command without a policy does not compile.
 */
export const policies = {
  ...organisationPolicies,
  ...meetingsPolicies,
  ...agendaPolicies,
  ...attendancePolicies,
  ...admissionPolicies,
  ...papersPolicies,
  ...decisionsPolicies,
  ...presentationPolicies,
  ...speakersPolicies,
  ...votesPolicies,
  ...minutesPolicies,
  ...assignmentsPolicies,
} satisfies Record<CommandName, (viewer: Viewer, subject: never) => boolean>;

/** What the policy of a command has to be told beside the viewer; `undefined` where it needs nothing. */
export type PolicySubject<Name extends CommandName> = (typeof policies)[Name] extends (
  viewer: Viewer,
  subject: infer Subject,
) => boolean
  ? unknown extends Subject
    ? undefined
    : Subject
  : undefined;
