import { AppError } from '@nghisu/shared/platform/errors.ts';
import { put } from '@nghisu/shared/platform/feed.ts';
import type { Handlers } from '../platform/commands/handler.ts';
import { knownPeople, knownUnits, savePerson, savePost, saveRoom, saveUnit } from './organisation.store.ts';

type Names =
  | 'organisation.saveUnit'
  | 'organisation.savePerson'
  | 'organisation.savePost'
  | 'organisation.saveRoom';

export const organisationHandlers: Handlers<Names> = {
  'organisation.saveUnit': {
    run: async ({ tx }, unit) => {
      if (unit.parentId !== null && !(await knownUnits(tx, [unit.parentId])).size)
        throw new AppError('not_found');
      await saveUnit(tx, unit);
      return [{ type: 'organisation.unitSaved', changes: [put({ kind: 'unit', ...unit })] }];
    },
  },
  'organisation.savePerson': {
    run: async ({ tx }, person) => {
      await savePerson(tx, person);
      return [{ type: 'organisation.personSaved', changes: [put({ kind: 'person', ...person })] }];
    },
  },
  'organisation.savePost': {
    run: async ({ tx }, post) => {
      const known =
        (await knownPeople(tx, [post.personId])).size + (await knownUnits(tx, [post.unitId])).size;
      if (known < 2) throw new AppError('not_found');
      const before = await savePost(tx, post);
      // A post carries rights: its holders, old and new, are judged anew everywhere.
      const rights = before === null ? [post.personId] : [post.personId, before];
      return [{ type: 'organisation.postSaved', changes: [put({ kind: 'post', ...post })], rights }];
    },
  },
  'organisation.saveRoom': {
    run: async ({ tx }, room) => {
      await saveRoom(tx, room);
      return [{ type: 'organisation.roomSaved', changes: [put({ kind: 'room', ...room })] }];
    },
  },
};
