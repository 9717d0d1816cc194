import { setTimeout as delay } from 'node:timers/promises';
import type { BedMeeting } from '../../bed/meetings.ts';
import type { Person } from '../../bed/people.ts';
import { type HistoryWriter, instant } from '../../history/history.ts';
import type { Random } from '../../random.ts';
import type { Captures } from '../wire/capture.ts';
import { originOf, type Place } from '../wire/place.ts';

type Parts = {
  readonly place: Place;
  readonly person: Person;
  readonly meeting: BedMeeting;
  readonly random: Random;
  readonly history: HistoryWriter;
  readonly captures: Captures;
  readonly pauseMs: number;
};

/** Reads over HTTP what a page would: papers, streams and lists, from any server. */
export class Reader {
  readonly #parts: Parts;
  #isStopping = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async work(): Promise<void> {
    const { random, pauseMs } = this.#parts;
    while (!this.#isStopping) {
      await delay(random.below(2 * pauseMs));
      await this.#read().catch(() => undefined);
    }
  }

  stop(): void {
    this.#isStopping = true;
  }

  async #read(): Promise<void> {
    const { place, person, meeting, random, captures, history } = this.#parts;
    const paths = [
      `/api/streams/${meeting.stream}`,
      `/api/papers/${random.pick(meeting.paperIds)}/file`,
      '/api/assignments',
      '/api/session',
    ];
    const path = random.pick(paths);
    const ofMeeting = path.startsWith('/api/streams') || path.startsWith('/api/papers');
    const answered = await fetch(`${originOf(place, random.below(place.origins.length + 1) - 1)}${path}`, {
      headers: { cookie: person.cookie, ...(random.chance(0.3) && { range: 'bytes=0-2000' }) },
      signal: AbortSignal.timeout(5000),
    });
    captures.take(person.id, JSON.stringify([...answered.headers]));
    captures.take(person.id, new Uint8Array(await answered.arrayBuffer()));
    if (!answered.ok || !ofMeeting) return;
    history.write({
      ...{ f: 'received', at: instant(), actor: `${person.id}@http`, stream: meeting.stream, socket: -1 },
      ...{ epoch: '', from: -1, to: -1, kind: 'snapshot' },
    });
  }
}
