import { command } from '../platform/commands.ts';
import { personSchema, postSchema, roomSchema, unitSchema } from './organisation.records.ts';

/** Commands of the directory, all sent to `org`. Saving an id that exists changes it; ids are made by the client. */
export const organisationCommands = {
  'organisation.saveUnit': command('org', unitSchema.omit({ kind: true })),
  'organisation.savePerson': command('org', personSchema.omit({ kind: true })),
  'organisation.savePost': command('org', postSchema.omit({ kind: true })),
  'organisation.saveRoom': command('org', roomSchema.omit({ kind: true })),
};
