import type { AnyRecord, SyncReply } from '@nghisu/shared/platform/feed.ts';
import { expect } from 'vitest';
import type { Actor } from './actors.ts';
import type { MinutesText } from './writing.ts';

type Held = { seq: number; records: AnyRecord[] };

const inOrder = (records: readonly AnyRecord[]): AnyRecord[] =>
  records.toSorted((a, b) => `${a.kind}/${a.id}`.localeCompare(`${b.kind}/${b.id}`));

/** The records of a stream as the server gives them now to this person. */
export async function served(actor: Actor, stream: string): Promise<Held> {
  const reply = await actor.ask<SyncReply>(`/api/streams/${stream}?since=-1`);
  const records = reply.changes.flatMap(change => (change.op === 'put' ? [change.record] : []));
  return { seq: reply.seq, records: inOrder(records) };
}

/** The records of a stream as this person's page holds them, from the copy that the page keeps of them. */
async function held(actor: Actor, personId: string, stream: string): Promise<Held | null> {
  const copy = await actor.page.evaluate(
    ([database, key]) =>
      new Promise<Held | null>(resolve => {
        const opening = indexedDB.open(database ?? '');
        opening.onerror = () => resolve(null);
        opening.onsuccess = () => {
          const reading = opening.result
            .transaction('streams')
            .objectStore('streams')
            .get(key ?? '');
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result ?? null);
          };
        };
      }),
    [`nghisu-${personId}`, stream],
  );
  return copy && { seq: copy.seq, records: inOrder(copy.records) };
}

/** What the page holds of a stream is, in the end, exactly what the server gives this person. */
export async function expectAgreement(actor: Actor, personId: string, stream: string): Promise<void> {
  const expected = await served(actor, stream);
  await expect
    .poll(() => held(actor, personId, stream), { timeout: 20_000, interval: 250 })
    .toEqual(expected);
}

/** Every command that this actor's page was told is accepted is there: its repeat is answered alike and does nothing. */
export async function expectKept(actor: Actor): Promise<number> {
  for (const { envelope, seq } of actor.tape.acknowledged.values()) {
    const before = await served(actor, envelope.stream);
    const again = await actor.ask<{ seq: number }>('/api/commands', { method: 'POST', data: envelope });
    expect([envelope.name, again.seq]).toEqual([envelope.name, seq]);
    expect(await served(actor, envelope.stream)).toEqual(before);
  }
  return actor.tape.acknowledged.size;
}

/**
 * Every line that a screen has ever called stored is in the final text, grown at its end at most. For lines that are
 * written from left to right.
 */
export function expectStored(stored: readonly MinutesText[], final: MinutesText): void {
  const finalLines = new Map(final.map(({ itemId, lines }) => [itemId, lines]));
  const lost = stored.flat().flatMap(({ itemId, lines }) => {
    const kept = finalLines.get(itemId) ?? [];
    return lines.filter(line => !kept.some(one => one.startsWith(line)));
  });
  expect(stored.length).toBeGreaterThan(0);
  expect(lost).toEqual([]);
}

/** Every line that somebody wrote, in the order of the alphabet. */
export const writtenLines = (text: MinutesText): string[] =>
  text
    .flatMap(({ lines }) => lines)
    .filter(Boolean)
    .toSorted();
