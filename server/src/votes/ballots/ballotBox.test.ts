import { newId } from '@nghisu/shared/platform/ids.ts';
import { answers } from '@nghisu/shared/votes/votes.records.ts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, createAppWorld } from '../../../test/worlds/appWorld.ts';
import type { FileStore } from '../../platform/files/fileStore.ts';
import { diskFiles } from '../../platform/files/files.disk.ts';
import { voteById } from '../votes.store.ts';
import { hallOf, openVote, order, untilCounted } from '../votes.testing.ts';
import { BallotBox } from './ballotBox.ts';
import { BallotKeys } from './ballotKeys.ts';
import { Counting } from './counting.ts';

let world: AppWorld;
let files: FileStore;
beforeAll(async () => {
  world = await createAppWorld();
  files = await diskFiles(`${world.folder}/papers`);
});
afterAll(() => world.close());

/** The box of another process on the same database. */
const boxOf = (): BallotBox => {
  const { db, log } = world;
  return new BallotBox({ db, keys: new BallotKeys(db, files), log, onCast: () => undefined });
};
const ballotFor = (voteId: string, choice: (typeof answers)[number], turn = 1) => ({
  ...{ voteId, ballotId: newId(), turn, choices: [choice], opinion: '' },
});
/** `true` where it was acknowledged. */
const taken = (box: BallotBox, ballot: ReturnType<typeof ballotFor>, personId: string): Promise<boolean> =>
  box.cast(ballot, personId).then(
    () => true,
    () => false,
  );
const hasRows = async (table: string): Promise<boolean> =>
  (await world.db.execute(sql.raw(`select 1 from ${table} limit 1`))).rows.length > 0;

describe('the box', () => {
  it('A9: one voter at two servers, fifty ballots at once: one is taken', async () => {
    const { meeting, members } = await hallOf(world, 1);
    const [one, other] = [boxOf(), boxOf()];
    const voteId = await openVote(world, meeting, { secret: true });
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        taken(at % 2 ? one : other, ballotFor(voteId, 'inFavour'), members[0]!),
      ),
    );
    expect(outcomes.filter(outcome => outcome)).toHaveLength(1);
    await order(world, meeting.chair, meeting.stream, 'votes.close', { voteId });
    expect((await untilCounted(world, voteId)).result?.ballots).toBe(1);
  });

  it.each([false, true])(
    'I7: whatever is acknowledged while the vote closes counts, and nothing else (secret: %s)',
    async secret => {
      const { meeting, members } = await hallOf(world, 12);
      const boxes = [boxOf(), boxOf()];
      for (let round = 0; round < 10; round += 1) {
        const voteId = await openVote(world, meeting, { secret });
        const casting = members.map((member, at) =>
          taken(boxes[at % 2]!, ballotFor(voteId, answers[at % 3]!), member).then(isTaken => ({
            at,
            isTaken,
          })),
        );
        const closing = order(world, meeting.chair, meeting.stream, 'votes.close', { voteId });
        const again = order(world, meeting.secretary, meeting.stream, 'votes.close', { voteId });
        const cast = (await Promise.all(casting)).filter(one => one.isTaken);
        await Promise.all([closing, again]);
        const { result } = await untilCounted(world, voteId);
        const expected = answers.map((_, answer) => cast.filter(one => one.at % 3 === answer).length);
        expect(result?.counts.map(one => one.count)).toEqual(expected);
      }
    },
    120_000,
  );

  it('keeps neither boxes nor keys of a secret vote that is counted', async () => {
    const { meeting, members } = await hallOf(world, 2);
    const voteId = await openVote(world, meeting, { secret: true });
    await boxOf().cast(ballotFor(voteId, 'against'), members[0]!);
    const keys = await world.db.execute<{ otherHalf: string }>(
      sql`select other_half as "otherHalf" from ballot_keys where vote_id = ${voteId}`,
    );
    const otherHalf = keys.rows[0]!.otherHalf;
    expect(await files.size(otherHalf)).toBe(32);
    await order(world, meeting.chair, meeting.stream, 'votes.close', { voteId });
    await untilCounted(world, voteId);
    await expect.poll(() => files.size(otherHalf)).toBeNull();
    expect([await hasRows('sealed_ballots'), await hasRows('ballot_keys')]).toEqual([false, false]);
  });

  it('a count that a crash interrupted is made by the next process, once', async () => {
    const { meeting, members } = await hallOf(world, 2);
    const voteId = await openVote(world, meeting, { secret: true });
    await boxOf().cast(ballotFor(voteId, 'inFavour'), members[0]!);
    await order(world, meeting.chair, meeting.stream, 'votes.close', { voteId });
    const { db, log } = world;
    const published: unknown[] = [];
    const counting = () =>
      new Counting({
        db,
        log,
        keys: new BallotKeys(db, files),
        publish: events => published.push(...events),
      });
    await Promise.all([counting().count(voteId), counting().count(voteId), untilCounted(world, voteId)]);
    expect(published.length).toBeLessThanOrEqual(1);
    expect((await voteById(db, voteId))?.result?.ballots).toBe(1);
  });

  it('cancels a secret vote whose other half of the key is gone, as after a restore: nobody counts it', async () => {
    const { meeting, members } = await hallOf(world, 2);
    const voteId = await openVote(world, meeting, { secret: true });
    await boxOf().cast(ballotFor(voteId, 'inFavour'), members[0]!);
    const { rows } = await world.db.execute<{ half: string }>(
      sql`select other_half as half from ballot_keys where vote_id = ${voteId}`,
    );
    await files.remove(rows[0]!.half);
    await order(world, meeting.chair, meeting.stream, 'votes.close', { voteId });
    await expect.poll(async () => (await voteById(world.db, voteId))?.state).toBe('cancelled');
  });
});
