import { z } from 'zod';
import { command } from '../platform/commands.ts';
import { line, optionalLine } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';

const details = {
  title: line(500),
  unitId: idSchema.nullable(),
  presenterId: idSchema.nullable(),
  minutesPlanned: z.int().min(0).max(600),
  note: optionalLine(2000),
};

/**
 * Commands of the agenda. `beforeId` null means last among its siblings. `advance` ends the current item and makes
 * another the current one; with null no item is current.
 */
export const agendaCommands = {
  'agenda.addItem': command(
    'meeting',
    z.strictObject({
      itemId: idSchema,
      parentId: idSchema.nullable(),
      beforeId: idSchema.nullable(),
      ...details,
    }),
  ),
  'agenda.editItem': command('meeting', z.strictObject({ itemId: idSchema, ...details })),
  'agenda.moveItem': command(
    'meeting',
    z.strictObject({ itemId: idSchema, parentId: idSchema.nullable(), beforeId: idSchema.nullable() }),
  ),
  'agenda.removeItem': command('meeting', z.strictObject({ itemId: idSchema })),
  'agenda.advance': command('meeting', z.strictObject({ itemId: idSchema.nullable() })),
  'agenda.carryOver': command('meeting', z.strictObject({ itemId: idSchema, toMeetingId: idSchema })),
};
