/** How large a run is; what `events` counts is the scenario's own. */
export type Options = {
  readonly participants: number;
  readonly repetitions: number;
  readonly events: number;
};
