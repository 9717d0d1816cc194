import { z } from 'zod';
import { command } from '../platform/commands.ts';
import { optionalLine } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';
import { stanceSchema } from './decisions.records.ts';

/**
 * Commands of positions and of the consent block. A position is taken anew until its item is discussed. The block is
 * proposed by itself when the meeting opens; `proposeUnopposed` adds items that became unopposed since. `adoptUnopposed`
 * adopts all the items it names, or, should one not be unopposed any more, none.
 */
export const decisionsCommands = {
  'decisions.takePosition': command(
    'meeting',
    z.strictObject({ agendaItemId: idSchema, stance: stanceSchema, remark: optionalLine(2000) }),
  ),
  'decisions.proposeUnopposed': command('meeting', z.strictObject({})),
  'decisions.pullOut': command('meeting', z.strictObject({ agendaItemId: idSchema })),
  'decisions.putBack': command('meeting', z.strictObject({ agendaItemId: idSchema })),
  'decisions.adoptUnopposed': command(
    'meeting',
    z.strictObject({ agendaItemIds: z.array(idSchema).min(1).max(200) }),
  ),
};
