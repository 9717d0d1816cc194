import type { AgendaItem } from '@nghisu/shared/agenda/agenda.records.ts';
import type { Outcome } from '../platform/streams/streams.ts';

/** The new item in the later meeting: the one that the carrying over announced there as planned, last in its agenda. */
export function takenItem(outcomes: readonly Outcome[], meetingId: string): AgendaItem | undefined {
  const own = outcomes.find(outcome => outcome.stream === `meeting:${meetingId}`);
  const items = (own?.changes ?? []).flatMap(change =>
    change.op === 'put' ? [change.record as AgendaItem] : [],
  );
  return items.toSorted((a, b) => b.position - a.position)[0];
}
