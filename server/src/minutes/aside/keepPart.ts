import { drop, put } from '@nghisu/shared/platform/feed.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { Db } from '../../platform/database/db.ts';
import { appendEvents, lockStreams, type StoredEvent } from '../../platform/streams/streams.ts';
import type { Weight } from '../document/asideText.ts';
import { Overrun } from '../storing/documentThread.ts';
import { heldOf, insertPart, type NewPart, partOf, unlistParts } from './aside.store.ts';

export type KeepParts = {
  readonly db: Db;
  readonly meetingId: string;
  /** Told of events after their commit. */
  readonly publish: (events: readonly StoredEvent[]) => void;
  /** Weighs in a thread: nothing that a client sent is decoded elsewhere. */
  readonly weigh: (update: Uint8Array, earlier: readonly Uint8Array[]) => Promise<Weight>;
};

/**
 * Keeps bytes aside for the secretary, once each, and announces it; what a newer part of the same person holds
 * completely leaves the list. Answers false where the person has too much there already: then nothing was kept.
 */
export async function keepPart(parts: KeepParts, part: NewPart): Promise<boolean> {
  const { db, meetingId, publish } = parts;
  const held = await heldOf(db, meetingId, part.personId);
  const { isNews, holds } = await weightOf(
    parts,
    part.update,
    held.map(one => one.update),
  );
  const stream = `meeting:${meetingId}`;
  const { kept, events } = await db.transaction(async tx => {
    const { locked, now } = await lockStreams(tx, [stream]);
    const kept = await insertPart(tx, meetingId, part, isNews);
    if (typeof kept === 'string' || !isNews) return { kept: kept !== 'full', events: [] };
    const gone = await unlistParts(
      tx,
      holds.map(index => held[index]!.id),
    );
    const added = put((await partOf(tx, meetingId, kept.id))!);
    const changes = [added, ...gone.map(id => drop('asidePart', id))];
    const outcome = { stream, type: 'minutes.partSetAside', changes };
    // Nobody's act: the server did it.
    const source = { commandId: newId(), by: null, at: now };
    return { kept: true, events: await appendEvents(tx, locked, [outcome], source) };
  });
  if (events.length > 0) publish(events);
  return kept;
}

async function weightOf(
  { weigh }: KeepParts,
  update: Uint8Array,
  earlier: readonly Uint8Array[],
): Promise<Weight> {
  try {
    return await weigh(update, earlier);
  } catch (error) {
    // Too much work to look into: kept as it came.
    if (error instanceof Overrun) return { isNews: true, holds: [] };
    throw error;
  }
}
