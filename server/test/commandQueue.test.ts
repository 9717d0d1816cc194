import { newId } from '@nghisu/shared/platform/ids.ts';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createWorld } from './worlds/world.ts';

it('commands that wait together for a lock that is not to be had are all told so at once, and can be given again', async () => {
  const world = await createWorld();
  const { stream, secretary } = await world.meeting({ state: 'running' });
  const locked = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const holding = world.db.transaction(async tx => {
    await tx.execute(sql`select 1 from streams where id = ${stream} for update`);
    locked.resolve();
    await release.promise;
  });
  await locked.promise;
  const envelopes = Array.from({ length: 6 }, (_, at) => ({
    ...{ id: newId(), stream, name: 'agenda.addItem' },
    input: {
      ...{ itemId: newId(), parentId: null, beforeId: null, title: `Nội dung ${at}` },
      ...{ unitId: null, presenterId: null, minutesPlanned: 5, note: '' },
    },
  }));
  let refused = 0;
  const answers = envelopes.map(envelope =>
    world.runner.run(envelope, secretary).catch((error: { code?: string }) => {
      refused += 1;
      // The first was alone; the second is of those who wait together. Whoever is still to wait would now succeed.
      if (refused === 2) release.resolve();
      return error.code;
    }),
  );
  expect(await Promise.all(answers)).toEqual(envelopes.map(() => 'unavailable'));
  await holding;
  const again = await Promise.all(envelopes.map(envelope => world.runner.run(envelope, secretary)));
  expect(new Set(again.map(({ seq }) => seq)).size).toBe(6);
  await world.close();
});
