import { z } from 'zod';
import { command } from '../platform/commands.ts';
import { line } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';
import { sha256Schema } from './papers.records.ts';

/**
 * Commands of meeting papers. `papers.attach` names a file that was uploaded before; who did not upload it cannot
 * attach it, so that a known hash opens nothing. `papers.markRead` goes to the reader's own stream.
 */
export const papersCommands = {
  'papers.attach': command(
    'meeting',
    z.strictObject({
      paperId: idSchema,
      agendaItemId: idSchema,
      sha256: sha256Schema,
      title: line(300),
      fileName: line(255),
    }),
  ),
  'papers.rename': command('meeting', z.strictObject({ paperId: idSchema, title: line(300) })),
  'papers.remove': command('meeting', z.strictObject({ paperId: idSchema })),
  'papers.markRead': command(
    'user',
    z.strictObject({ paperId: idSchema, lastPage: z.int().min(1).max(100_000) }),
  ),
};
