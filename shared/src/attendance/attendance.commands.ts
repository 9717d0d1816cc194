import { z } from 'zod';
import { command } from '../platform/commands.ts';
import { idSchema } from '../platform/ids.ts';

const guestRole = z.enum(['secretary', 'member', 'invitee', 'observer']);

/** Commands of the attendee list. A unit is invited through the person who heads it on the meeting's day. */
export const attendanceCommands = {
  'attendance.invitePeople': command(
    'meeting',
    z.strictObject({ personIds: z.array(idSchema).min(1).max(500), role: guestRole }),
  ),
  'attendance.inviteUnits': command(
    'meeting',
    z.strictObject({ unitIds: z.array(idSchema).min(1).max(300), role: guestRole }),
  ),
  'attendance.withdrawInvitation': command('meeting', z.strictObject({ personId: idSchema })),
};
