import { newId } from '@nghisu/shared/platform/ids.ts';
import { answer } from '../../../bench/measure/child.ts';
import type { Person } from '../../bed/people.ts';
import { HistoryWriter } from '../../history/history.ts';
import { type Random, seeded } from '../../random.ts';
import { Captures } from '../wire/capture.ts';
import { historyPath, type Place } from '../wire/place.ts';
import { Commander } from './commander.ts';
import { type Intent, intent, knowledgeOf, memberIntent, organiserIntent, unitIntent } from './intents.ts';

// Everybody who gives commands, in a process of its own.

let commanders: Commander[] = [];
let working: Promise<unknown> = Promise.resolve();
let history: HistoryWriter;
let captures: Captures;

type Start = { place: Place; rate: number };

/** So many of them work that one whose server is away does not slow the others down. */
function start({ place, rate }: Start): void {
  history = new HistoryWriter(historyPath(place, 'commands'));
  captures = new Captures(place, 'commands');
  const actors = actorsOf(place);
  const pauseMs = (1000 * actors.length) / rate;
  commanders = actors.map(
    ({ person, random, next }) =>
      new Commander({ place, history, captures, person, random, pauseMs, next: () => next(random) }),
  );
  working = Promise.all(commanders.map(commander => commander.work()));
}

type Actor = { person: Person; random: Random; next: (random: Random) => Intent | null };

function actorsOf(place: Place): Actor[] {
  const known = place.meetings.map(meeting => knowledgeOf(meeting, place.units));
  const actors: Omit<Actor, 'random'>[] = known.flatMap(one => [
    ...one.meeting.organisers.flatMap(person => {
      const next = (random: Random) => organiserIntent(one, random);
      // In two windows each: with fewer people there would be less to do at once.
      return [
        { person, next },
        { person, next },
      ];
    }),
    ...one.meeting.members
      .slice(2)
      .map(person => ({ person, next: (random: Random) => memberIntent(one, person, random) })),
  ]);
  for (const unit of place.units) {
    for (const person of [unit.head, unit.clerk])
      actors.push({ person, next: random => unitIntent(known, unit, random) });
  }
  actors.push({ person: place.admin, next: keepDirectory });
  return actors.map((actor, at) => ({ ...actor, random: seeded(place.seed, `commander ${at}`) }));
}

const rooms = Array.from({ length: 5 }, () => newId());

function keepDirectory(random: Random): Intent {
  const room = { location: '', capacity: 10 + random.below(90), equipment: [] };
  return intent('org', 'organisation.saveRoom', {
    id: random.pick(rooms),
    name: `Phòng ${random.below(1000)}`,
    ...room,
  });
}

async function quiesce(): Promise<void> {
  for (const commander of commanders) commander.stop();
  await working;
  for (const commander of commanders) commander.close();
  await Promise.all([history.flush(), captures.flush()]);
}

answer({
  start,
  quiesce,
  count: () => commanders.reduce((sum, { sent }) => sum + sent, 0),
});
