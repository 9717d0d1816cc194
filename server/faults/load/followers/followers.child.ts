import { answer } from '../../../bench/measure/child.ts';
import { HistoryWriter } from '../../history/history.ts';
import { seeded } from '../../random.ts';
import { Captures } from '../wire/capture.ts';
import { historyPath, type Place } from '../wire/place.ts';
import { Follower } from './follower.ts';
import { Reader } from './reader.ts';

// Everybody who keeps a meeting in view, in a process of its own.

let history: HistoryWriter;
let captures: Captures;
let followers: Follower[] = [];
let readers: Reader[] = [];

/** Each reads over HTTP so often on average, in milliseconds. */
const readEveryMs = 4000;

function start({ place }: { place: Place }): void {
  history = new HistoryWriter(historyPath(place, 'followers'));
  captures = new Captures(place, 'followers');
  const common = { place, history, captures };
  let number = 0;
  for (const meeting of place.meetings) {
    const { organisers, members, invitees, observers } = meeting;
    for (const person of [
      organisers[0]!,
      organisers[1]!,
      ...members.slice(0, 3),
      ...invitees,
      ...observers,
    ]) {
      const node = (number % (place.origins.length + 1)) - 1;
      const streams = ['org', meeting.stream, `user:${person.id}`];
      followers.push(new Follower({ ...common, person, node, streams }));
      const random = seeded(place.seed, `reader ${number}`);
      readers.push(new Reader({ ...common, person, meeting, random, pauseMs: readEveryMs }));
      number += 1;
    }
  }
  for (const unit of place.units) {
    for (const [person, node] of [[unit.head, 0] as const, [unit.clerk, 1] as const])
      followers.push(
        new Follower({ ...common, person, node, streams: [`unit:${unit.id}`, `user:${person.id}`] }),
      );
  }
  for (const reader of readers) void reader.work();
}

/** Where every copy stands, by stream: done when none is behind what the database has. */
function behind(heads: Record<string, number>): string[] {
  return followers.flatMap(follower =>
    [...follower.copies.values()]
      .filter(copy => copy.state !== 'gone' && (copy.isBehind || copy.seq < (heads[copy.stream] ?? 0)))
      .map(copy => `${copy.stream} at ${copy.seq} (${copy.state}) of ${heads[copy.stream]}`),
  );
}

async function stop(): Promise<void> {
  for (const reader of readers) reader.stop();
  for (const follower of followers) follower.close();
  await Promise.all([history.flush(), captures.flush()]);
  followers = [];
  readers = [];
}

answer({
  start,
  behind,
  held: () => followers.flatMap(follower => follower.held()),
  flush: () => Promise.all([history.flush(), captures.flush()]),
  stop,
});
