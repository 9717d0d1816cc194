import { setTimeout as delay } from 'node:timers/promises';
import { answer } from '../../../bench/measure/child.ts';
import { type Entry, HistoryWriter, instant } from '../../history/history.ts';
import { seeded } from '../../random.ts';
import { Captures } from '../wire/capture.ts';
import { historyPath, type Place } from '../wire/place.ts';
import { attackHttp } from './httpAttack.ts';
import { attackMinutes } from './minutesAttack.ts';
import { SocketAttack } from './socketAttack.ts';

// Broken and malicious clients, with accounts and meetings of their own, in a process of its own.

type Door = Extract<Entry, { f: 'hostile' }>['door'];

let history: HistoryWriter;
let captures: Captures;
let isStopping = false;
let working: Promise<unknown> = Promise.resolve();
const tried: Record<Door, number> = { socket: 0, minutes: 0, http: 0 };
let noted: Record<Door, number> = { ...tried };
let timer: NodeJS.Timeout;

/** The parts of all tries that go to each door. */
const parts: Record<Door, number> = { socket: 0.45, http: 0.25, minutes: 0.3 };
/** So many knock at a door at the same time. */
const atOnce: Record<Door, number> = { socket: 1, http: 6, minutes: 10 };

/** `rate`: inputs a second, at all doors together, while nothing fails. */
function start({ place, rate }: { place: Place; rate: number }): void {
  history = new HistoryWriter(historyPath(place, 'hostile'));
  captures = new Captures(place, 'hostile');
  const common = { place, captures };
  const random = seeded(place.seed, 'hostile');
  const sockets = place.hostile.flatMap(person =>
    place.origins.map((_, at) => {
      const own = seeded(place.seed, `${person.username} ${at}`);
      return new SocketAttack({ ...common, person, random: own });
    }),
  );
  const attacks: Record<Door, () => number | Promise<number>> = {
    socket: () => random.pick(sockets).attack(),
    http: () => attackHttp({ ...common, random, person: random.pick(place.hostile) }),
    minutes: () => attackMinutes({ ...common, random, person: random.pick(place.hostile) }),
  };
  const doors = Object.keys(attacks) as Door[];
  const loops = doors.flatMap(door =>
    Array.from({ length: atOnce[door] }, () => keepTrying(door, rate * parts[door], attacks[door])),
  );
  working = Promise.all(loops).then(() => {
    for (const socket of sockets) socket.close();
  });
  timer = setInterval(note, 1000);
}

/** Knocks at a door so that all who do it together try so many inputs a second. */
async function keepTrying(door: Door, rate: number, attack: () => number | Promise<number>): Promise<void> {
  const started = performance.now();
  let own = 0;
  while (!isStopping) {
    const count = await attack();
    own += count;
    tried[door] += count;
    const due = started + (own * 1000 * atOnce[door]) / rate;
    // Nothing is made up for later: after a pause a flood would be another test.
    await delay(Math.max(count === 0 ? 20 : 1, Math.min(1000, due - performance.now())));
  }
}

function note(): void {
  for (const door of Object.keys(tried) as Door[]) {
    const count = tried[door] - noted[door];
    if (count > 0) history.write({ f: 'hostile', at: instant(), door, tried: count });
  }
  noted = { ...tried };
}

async function quiesce(): Promise<void> {
  isStopping = true;
  await working;
  clearInterval(timer);
  note();
  await Promise.all([history.flush(), captures.flush()]);
}

answer({ start, quiesce, count: () => tried });
