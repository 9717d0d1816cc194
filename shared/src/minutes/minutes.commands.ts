import { z } from 'zod';
import { command } from '../platform/commands.ts';
import { idSchema } from '../platform/ids.ts';

const partInput = z.strictObject({ partId: idSchema });

/**
 * Commands of the minutes. `start` opens their text, once; its sections then follow the agenda. `insertPart` and
 * `dismissPart` say what became of a part that was set aside; its text is kept in either case.
 */
export const minutesCommands = {
  'minutes.start': command('meeting', z.strictObject({})),
  'minutes.insertPart': command('meeting', partInput),
  'minutes.dismissPart': command('meeting', partInput),
};
