import { z } from 'zod';
import { command } from '../platform/commands.ts';
import { dateSchema, line, optionalLine } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';
import { recurrenceSchema } from './assignments.records.ts';

const terms = {
  content: line(2000),
  coordinatingUnitIds: z.array(idSchema).max(200),
  dueDate: dateSchema.nullable(),
  recurrence: recurrenceSchema.nullable(),
};
const assignmentId = idSchema;

/**
 * Commands of assignments. `assign` goes to the meeting's stream; all later ones go to the stream of the lead unit,
 * which is the assignment's home.
 */
export const assignmentsCommands = {
  'assignments.assign': command(
    'meeting',
    z.strictObject({
      assignmentId,
      agendaItemId: idSchema.nullable(),
      leadUnitId: idSchema,
      quote: optionalLine(2000),
      ...terms,
    }),
  ),
  'assignments.correct': command(
    'unit',
    z.strictObject({ assignmentId, reason: optionalLine(500), ...terms }),
  ),
  'assignments.accept': command('unit', z.strictObject({ assignmentId, responsibleId: idSchema.nullable() })),
  'assignments.decline': command('unit', z.strictObject({ assignmentId, reason: line(2000) })),
  'assignments.nameResponsible': command('unit', z.strictObject({ assignmentId, responsibleId: idSchema })),
  'assignments.reportProgress': command(
    'unit',
    z.strictObject({ assignmentId, report: line(2000), percent: z.int().min(0).max(99) }),
  ),
  'assignments.submit': command('unit', z.strictObject({ assignmentId, report: line(2000) })),
  'assignments.confirm': command('unit', z.strictObject({ assignmentId, note: optionalLine(2000) })),
  'assignments.return': command('unit', z.strictObject({ assignmentId, reason: line(2000) })),
};
