import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { Bed } from '../bed/bed.ts';
import { type Entry, instant } from '../history/history.ts';
import type { Random } from '../random.ts';
import type { Fault } from './fault.ts';

/** An order that nobody has confirmed within so many milliseconds is given up. */
const patienceMs = 25_000;

/**
 * A member is taken out of a meeting under way and invited again: a fault between people. Long enough that what comes
 * after the grace of 5 s is judged.
 */
export function rightsTaken(bed: Bed, random: Random, note: (entry: Entry) => void): Fault {
  const { person, meeting } = random.pick(bed.revocable);
  const origin = random.pick(bed.cluster.nodes).origin;
  const order = (name: string, input: unknown) =>
    confirmed(origin, meeting.organisers[0]!.cookie, { id: newId(), stream: meeting.stream, name, input });
  const told = { person: person.id, meeting: meeting.id };
  return {
    kind: 'rightsTaken',
    target: `${person.name} in ${meeting.id}`,
    holds: ['rights'],
    lasts: random.chance(0.5) ? 7000 : Math.round(random.next() * 1000),
    begin: async () => {
      await order('meetings.withdrawInvitation', { personId: person.id });
      note({ f: 'rights', type: 'revoked', at: instant(), ...told });
    },
    heal: async () => {
      note({ f: 'rights', type: 'restored', at: instant(), ...told });
      await order('meetings.invitePeople', { personIds: [person.id], role: 'member' });
    },
  };
}

/** Gives an order until it is confirmed, always the same one. */
async function confirmed(origin: string, cookie: string, envelope: object): Promise<void> {
  const signal = AbortSignal.timeout(patienceMs);
  for (;;) {
    signal.throwIfAborted();
    const answer = await fetch(`${origin}/api/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(envelope),
      signal: AbortSignal.any([signal, AbortSignal.timeout(3000)]),
    }).catch(() => null);
    if (answer?.ok) return;
    if (answer && answer.status < 500 && answer.status !== 429)
      throw new Error(`${answer.status} ${await answer.text()}`);
    await delay(100);
  }
}
