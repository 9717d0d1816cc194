import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  type DoorCodeAnswer,
  doorCodeLength,
  doorCodeLetters,
  doorCodeSeconds,
} from '@nghisu/shared/attendance/doorCode.ts';
import { eq, sql } from 'drizzle-orm';
import type { Db, Reader } from '../../platform/database/db.ts';
import { doorKeys } from '../attendance.tables.ts';

const windowMs = doorCodeSeconds * 1000;

/** The code of one window: an HMAC-SHA-256 over meeting and window, in letters of five bits. */
function codeOf(key: string, meetingId: string, window: number): string {
  const digest = createHmac('sha256', Buffer.from(key, 'hex')).update(`${meetingId} ${window}`).digest();
  return Array.from(digest.subarray(0, doorCodeLength), byte => doorCodeLetters[byte % 32]).join('');
}

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** The code to show at the door now, by the database's clock; the meeting's key is made when it is asked for first. */
export async function doorCodeNow(db: Db, meetingId: string): Promise<DoorCodeAnswer> {
  await db
    .insert(doorKeys)
    .values({ meetingId, key: randomBytes(32).toString('hex') })
    .onConflictDoNothing();
  const rows = await db
    .select({
      key: doorKeys.key,
      now: sql<number>`(extract(epoch from clock_timestamp()) * 1000)::float8`,
    })
    .from(doorKeys)
    .where(eq(doorKeys.meetingId, meetingId));
  const { key, now } = rows[0]!;
  const window = Math.floor(now / windowMs);
  const millisecondsLeft = Math.max(1, Math.ceil((window + 1) * windowMs - now));
  return { code: codeOf(key, meetingId, window), millisecondsLeft };
}

/** Whether a code is that of the present window or of the one before; `now` is the database's clock. */
export async function isDoorCode(db: Reader, meetingId: string, code: string, now: string): Promise<boolean> {
  const rows = await db.select().from(doorKeys).where(eq(doorKeys.meetingId, meetingId));
  const key = rows[0]?.key;
  if (key === undefined) return false;
  const window = Math.floor(Date.parse(now) / windowMs);
  const matches = [window, window - 1].map(one => same(codeOf(key, meetingId, one), code));
  return matches.includes(true);
}
