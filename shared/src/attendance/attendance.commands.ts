import { z } from 'zod';
import { command } from '../platform/commands.ts';
import { line } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';
import { presenceModeSchema, seatMapSchema } from './attendance.records.ts';
import { doorCodeSchema } from './doorCode.ts';

const person = z.strictObject({ personId: idSchema });
const { rows, columns, seats } = seatMapSchema.shape;

/**
 * Commands of presence. People check themselves in, with a tap or with the code at the door; organisers check others in.
 * `comeBack` goes on in the way in which the person was there before. A substitute comes onto the list by the chair's
 * consent.
 */
export const attendanceCommands = {
  'attendance.checkIn': command('meeting', z.strictObject({ mode: presenceModeSchema })),
  'attendance.checkInByCode': command('meeting', z.strictObject({ code: doorCodeSchema })),
  'attendance.checkInFor': command(
    'meeting',
    z.strictObject({ personId: idSchema, mode: presenceModeSchema }),
  ),
  'attendance.stepOut': command('meeting', person),
  'attendance.comeBack': command('meeting', person),
  'attendance.leave': command('meeting', person),
  'attendance.giveNotice': command('meeting', z.strictObject({ personId: idSchema, reason: line(1000) })),
  'attendance.withdrawNotice': command('meeting', person),
  'attendance.nameSubstitute': command(
    'meeting',
    z.strictObject({ personId: idSchema, substituteId: idSchema }),
  ),
  'attendance.consentToSubstitute': command('meeting', person),
  'attendance.refuseSubstitute': command('meeting', person),
  'attendance.arrangeSeats': command('meeting', z.strictObject({ rows, columns, seats })),
};
