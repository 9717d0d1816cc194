import { AppError } from '@nghisu/shared/platform/errors.ts';
import type { Reader } from '../../platform/database/db.ts';
import { endedAmong } from '../organisation.store.ts';

/** Refuses units that have ended: nothing new is given to them. Unknown ones are for the caller to refuse. */
export async function refuseEnded(db: Reader, unitIds: readonly string[]): Promise<void> {
  const ended = await endedAmong(db, unitIds);
  if (ended.length === 0) return;
  throw new AppError('conflict', 'organisation.unitEnded', { units: ended.join(', ') });
}
