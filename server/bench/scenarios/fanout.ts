import type { StreamEvent } from '@nghisu/shared/platform/feed.ts';
import type { StoredEvent } from '../../src/platform/streams/streams.ts';
import type { Kind } from '../load/listeners.child.ts';
import { Child } from '../measure/child.ts';
import { contest, cpuOf } from '../measure/contest.ts';
import { compared, errors, median, percentile, type Row, spread } from '../measure/report.ts';
import { startDatabase } from '../product/database.ts';
import { command, type Meeting, openMeeting } from '../product/meeting.ts';
import type { Options } from './options.ts';

/** Changes before the first measured one, so that compilers have warmed up. */
const warmUp = 30;

/** As many changes as one turn of the event loop may have to tell. */
const burst = 10;

const anchorKinds = ['ws', 'socketio'] as const;

/**
 * One committed change goes to a hall of people: the product, with its bus, streams, rights and a stock client at the
 * other end, beside servers that only send. What the commit before it costs is the scenario `agenda`.
 */
export async function fanout(options: Options): Promise<Row[]> {
  const database = await startDatabase();
  const product = new Child(new URL('../product/app.child.ts', import.meta.url));
  const anchors = anchorKinds.map(() => new Child(new URL('../anchors/broadcast.child.ts', import.meta.url)));
  const clients = new Child(new URL('../load/listeners.child.ts', import.meta.url));
  try {
    const { connectionString, folder } = database;
    const origin = await product.ask<string>('start', { connectionString, folder });
    const meeting = await openMeeting({ origin, connectionString }, options.participants);
    const hall = new Halls(clients, meeting, options);
    const own = await hall.enter('product', product, origin);
    const [ws, socketio] = [
      await hall.enter('ws', anchors[0]!, await anchors[0]!.ask<string>('start', { kind: 'ws' })),
      await hall.enter('socketio', anchors[1]!, await anchors[1]!.ask<string>('start', { kind: 'socketio' })),
    ];
    const results = await contest(options.repetitions, { product: own, ws, socketio });
    return rowsOf(options.participants, results);
  } finally {
    for (const child of [clients, product, ...anchors]) await child.stop();
    await database.stop();
  }
}

/** What one repetition of one contender came to. */
type Result = {
  /** From the sending to the arrival at the last client. */
  milliseconds: number[];
  /** Microseconds of server CPU. */
  single: number;
  inBurst: number;
  missing: number;
  wrong: number;
};

class Halls {
  readonly #clients: Child;
  readonly #meeting: Meeting;
  readonly #options: Options;
  #template: { stream: string; event: StoredEvent } | null = null;

  constructor(clients: Child, meeting: Meeting, options: Options) {
    this.#clients = clients;
    this.#meeting = meeting;
    this.#options = options;
  }

  /** Lets everybody into a server; answers how to play one repetition. */
  async enter(kind: Kind, server: Child, origin: string): Promise<() => Promise<Result>> {
    const { cookies, stream, itemIds } = this.#meeting;
    await this.#clients.ask('enter', { hall: kind, kind, origin, cookies, stream });
    if (!this.#template) {
      // A change as the product made it is what all of them send.
      await command({ origin }, cookies[0]!, stream, 'agenda.advance', { itemId: itemIds[0]! });
      const { seq } = await this.#state(kind);
      await this.#clients.ask('arrived', { hall: kind, seq: seq + 1 });
      const { payload } = await this.#state(kind);
      this.#template = { stream, event: { ...payload!.events[0]!, stream, rights: [] } };
    }
    await server.ask('payload', this.#template);
    let { seq } = this.#template.event;
    const play = async (
      times: number,
      count: number,
    ): Promise<{ missing: number; milliseconds: number[] }> => {
      const milliseconds: number[] = [];
      let missing = 0;
      for (let at = 0; at < times; at += 1) {
        const began = await server.ask<number>('send', { count });
        seq += count;
        const last = await this.#clients.ask<{ lastAt: number; missing: number }>('arrived', {
          hall: kind,
          seq,
        });
        milliseconds.push(last.lastAt - began);
        missing += last.missing;
      }
      return { missing, milliseconds };
    };
    await play(warmUp, 1);
    await play(3, burst);
    return () => this.#measure(kind, server, play);
  }

  async #measure(
    kind: Kind,
    server: Child,
    play: (times: number, count: number) => Promise<{ missing: number; milliseconds: number[] }>,
  ): Promise<Result> {
    const { events, participants } = this.#options;
    const wrongBefore = (await this.#state(kind)).wrong;
    let one = await play(0, 1);
    const single = await cpuOf([server.pid], async () => {
      one = await play(events, 1);
    });
    const bursts = Math.ceil(events / burst);
    let many = one;
    const inBurst = await cpuOf([server.pid], async () => {
      many = await play(bursts, burst);
    });
    return {
      milliseconds: one.milliseconds,
      single: single / events / participants,
      inBurst: inBurst / (bursts * burst) / participants,
      missing: one.missing + many.missing,
      wrong: (await this.#state(kind)).wrong - wrongBefore,
    };
  }

  #state(hall: Kind): Promise<{ seq: number; payload: { events: StreamEvent[] } | null; wrong: number }> {
    return this.#clients.ask('state', { hall });
  }
}

function rowsOf(
  participants: number,
  { product, ws, socketio }: Record<'product' | 'ws' | 'socketio', Result[]>,
): Row[] {
  const row = (metric: string, figure: (results: Result[]) => number, anchor = ws) => ({
    scenario: 'fanout',
    participants,
    metric,
    product: figure(product),
    anchor: figure(anchor),
  });
  const single = (results: Result[]) => median(results.map(result => result.single));
  const inBurst = (results: Result[]) => median(results.map(result => result.inBurst));
  const at = (share: number) => (results: Result[]) =>
    percentile(
      results.flatMap(result => result.milliseconds),
      share,
    );
  const sum = (field: 'missing' | 'wrong') => (results: Result[]) =>
    results.reduce((all, result) => all + result[field], 0);
  return [
    compared(row('server CPU a delivery, us, beside ws', single), participants < 200 ? null : 1),
    compared(row('the same beside Socket.IO', single, socketio), participants < 200 ? null : 1),
    compared(row('the same with ten changes in one turn, beside ws', inBurst), participants < 200 ? null : 1),
    compared(row('last delivery p50, ms, beside ws', at(0.5)), 1.15),
    compared(row('last delivery p99, ms, beside ws', at(0.99)), 1.3),
    // Above 1.5 the machine was too busy for the figures to count.
    compared(
      row('worst / best repetition of the CPU', results => spread(results.map(result => result.single))),
      null,
    ),
    errors(row('missing deliveries', sum('missing'))),
    errors(row('deliveries repeated or out of order', sum('wrong'))),
  ];
}
