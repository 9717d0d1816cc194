/** What may go wrong; each kind of the table is one of these. */
export const faultKinds = [
  'serverKilled',
  'serverFrozen',
  'serverStopped',
  'clockWrong',
  'rollingUpgrade',
  'redisKilled',
  'redisUnreachable',
  'databaseRestarted',
  'databaseSlow',
  'databaseUnreachable',
  'clientsCut',
  'clientsUnreachable',
  'clientsSlow',
  'answersLost',
  'rightsTaken',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** One thing that goes wrong, and how it is put right. */
export type Fault = {
  readonly kind: FaultKind;
  /** What it happens to, as the history names it. */
  readonly target: string;
  /** Parts that no other fault of the same round may touch. */
  readonly holds: readonly string[];
  /** How long it goes on, in milliseconds. */
  readonly lasts: number;
  begin(): Promise<void>;
  /** Puts it right; the parts run again, whether or not everybody has found back to them. */
  heal(): Promise<void>;
};
