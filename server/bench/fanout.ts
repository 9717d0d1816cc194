import type { StreamEvent } from '@nghisu/shared/platform/feed.ts';
import { Child } from './child.ts';
import { type Meeting, openMeeting, RunningProduct } from './hall.ts';
import { compared, errors, median, percentile, type Row } from './report.ts';

/** What goes out for one change. */
export type Payload = { stream: string; events: StreamEvent[] };

/** What the clients saw of some changes, each sent when all had the last one. */
export type Round = {
  /** From the sending of the command to its arrival at the last client. */
  milliseconds: number[];
  delivered: number;
  missing: number;
  outOfOrder: number;
  /** The first of what came. */
  payload: Payload | null;
};

export type FanoutOptions = { participants: number; repetitions: number; events: number };

/**
 * The most that the product may need where the anchor needs 1. The anchor only sends, or stores and sends. The product
 * also reads the present roles, judges, changes the agenda, writes log and hash, and has it all on disk before anybody is
 * told: that costs about as much as 400 deliveries, however many there are. Measured on two busy cores before 200 people:
 * 2.9 to send, 2.0 to store and send, 3.2 of the processor's time. More than the target is a step back.
 */
const targetsFor = (participants: number) => {
  const sending = 2 + 400 / participants;
  return { sending, storing: 1 + sending / 2 };
};

/** Changes before the first measured one, so that compilers have warmed up. */
const warmUp = 15;

/** An agenda's order changes before a hall of people, beside plain Socket.IO servers that send the same. */
export async function fanout(options: FanoutOptions): Promise<Row[]> {
  const product = await RunningProduct.start();
  const anchor = new Child('./broadcast.child.ts');
  const clients = new Child('./clients.child.ts');
  try {
    const meeting = await openMeeting(product, options.participants);
    return await compare(options, await enterAll(product, anchor, clients, meeting));
  } finally {
    await clients.stop();
    await anchor.stop();
    await product.stop();
  }
}

/** One server with everybody connected to it. */
type Contender = {
  play(count: number): Promise<Round>;
  /** Microseconds so far. */
  cpu(): Promise<number>;
};

type Contenders = Record<'product' | 'broadcast' | 'stored', Contender>;

async function enterAll(
  product: RunningProduct,
  anchor: Child,
  clients: Child,
  { stream, cookies, itemIds, organisers }: Meeting,
): Promise<Contenders> {
  const contender = (hall: string, messages: object[], cpu: () => Promise<number>): Contender => {
    const commands = messages.map(message => ({ name: 'command', message }));
    return {
      cpu,
      play: count => clients.ask<Round>('round', { hall, commands, count, senders: organisers }),
    };
  };
  const moves = itemIds.map(itemId => {
    const input = { itemId, parentId: null, beforeId: null };
    return { stream, name: 'agenda.moveItem', input };
  });
  await clients.ask('enter', { hall: 'product', origin: product.origin, cookies, stream });
  const own = contender('product', moves, () => product.cpu());
  const { payload } = await own.play(warmUp);
  const { connectionString } = product;
  const origin = await anchor.ask<string>('start', { payload, connectionString });
  await clients.ask('enter', { hall: 'anchor', origin, cookies, stream: null });
  const anchorCpu = () => anchor.ask<number>('cpu');
  const broadcast = contender('anchor', [{ isStored: false }], anchorCpu);
  const stored = contender('anchor', [{ isStored: true }], anchorCpu);
  await broadcast.play(warmUp);
  await stored.play(warmUp);
  return { product: own, broadcast, stored };
}

/** What all repetitions of one contender came to. */
type Tally = { milliseconds: number[]; cpuPerDelivery: number[]; missing: number; outOfOrder: number };

async function compare(
  { participants, repetitions, events }: FanoutOptions,
  contenders: Contenders,
): Promise<Row[]> {
  const names = Object.keys(contenders) as (keyof Contenders)[];
  const tallies = Object.fromEntries(
    names.map(name => [name, { milliseconds: [], cpuPerDelivery: [], missing: 0, outOfOrder: 0 }]),
  ) as unknown as Record<keyof Contenders, Tally>;
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    // Each goes first in turn, so that none has the quiet machine for itself.
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(turn + repetition) % names.length]!;
      await play(contenders[name], events, tallies[name]);
    }
  }
  return rowsOf(participants, tallies);
}

async function play(contender: Contender, events: number, tally: Tally): Promise<void> {
  const before = await contender.cpu();
  const round = await contender.play(events);
  const spent = (await contender.cpu()) - before;
  tally.milliseconds.push(...round.milliseconds);
  tally.cpuPerDelivery.push(spent / round.delivered);
  tally.missing += round.missing;
  tally.outOfOrder += round.outOfOrder;
}

function rowsOf(
  participants: number,
  { product, broadcast, stored }: Record<keyof Contenders, Tally>,
): Row[] {
  const row = (metric: string, figure: (tally: Tally) => number, anchor = broadcast) => ({
    scenario: 'fanout',
    participants,
    metric,
    product: figure(product),
    anchor: figure(anchor),
  });
  const targets = targetsFor(participants);
  const spread = ({ cpuPerDelivery }: Tally) => Math.max(...cpuPerDelivery) / Math.min(...cpuPerDelivery);
  const at = (share: number) => (tally: Tally) => percentile(tally.milliseconds, share);
  return [
    compared(row('last delivery p50, ms', at(0.5)), targets.sending),
    compared(row('last delivery p99, ms', at(0.99)), targets.sending),
    compared(row('last delivery p50, ms, beside store and send', at(0.5), stored), targets.storing),
    compared(row('last delivery p99, ms, beside store and send', at(0.99), stored), targets.storing),
    compared(
      row('server CPU a delivery, us', tally => median(tally.cpuPerDelivery)),
      targets.sending,
    ),
    // Above 1.5 the machine was too busy for the figures to count.
    compared(row('the same, worst / best repetition', spread), null),
    errors(row('missing deliveries', tally => tally.missing)),
    errors(row('deliveries out of order', tally => tally.outOfOrder)),
  ];
}
