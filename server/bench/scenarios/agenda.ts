import { setTimeout as delay } from 'node:timers/promises';
import type { HallState } from '../load/listeners.child.ts';
import { Child } from '../measure/child.ts';
import { contest, cpuOf } from '../measure/contest.ts';
import { compared, errors, median, percentile, type Row, spread } from '../measure/report.ts';
import { type Meeting, openMeeting } from '../product/meeting.ts';
import { RunningProduct } from '../product/product.ts';
import type { Options } from './options.ts';

/** Changes before the first measured one, so that compilers have warmed up. */
const warmUp = 25;

/** Meetings at the same time, each with so many people, and how often each goes on to its next item. */
const parallel = { meetings: 10, participants: 50, everyMs: 400 };

/** What the wire of one change may weigh. */
const payloadBytes = 310;

/**
 * The chair goes on to the next item: one command, committed and synced, and everybody has it. Beside a server that does
 * no more than store and send.
 */
export async function agenda(options: Options): Promise<Row[]> {
  const product = await RunningProduct.start();
  const anchor = new Child(new URL('../anchors/storing.child.ts', import.meta.url));
  const clients = new Child(new URL('../load/listeners.child.ts', import.meta.url));
  try {
    const meeting = await openMeeting(product, options.participants);
    const own = await Hall.enter(clients, product, meeting, 'product');
    await own.advance(warmUp);
    const { payload } = await own.state();
    const { connectionString, database } = product;
    const origin = await anchor.ask<string>('start', { payload, connectionString });
    const other = await Hall.enter(clients, { origin }, meeting, 'ws');
    await anchor.ask('begin');
    await other.advance(warmUp);
    const results = await contest(options.repetitions, {
      product: () => measure(own, options.events, [product.pid, database.pid]),
      anchor: () => measure(other, options.events, [anchor.pid, database.pid]),
    });
    const bytes = Buffer.byteLength(JSON.stringify(['event', payload])) + 2;
    return [
      ...rowsOf(options.participants, results, bytes),
      ...(await manyMeetings(product, clients, options)),
    ];
  } finally {
    for (const child of [clients, anchor]) await child.stop();
    await product.stop();
  }
}

/** What one repetition of one contender came to. */
type Result = { milliseconds: number[]; cpu: number; missing: number; wrong: number };

async function measure(hall: Hall, events: number, pids: number[]): Promise<Result> {
  const { wrong } = await hall.state();
  let moves: Moves = { milliseconds: [], missing: 0 };
  const cpu = await cpuOf(pids, async () => {
    moves = await hall.advance(events);
  });
  return { ...moves, cpu: cpu / events, wrong: (await hall.state()).wrong - wrong };
}

type Moves = { milliseconds: number[]; missing: number };

/** Everybody of one meeting, connected to one server. */
class Hall {
  readonly #clients: Child;
  readonly #meeting: Meeting;
  readonly #name: string;
  #moves = 0;

  static async enter(
    clients: Child,
    { origin }: { origin: string },
    meeting: Meeting,
    kind: 'product' | 'ws',
  ): Promise<Hall> {
    const hall = new Hall(clients, meeting, `${kind} ${meeting.id}`);
    const { cookies, stream } = meeting;
    await clients.ask('enter', { hall: hall.#name, kind, origin, cookies, stream });
    return hall;
  }

  private constructor(clients: Child, meeting: Meeting, name: string) {
    this.#clients = clients;
    this.#meeting = meeting;
    this.#name = name;
  }

  /**
   * Goes from item to item, each when everybody has the last. The organisers take turns: no person may ask as fast as
   * this does.
   */
  async advance(count: number, everyMs = 0): Promise<Moves> {
    const moves: Moves = { milliseconds: [], missing: 0 };
    for (let at = 0; at < count; at += 1) {
      const { itemIds, organisers, stream } = this.#meeting;
      const move = this.#moves++;
      const input = { itemId: itemIds[move % itemIds.length] };
      const message = { stream, name: 'agenda.advance', input };
      const asked = { hall: this.#name, client: move % organisers, message };
      const { sentAt, seq } = await this.#clients.ask<{ sentAt: number; seq: number }>('command', asked);
      const last = await this.#clients.ask<{ lastAt: number; missing: number }>('arrived', {
        hall: this.#name,
        seq,
      });
      moves.milliseconds.push(last.lastAt - sentAt);
      moves.missing += last.missing;
      if (everyMs > 0) await delay(Math.max(0, everyMs - moves.milliseconds.at(-1)!));
    }
    return moves;
  }

  state(): Promise<HallState> {
    return this.#clients.ask('state', { hall: this.#name });
  }
}

/** One meeting alone and ten at once, each at the pace at which nobody waits for themselves. */
async function manyMeetings(
  product: RunningProduct,
  clients: Child,
  { repetitions, events }: Options,
): Promise<Row[]> {
  const halls: Hall[] = [];
  for (let at = 0; at < parallel.meetings; at += 1) {
    const meeting = await openMeeting(product, parallel.participants);
    halls.push(await Hall.enter(clients, product, meeting, 'product'));
  }
  const count = Math.max(1, Math.ceil(events / parallel.meetings));
  for (const hall of halls) await hall.advance(3);
  const { together, alone } = await contest(repetitions, {
    together: () =>
      Promise.all(
        halls.map(async (hall, index) => {
          await delay((parallel.everyMs / halls.length) * index);
          return hall.advance(count, parallel.everyMs);
        }),
      ),
    alone: async () => [await halls[0]!.advance(count * 2, parallel.everyMs / 2)],
  });
  const all = (results: Moves[][]) => results.flat().flatMap(({ milliseconds }) => milliseconds);
  const missing = (results: Moves[][]) => results.flat().reduce((sum, result) => sum + result.missing, 0);
  const row = (metric: string, figure: (results: Moves[][]) => number) => ({
    scenario: 'agenda',
    participants: parallel.meetings * parallel.participants,
    metric,
    product: figure(together),
    anchor: figure(alone),
  });
  return [
    compared(
      row('ten meetings at once beside one alone, p50, ms', results => median(all(results))),
      1.2,
    ),
    errors(row('missing in them', missing)),
  ];
}

function rowsOf(participants: number, results: Record<'product' | 'anchor', Result[]>, bytes: number): Row[] {
  const row = (metric: string, figure: (results: Result[]) => number) => ({
    scenario: 'agenda',
    participants,
    metric,
    product: figure(results.product),
    anchor: figure(results.anchor),
  });
  const at = (share: number) => (all: Result[]) =>
    percentile(
      all.flatMap(result => result.milliseconds),
      share,
    );
  const sum = (field: 'missing' | 'wrong') => (all: Result[]) =>
    all.reduce((total, result) => total + result[field], 0);
  const cpu = (all: Result[]) => all.map(result => result.cpu);
  return [
    compared(row('sent to the last has it, p50, ms', at(0.5)), 1.25),
    compared(row('sent to the last has it, p99, ms', at(0.99)), 2),
    compared(
      row('server and PostgreSQL CPU a command, us', all => median(cpu(all))),
      null,
    ),
    // Above 1.5 the machine was too busy for the figures to count.
    compared(
      row('worst / best repetition of the CPU', all => spread(cpu(all))),
      null,
    ),
    compared({ ...row('bytes of the message', () => bytes), anchor: payloadBytes }, 1),
    errors(row('missing deliveries', sum('missing'))),
    errors(row('deliveries repeated or out of order', sum('wrong'))),
  ];
}
