import { newId } from '@nghisu/shared/platform/ids.ts';
import type { OwnBallot } from '@nghisu/shared/votes/ballots.ts';
import type { Choice, Vote } from '@nghisu/shared/votes/votes.records.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, createAppWorld, type TestClient } from '../../test/worlds/appWorld.ts';
import { decisionsOf } from '../decisions/decisions.store.ts';
import { voteById } from './votes.store.ts';
import { hallOf, openVote, order, prepared, untilCounted, type VotingHall } from './votes.testing.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world.close());

const refusal = (code: string) => ({ ok: false, problem: { code } });
const cast = (client: TestClient, voteId: string, choice: Choice, more: object = {}): Promise<unknown> =>
  client.socket
    .timeout(10_000)
    .emitWithAck('ballot', { voteId, ballotId: newId(), turn: 1, choices: [choice], ...more });
const voteIn = (client: TestClient, stream: string, voteId: string) =>
  client.records(stream).find(record => (record as Vote).id === voteId) as Vote | undefined;
const ownBallot = async (personId: string, voteId: string): Promise<OwnBallot> => {
  const headers = { cookie: await world.cookieOf(personId) };
  return (await (await fetch(`${world.origin}/api/votes/${voteId}/ballot`, { headers })).json()) as OwnBallot;
};

describe.each([false, true])('a vote (secret: %s)', secret => {
  let hall: VotingHall;
  beforeAll(async () => {
    hall = await hallOf(world, 4);
  });

  it('is known to the room from its opening, counts, and is a decision', async () => {
    const { meeting, members, voters } = hall;
    const watcher = voters[0]!;
    const voteId = await prepared(world, meeting, { secret });
    expect(voteIn(watcher, meeting.stream, voteId)).toBeUndefined();
    await order(world, meeting.chair, meeting.stream, 'votes.open', { voteId });
    await watcher.until('the vote', () => voteIn(watcher, meeting.stream, voteId)?.state === 'open');
    const chair = await world.client(meeting.chair);
    for (const client of [chair, ...voters.slice(0, 3)])
      expect(await cast(client, voteId, 'inFavour')).toEqual({ ok: true });
    expect(await cast(voters[3]!, voteId, 'against')).toEqual({ ok: true });
    await watcher.until('the turnout', () => voteIn(watcher, meeting.stream, voteId)?.turnout === 5);
    expect(voteIn(watcher, meeting.stream, voteId)).toMatchObject({ result: null, rollCall: null });
    await order(world, meeting.chair, meeting.stream, 'votes.close', { voteId });
    const vote = await untilCounted(world, voteId);
    expect(vote.result).toMatchObject({ ballots: 5, base: 5, needed: 3, adopted: true });
    expect(vote.result?.counts.map(one => one.count)).toEqual([4, 1, 0]);
    if (secret) expect(vote.rollCall).toBeNull();
    else expect(vote.rollCall).toHaveLength(5);
    await watcher.until('the result', () => voteIn(watcher, meeting.stream, voteId)?.result !== null);
    const [decision] = (await decisionsOf(world.db, meeting.id)).filter(one => one.voteId === voteId);
    expect(decision).toMatchObject({ adopted: true, tally: { inFavour: 4, against: 1, total: 5 } });
    expect(await ownBallot(members[3]!, voteId)).toEqual({
      ...{ eligible: true, cast: true, turn: 1 },
      choices: secret ? null : ['against'],
    });
  });

  it('takes a ballot once: sent again it changes nothing, another one is refused', async () => {
    const { meeting, voters } = hall;
    const voteId = await openVote(world, meeting, { secret });
    const ballotId = newId();
    for (let time = 0; time < 3; time += 1)
      expect(await cast(voters[0]!, voteId, 'against', { ballotId })).toEqual({ ok: true });
    expect(await cast(voters[0]!, voteId, 'inFavour', { turn: 2 })).toMatchObject(refusal('conflict'));
    await order(world, meeting.chair, meeting.stream, 'votes.close', { voteId });
    const { result } = await untilCounted(world, voteId);
    expect(result?.counts.map(one => one.count)).toEqual([0, 1, 0]);
    // Its answer was lost: it is in the box all the same, also when the box is closed.
    expect(await cast(voters[0]!, voteId, 'against', { ballotId })).toEqual({ ok: true });
    expect(await cast(voters[1]!, voteId, 'against')).toMatchObject(refusal('conflict'));
  });

  it('lets a ballot be changed where it says so: the last turn counts, in whatever order they arrive', async () => {
    const { meeting, voters } = hall;
    const voteId = await openVote(world, meeting, { secret, mayChange: true });
    await cast(voters[0]!, voteId, 'against', { turn: 1 });
    await cast(voters[0]!, voteId, 'inFavour', { turn: 3 });
    expect(await cast(voters[0]!, voteId, 'notVoting', { turn: 2 })).toEqual({ ok: true });
    await order(world, meeting.chair, meeting.stream, 'votes.close', { voteId });
    const { result } = await untilCounted(world, voteId);
    expect(result?.counts.map(one => one.count)).toEqual([1, 0, 0]);
  });

  it('A9: takes no ballot of strangers, secretaries, people removed; for others; with wrong choices; before the opening', async () => {
    const { meeting, members, voters } = hall;
    const early = await prepared(world, meeting, { secret });
    expect(await cast(voters[0]!, early, 'inFavour')).toMatchObject(refusal('not_found'));
    await world.run(meeting.secretary, meeting.stream, 'votes.remove', { voteId: early });
    const voteId = await openVote(world, meeting, { secret });
    const outsiders = [meeting.secretary, await world.person()];
    for (const personId of outsiders)
      expect(await cast(await world.client(personId), voteId, 'inFavour')).toMatchObject(
        refusal('not_found'),
      );
    const hostile: object[] = [
      { choices: [] },
      { choices: ['inFavour', 'against'] },
      { choices: [newId()] },
      { choices: 'inFavour' },
      { voterId: members[1] },
      { weight: 5 },
      { turn: 0 },
      { opinion: 'Tôi có ý kiến khác' },
    ];
    for (const more of hostile)
      expect(await cast(voters[0]!, voteId, 'inFavour', more)).toMatchObject({ ok: false });
    expect(await cast(voters[0]!, newId(), 'inFavour')).toMatchObject(refusal('not_found'));
    await order(world, meeting.secretary, meeting.stream, 'meetings.withdrawInvitation', {
      personId: members[2]!,
    });
    expect(await cast(voters[2]!, voteId, 'inFavour')).toMatchObject(refusal('not_found'));
    await order(world, meeting.chair, meeting.stream, 'votes.close', { voteId });
    expect((await untilCounted(world, voteId)).result?.ballots).toBe(0);
  });
});

