import type { Post, Unit } from '@nghisu/shared/organisation/organisation.records.ts';
import { endsBeforeStart, outlasts } from '@nghisu/shared/organisation/organisation.rules.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { put } from '@nghisu/shared/platform/feed.ts';
import type { Handlers } from '../platform/commands/handler.ts';
import type { Tx } from '../platform/database/db.ts';
import {
  countOutlasting,
  isWithin,
  knownPeople,
  savePerson,
  savePost,
  saveRoom,
  saveUnit,
  unitById,
} from './organisation.store.ts';

type Names =
  | 'organisation.saveUnit'
  | 'organisation.savePerson'
  | 'organisation.savePost'
  | 'organisation.saveRoom';

/** The tree stays a tree, and nothing in it goes on under a unit that has ended. */
async function checkParent(tx: Tx, unit: Omit<Unit, 'kind'>): Promise<void> {
  if (unit.parentId === null) return;
  if (unit.parentId === unit.id || (await isWithin(tx, unit.parentId, unit.id)))
    throw new AppError('conflict', 'organisation.unitBelowItself');
  const parent = await unitById(tx, unit.parentId);
  if (!parent) throw new AppError('not_found');
  if (outlasts(unit, parent)) throw new AppError('conflict', 'organisation.unitOutlastsParent');
}

/** A unit ends after the units below it and after the posts in it, so that nobody acts for what is gone. */
async function checkWhatEndsWith(tx: Tx, { id, validTo }: Omit<Unit, 'kind'>): Promise<void> {
  if (validTo === null) return;
  const { units, posts } = await countOutlasting(tx, id, validTo);
  if (units > 0) throw new AppError('conflict', 'organisation.unitHasUnits', { count: units });
  if (posts > 0) throw new AppError('conflict', 'organisation.unitHasPosts', { count: posts });
}

async function checkPost(tx: Tx, post: Omit<Post, 'kind'>): Promise<void> {
  const unit = await unitById(tx, post.unitId);
  if (!unit || (await knownPeople(tx, [post.personId])).size === 0) throw new AppError('not_found');
  if (endsBeforeStart(post)) throw new AppError('conflict', 'organisation.endsBeforeStart');
  if (outlasts(post, unit)) throw new AppError('conflict', 'organisation.postOutlastsUnit');
}

export const organisationHandlers: Handlers<Names> = {
  'organisation.saveUnit': {
    run: async ({ tx }, unit) => {
      if (endsBeforeStart(unit)) throw new AppError('conflict', 'organisation.endsBeforeStart');
      await checkParent(tx, unit);
      await checkWhatEndsWith(tx, unit);
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
      await checkPost(tx, post);
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
