import type { SpeakerRequest } from '@nghisu/shared/speakers/speakers.records.ts';
import { and, eq } from 'drizzle-orm';
import type { Reader, Tx } from '../platform/database/db.ts';
import { instant } from '../platform/database/instants.ts';
import { speakerRequests } from './speakers.tables.ts';

const toRecord = (row: typeof speakerRequests.$inferSelect): SpeakerRequest => ({
  kind: 'speakerRequest',
  ...row,
  requestedAt: instant(row.requestedAt),
  spokeAt: instant(row.spokeAt),
  startedAt: instant(row.startedAt),
});

/** Every request of a meeting, whatever became of it, in no order. */
export async function requestsOfMeeting(db: Reader, meetingId: string): Promise<SpeakerRequest[]> {
  const rows = await db.select().from(speakerRequests).where(eq(speakerRequests.meetingId, meetingId));
  return rows.map(toRecord);
}

/** Every request to speak to one item of the meeting, in no order. */
export async function requestsOfItem(
  db: Reader,
  meetingId: string,
  agendaItemId: string,
): Promise<SpeakerRequest[]> {
  const rows = await db
    .select()
    .from(speakerRequests)
    .where(and(eq(speakerRequests.meetingId, meetingId), eq(speakerRequests.agendaItemId, agendaItemId)));
  return rows.map(toRecord);
}

/** The request, or null. */
export async function requestById(db: Reader, id: string): Promise<SpeakerRequest | null> {
  const rows = await db.select().from(speakerRequests).where(eq(speakerRequests.id, id));
  return rows[0] ? toRecord(rows[0]) : null;
}

/** The request whose person has the floor of the meeting, or null. */
export async function speakingRequest(db: Reader, meetingId: string): Promise<SpeakerRequest | null> {
  const rows = await db
    .select()
    .from(speakerRequests)
    .where(and(eq(speakerRequests.meetingId, meetingId), eq(speakerRequests.state, 'speaking')));
  return rows[0] ? toRecord(rows[0]) : null;
}

export async function insertRequest(tx: Tx, request: SpeakerRequest): Promise<void> {
  const { kind: _, ...row } = request;
  await tx.insert(speakerRequests).values(row);
}

/** Writes the fields that changed and answers the request as it is now. */
export async function changeRequest(
  tx: Tx,
  id: string,
  changed: Partial<Omit<SpeakerRequest, 'kind' | 'id'>>,
): Promise<SpeakerRequest> {
  const rows = await tx.update(speakerRequests).set(changed).where(eq(speakerRequests.id, id)).returning();
  return toRecord(rows[0]!);
}

/** Takes all requests of an item away; answers their ids. */
export async function deleteRequestsOfItem(
  tx: Tx,
  meetingId: string,
  agendaItemId: string,
): Promise<string[]> {
  const rows = await tx
    .delete(speakerRequests)
    .where(and(eq(speakerRequests.meetingId, meetingId), eq(speakerRequests.agendaItemId, agendaItemId)))
    .returning({ id: speakerRequests.id });
  return rows.map(row => row.id);
}
