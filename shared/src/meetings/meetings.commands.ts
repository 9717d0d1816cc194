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

/**
 * Commands of a meeting's life. A meeting is created by sending `meetings.create` to the stream of an id that the
 * client made. `advance` makes an item the current one; with null no item is current.
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
  'meetings.advance': command('meeting', z.strictObject({ itemId: idSchema.nullable() })),
  'meetings.pause': command('meeting', z.strictObject({})),
  'meetings.resume': command('meeting', z.strictObject({})),
  'meetings.close': command('meeting', z.strictObject({})),
};
