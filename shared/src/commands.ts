import type { z } from 'zod';
import { agendaCommands } from './agenda/agenda.commands.ts';
import { assignmentsCommands } from './assignments/assignments.commands.ts';
import { admissionCommands } from './attendance/admission.commands.ts';
import { attendanceCommands } from './attendance/attendance.commands.ts';
import { decisionsCommands } from './decisions/decisions.commands.ts';
import { meetingsCommands } from './meetings/meetings.commands.ts';
import { minutesCommands } from './minutes/minutes.commands.ts';
import { organisationCommands } from './organisation/organisation.commands.ts';
import { papersCommands } from './papers/papers.commands.ts';
import { presentationCommands } from './presentation/presentation.commands.ts';
import { speakersCommands } from './speakers/speakers.commands.ts';
import { votesCommands } from './votes/votes.commands.ts';

/** Every command of the product: the only way to change state. */
export const commands = {
  ...organisationCommands,
  ...meetingsCommands,
  ...agendaCommands,
  ...attendanceCommands,
  ...admissionCommands,
  ...papersCommands,
  ...decisionsCommands,
  ...presentationCommands,
  ...speakersCommands,
  ...votesCommands,
  ...minutesCommands,
  ...assignmentsCommands,
};

export type CommandName = keyof typeof commands;
/** What a caller writes, before defaults and trimming. */
export type CommandInput<Name extends CommandName> = z.input<(typeof commands)[Name]['input']>;
/** What a handler receives, parsed. */
export type CommandData<Name extends CommandName> = z.output<(typeof commands)[Name]['input']>;

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);
