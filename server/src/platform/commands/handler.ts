import type { CommandData, CommandName } from '@nghisu/shared/commands.ts';
import type { Viewer } from '@nghisu/shared/platform/viewer.ts';
import type { PolicySubject } from '@nghisu/shared/policies.ts';
import type { Tx } from '../database/db.ts';
import type { Outcome } from '../streams/streams.ts';

/** All that a handler gets: one transaction, who asks, which stream, and the database's clock. */
export type Context = {
  readonly tx: Tx;
  readonly viewer: Viewer;
  readonly stream: string;
  /** The id behind the stream's kind: the meeting's, the unit's or the person's. */
  readonly subjectId: string;
  /** The database's clock, ISO 8601 in UTC. */
  readonly now: string;
  /** A new random id. */
  readonly newId: () => string;
};

/** What a handler may know before the policy is asked. */
export type Asking = Omit<Context, 'viewer' | 'newId'> & { readonly personId: string };

type Loads<Name extends CommandName> =
  PolicySubject<Name> extends undefined
    ? { readonly subject?: undefined }
    : {
        /** Loads what the policy judges; null is answered as "not found". */
        readonly subject: (asking: Asking, data: CommandData<Name>) => Promise<PolicySubject<Name> | null>;
      };

/**
 * What a command does. `run` writes through the stores and announces every record that changed (S8). `alsoLocks` names
 * other streams that it will write to, read without a lock; should that have changed meanwhile, the command is run anew.
 * `meetingOf` names the meeting in which the viewer's role counts, where the stream itself is no meeting.
 */
export type Handler<Name extends CommandName> = Loads<Name> & {
  readonly alsoLocks?: (asking: Omit<Asking, 'now'>, data: CommandData<Name>) => Promise<readonly string[]>;
  readonly meetingOf?: (asking: Asking, data: CommandData<Name>) => Promise<string | null>;
  readonly run: (context: Context, data: CommandData<Name>) => Promise<readonly Outcome[]>;
};

export type Handlers<Names extends CommandName = CommandName> = { readonly [Name in Names]: Handler<Name> };
