import { z } from 'zod';
import { command } from '../platform/commands.ts';

/** Commands of the minutes. `start` opens their text, once; its sections then follow the agenda. */
export const minutesCommands = {
  'minutes.start': command('meeting', z.strictObject({})),
};
