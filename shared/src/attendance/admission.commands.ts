import { z } from 'zod';
import { command } from '../platform/commands.ts';
import { line } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';

/**
 * Commands of who takes part in which item. `admit` names all the items that an invitee or observer takes part in from now
 * on, and takes the others away; `admitToAll` opens the whole meeting again.
 */
export const admissionCommands = {
  'attendance.declareRecusal': command(
    'meeting',
    z.strictObject({
      recusalId: idSchema,
      agendaItemId: idSchema,
      personId: idSchema,
      reason: line(1000),
    }),
  ),
  'attendance.endRecusal': command('meeting', z.strictObject({ recusalId: idSchema })),
  'attendance.admit': command(
    'meeting',
    z.strictObject({ personId: idSchema, agendaItemIds: z.array(idSchema).max(200) }),
  ),
  'attendance.admitToAll': command('meeting', z.strictObject({ personId: idSchema })),
};
