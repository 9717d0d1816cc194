import type { Db } from '../../platform/database/db.ts';
import type { Log } from '../../platform/log.ts';
import type { StoredEvent } from '../../platform/streams/streams.ts';
import type { MinutesLimits } from './limits.ts';
import type { ThreadPool } from './threadPool.ts';

/** What happens at a document and may be counted. */
export type MinutesEvent = {
  readonly type: 'opened' | 'stored' | 'refused' | 'overrun' | 'stranded' | 'compacted' | 'failed';
  readonly meetingId: string;
};

/** What everything around one document works with. */
export type DocumentParts = {
  readonly meetingId: string;
  readonly db: Db;
  readonly log: Log;
  readonly pool: ThreadPool;
  readonly limits: MinutesLimits;
  readonly onEvent: (type: MinutesEvent['type']) => void;
  /** Told of events of the meeting's stream after their commit. */
  readonly publish: (events: readonly StoredEvent[]) => void;
};

/** The document was restored from a backup: what is in memory here is of another past. */
export class OtherGeneration extends Error {}
