import { z } from 'zod';
import { command } from '../platform/commands.ts';
import { instantSchema, line } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';
import { meetingTypeSchema } from './meetings.records.ts';

const details = {
  type: meetingTypeSchema,
  title: line(300),
  startsAt: instantSchema,
  minutesPlanned: z.int().min(5).max(2880),
  roomId: idSchema.nullable(),
  chairId: idSchema,
};

const guestRole = z.enum(['secretary', 'member', 'invitee', 'observer']);

/**
 * Commands of a meeting's life and of its attendee list. A meeting is created by sending `meetings.create` to the
 * stream of an id that the client made. A unit is invited through the person who heads it.
 */
export const meetingsCommands = {
  'meetings.create': command(
    'meeting',
    z.strictObject({ ...details, secretaryIds: z.array(idSchema).min(1).max(10) }),
  ),
  'meetings.changeDetails': command('meeting', z.strictObject(details)),
  'meetings.publish': command('meeting', z.strictObject({})),
  'meetings.cancel': command('meeting', z.strictObject({})),
  'meetings.open': command('meeting', z.strictObject({})),
  'meetings.pause': command('meeting', z.strictObject({})),
  'meetings.resume': command('meeting', z.strictObject({})),
  'meetings.close': command('meeting', z.strictObject({})),
  'meetings.invitePeople': command(
    'meeting',
    z.strictObject({ personIds: z.array(idSchema).min(1).max(500), role: guestRole }),
  ),
  'meetings.inviteUnits': command(
    'meeting',
    z.strictObject({ unitIds: z.array(idSchema).min(1).max(300), role: guestRole }),
  ),
  'meetings.withdrawInvitation': command('meeting', z.strictObject({ personId: idSchema })),
};