describe('the life of a vote', () => {
  it('has one open at a time, needs members and a meeting under way, and is edited before it opens only', async () => {
    const { meeting, voters } = await hallOf(world, 2);
    const first = await openVote(world, meeting, {});
    const second = await prepared(world, meeting, {});
    const chair = await world.client(meeting.chair);
    const asks = (name: string, voteId: string) => chair.command(meeting.stream, name, { voteId });
    expect(await asks('votes.open', second)).toMatchObject(refusal('conflict'));
    expect(await asks('votes.remove', first)).toMatchObject(refusal('conflict'));
    expect(await voters[0]!.command(meeting.stream, 'votes.close', { voteId: first })).toMatchObject(
      refusal('not_found'),
    );
    await order(world, meeting.chair, meeting.stream, 'votes.cancel', { voteId: first });
    await order(world, meeting.chair, meeting.stream, 'votes.open', { voteId: second });
    // Closing the meeting ends the casting; the count comes by itself.
    await order(world, meeting.chair, meeting.stream, 'meetings.close', {});
    expect((await untilCounted(world, second)).result).toMatchObject({ ballots: 0, adopted: false });
    expect((await voteById(world.db, first))?.state).toBe('cancelled');
  });

  it('leaves a tie of a secret vote to the chair, and to nobody else', async () => {
    const { meeting, voters } = await hallOf(world, 2);
    const voteId = await openVote(world, meeting, { secret: true });
    await cast(voters[0]!, voteId, 'inFavour');
    await cast(voters[1]!, voteId, 'against');
    await order(world, meeting.chair, meeting.stream, 'votes.close', { voteId });
    expect((await untilCounted(world, voteId)).result).toMatchObject({ tied: true, adopted: null });
    const input = { voteId, side: 'inFavour' as const };
    const secretary = await world.client(meeting.secretary);
    expect(await secretary.command(meeting.stream, 'votes.breakTie', input)).toMatchObject(
      refusal('not_found'),
    );
    await order(world, meeting.chair, meeting.stream, 'votes.breakTie', input);
    expect((await voteById(world.db, voteId))?.result).toMatchObject({ adopted: true, chosen: 'inFavour' });
    expect(await decisionsOf(world.db, meeting.id)).toHaveLength(1);
  });

  it('chooses among options of its own', async () => {
    const { meeting, voters } = await hallOf(world, 2);
    const options = [newId(), newId()].map((id, at) => ({ id, label: `Phương án ${at + 1}` }));
    const voteId = await openVote(world, meeting, { options, takesOpinions: true });
    const opinion = { opinion: 'Đề nghị làm rõ nguồn vốn' };
    for (const client of voters)
      expect(await cast(client, voteId, options[1]!.id, opinion)).toEqual({ ok: true });
    await order(world, meeting.chair, meeting.stream, 'votes.close', { voteId });
    const vote = await untilCounted(world, voteId);
    expect(vote.result).toMatchObject({ chosen: options[1]!.id, adopted: true });
    expect(vote.rollCall?.[0]).toMatchObject(opinion);
  });
});
