import { describe, expect, test } from 'vitest';
import { FeedWorld, type PlantedBug } from './streamFeed.model.ts';

const seeds = 200;
const commandsPerRun = 40;

/** One run; answers what went wrong first, or null. */
function run(seed: number, bug: PlantedBug | null = null): string | null {
  const world = new FeedWorld(seed, bug);
  const { random, clients } = world;
  for (let command = 0; command < commandsPerRun; command += 1) {
    world.command();
    if (random.chance(0.2)) world.beat();
    for (let step = random.below(12); step > 0; step -= 1) world.deliver(random.pick(clients), true);
    const client = random.pick(clients);
    if (random.chance(0.05)) client.reconnect();
    else if (random.chance(0.3)) client.send();
  }
  world.settle();
  return world.wrong && `seed ${seed}: ${world.wrong}`;
}

const firstFailure = (bug: PlantedBug): string | null => {
  for (let seed = 1; seed <= seeds; seed += 1) {
    const failure = run(seed, bug);
    if (failure) return failure;
  }
  return null;
};

describe('delivery that loses, repeats, reorders and cuts', () => {
  test('S2, S3, S4, S5, S6: 200 seeds of 40 commands end with every client equal to a fresh snapshot for its role', () => {
    const failures = Array.from({ length: seeds }, (_, index) => run(index + 1)).filter(
      failure => failure !== null,
    );
    expect(failures).toEqual([]);
  });

  test.each<PlantedBug>([
    'unannounced change',
    'catch-up across changed rights',
    'client ignores holes',
    'client believes old answers',
  ])('the fuzz finds a planted bug: %s', bug => {
    expect(firstFailure(bug)).toMatch(/^seed \d+: /);
  });
});
