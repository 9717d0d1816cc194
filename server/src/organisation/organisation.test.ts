import type { CommandInput } from '@nghisu/shared/commands.ts';
import { addDays, localDate } from '@nghisu/shared/platform/dates.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../test/worlds/world.ts';
import { createProblemWriter } from '../platform/web/problems.ts';
import { problemMessages } from '../problems.messages.ts';
import { unitById, unitsOf } from './organisation.store.ts';

type UnitInput = CommandInput<'organisation.saveUnit'>;
type PostInput = CommandInput<'organisation.savePost'>;

const today = localDate(new Date());
const yesterday = addDays(today, -1);
const tomorrow = addDays(today, 1);

let world: World;
let administrator: string;
beforeAll(async () => {
  world = await createWorld();
  administrator = await world.person({ roles: ['administrator'] });
});
afterAll(() => world.close());

async function saveUnit(given: Partial<UnitInput> = {}): Promise<string> {
  const id = given.id ?? newId();
  const unit: UnitInput = {
    id,
    name: 'Sở Thử nghiệm',
    shortName: 'STN',
    type: 'department',
    parentId: null,
    order: 1,
    validFrom: '2020-01-01',
    validTo: null,
    ...given,
  };
  await world.run(administrator, 'org', 'organisation.saveUnit', unit);
  return id;
}

async function savePost(given: Pick<PostInput, 'unitId'> & Partial<PostInput>): Promise<string> {
  const id = given.id ?? newId();
  const personId = given.personId ?? (await world.person());
  const post: PostInput = {
    id,
    personId,
    title: 'Giám đốc',
    head: true,
    validFrom: '2020-01-01',
    validTo: null,
    ...given,
  };
  await world.run(administrator, 'org', 'organisation.savePost', post);
  return id;
}

const refused = (reason: string) => ({ code: 'conflict', reason: `organisation.${reason}` });

describe('the tree of units', () => {
  it('takes no unit as its own ancestor, however far below itself the new parent stands', async () => {
    const top = await saveUnit();
    const middle = await saveUnit({ parentId: top });
    const bottom = await saveUnit({ parentId: middle });
    for (const parentId of [top, middle, bottom])
      await expect(saveUnit({ id: top, parentId })).rejects.toMatchObject(refused('unitBelowItself'));
    const alone = newId();
    await expect(saveUnit({ id: alone, parentId: alone })).rejects.toMatchObject(refused('unitBelowItself'));
    expect(await unitById(world.db, alone)).toBeNull();
    expect(await unitById(world.db, top)).toMatchObject({ parentId: null });
  });

  it('lets a unit move to any other place', async () => {
    const [top, other] = [await saveUnit(), await saveUnit()];
    const child = await saveUnit({ parentId: top });
    await saveUnit({ id: child, parentId: other });
    await saveUnit({ id: top, parentId: child });
    expect(await unitById(world.db, top)).toMatchObject({ parentId: child });
  });

  it('knows no parent that does not exist', async () => {
    await expect(saveUnit({ parentId: newId() })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('times of validity', () => {
  it('do not end before they begin; ending on the first day takes an entry back', async () => {
    const dates = { validFrom: today, validTo: yesterday };
    await expect(saveUnit(dates)).rejects.toMatchObject(refused('endsBeforeStart'));
    const unitId = await saveUnit({ validFrom: today, validTo: today });
    await expect(savePost({ unitId, ...dates })).rejects.toMatchObject(refused('endsBeforeStart'));
    await savePost({ unitId, validFrom: tomorrow, validTo: tomorrow });
  });

  it('no post goes on in a unit that has ended; one that ended with it may be entered later', async () => {
    const unitId = await saveUnit({ validTo: yesterday });
    for (const validTo of [null, today])
      await expect(savePost({ unitId, validTo })).rejects.toMatchObject(refused('postOutlastsUnit'));
    await savePost({ unitId, validTo: yesterday });
  });

  it('no unit ends before the posts in it: whoever acts for it would act for nothing', async () => {
    const unitId = await saveUnit();
    const personId = await world.person();
    const id = await savePost({ unitId, personId });
    const end = () => saveUnit({ id: unitId, validTo: today });
    await expect(end()).rejects.toMatchObject({ ...refused('unitHasPosts'), detail: { count: 1 } });
    expect(await unitsOf(world.db, personId)).toHaveLength(1);
    await savePost({ id, unitId, personId, validTo: today });
    await end();
    expect(await unitsOf(world.db, personId)).toEqual([]);
  });

  it('no unit goes on below one that has ended, whichever of the two is saved last', async () => {
    const above = await saveUnit();
    const below = await saveUnit({ parentId: above });
    const end = () => saveUnit({ id: above, validTo: yesterday });
    await expect(end()).rejects.toMatchObject({ ...refused('unitHasUnits'), detail: { count: 1 } });
    await saveUnit({ id: below, parentId: above, validTo: yesterday });
    await end();
    for (const validTo of [null, today]) {
      const later = saveUnit({ id: below, parentId: above, validTo });
      await expect(later).rejects.toMatchObject(refused('unitOutlastsParent'));
    }
  });
});

describe('the refusals', () => {
  it('say in both languages what to do, with their numbers filled in', async () => {
    const unitId = await saveUnit();
    await savePost({ unitId });
    const problem = await saveUnit({ id: unitId, validTo: today }).catch(error => error);
    const writer = createProblemWriter(problemMessages, world.log);
    expect(writer.of(problem, 'vi').title).toBe(
      'Còn 1 chức vụ tại đơn vị có hiệu lực sau ngày này. Kết thúc các chức vụ đó trước.',
    );
    expect(writer.of(problem, 'en').title).toBe(
      'Posts in this unit go on after that day: 1. End them first.',
    );
  });

  it('nobody but an administrator learns of them', async () => {
    const clerk = await world.person({ roles: ['officeStaff', 'monitor'] });
    const id = await saveUnit();
    const unit = { id, name: 'x', shortName: 'x', type: 'department', parentId: id, order: 1 } as const;
    const input = { ...unit, validFrom: today, validTo: yesterday };
    await expect(world.run(clerk, 'org', 'organisation.saveUnit', input)).rejects.toMatchObject({
      code: 'not_found',
      reason: null,
    });
  });
});
