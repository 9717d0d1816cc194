import type { CommandInput, CommandName } from '@nghisu/shared/commands.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { Vote } from '@nghisu/shared/votes/votes.records.ts';
import { expect } from 'vitest';
import type { AppWorld, TestClient } from '../../test/worlds/appWorld.ts';
import type { MadeMeeting } from '../../test/worlds/world.ts';
import { voteById } from './votes.store.ts';

/** A running meeting with members, and the connection of each, following it. */
export type VotingHall = { meeting: MadeMeeting; members: string[]; voters: TestClient[] };

export async function hallOf(world: AppWorld, count: number): Promise<VotingHall> {
  const members = await Promise.all(Array.from({ length: count }, () => world.person()));
  const meeting = await world.meeting({ members, state: 'running' });
  const voters = await Promise.all(members.map(member => world.client(member)));
  for (const voter of voters) expect(await voter.subscribe(meeting.stream)).toMatchObject({ ok: true });
  return { meeting, members, voters };
}

type Form = Partial<Pick<Vote, 'secret' | 'mayChange' | 'options' | 'takesOpinions' | 'mostChoices'>>;

/**
 * Gives an order without looking at every stream afterwards (S8): turnout and count are told in between, by themselves. The
 * next `world.run` looks at them too.
 */
export const order = <Name extends CommandName>(
  world: AppWorld,
  personId: string,
  stream: string,
  name: Name,
  input: CommandInput<Name>,
): Promise<{ seq: number }> => world.runner.run({ id: newId(), stream, name, input }, personId);

/** A vote that is prepared; answers its id. */
export async function prepared(
  world: AppWorld,
  { secretary, stream }: MadeMeeting,
  form: Form,
): Promise<string> {
  const voteId = newId();
  await world.run(secretary, stream, 'votes.prepare', {
    voteId,
    agendaItemId: null,
    question: 'Thông qua phương án phân bổ dự toán ngân sách',
    ...{ secret: false, options: [], mostChoices: 1, mayChange: false, takesOpinions: false, ...form },
  });
  return voteId;
}

export async function openVote(world: AppWorld, meeting: MadeMeeting, form: Form): Promise<string> {
  const voteId = await prepared(world, meeting, form);
  await order(world, meeting.chair, meeting.stream, 'votes.open', { voteId });
  return voteId;
}

/** The vote once it is counted. */
export async function untilCounted(world: AppWorld, voteId: string): Promise<Vote> {
  await expect
    .poll(async () => (await voteById(world.db, voteId))?.state, { timeout: 15_000 })
    .toBe('closed');
  return (await voteById(world.db, voteId))!;
}
