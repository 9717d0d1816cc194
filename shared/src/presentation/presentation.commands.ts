import { z } from 'zod';
import { command } from '../platform/commands.ts';
import { idSchema } from '../platform/ids.ts';

/** Commands of showing a paper to the room. Starting takes over from whoever presents. */
export const presentationCommands = {
  'presentation.start': command('meeting', z.strictObject({ paperId: idSchema })),
  'presentation.stop': command('meeting', z.strictObject({})),
};
