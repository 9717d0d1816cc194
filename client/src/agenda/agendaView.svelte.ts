import type { AgendaItem } from '@nghisu/shared/agenda/agenda.records.ts';
import { agendaNumbers, agendaOrder, nextItem } from '@nghisu/shared/agenda/agenda.rules.ts';
import type { StreamFeed } from '../platform/feed/streamFeed.svelte.ts';

/** The agenda of one meeting as every screen reads it. */
export class AgendaView {
  readonly #feed: () => StreamFeed | null;

  constructor(feed: () => StreamFeed | null) {
    this.#feed = feed;
  }

  readonly items: readonly AgendaItem[] = $derived.by(() =>
    agendaOrder(this.#feed()?.records('agendaItem') ?? []),
  );
  readonly numbers: ReadonlyMap<string, string> = $derived.by(() => agendaNumbers(this.items));
  readonly current: AgendaItem | null = $derived.by(
    () => this.items.find(item => item.state === 'current') ?? null,
  );
  readonly next: AgendaItem | null = $derived.by(() => nextItem(this.items, this.current?.id ?? null));
  /** Items of the first level: what people count. */
  readonly topCount: number = $derived.by(() => this.items.filter(item => item.parentId === null).length);

  number(id: string | null): string {
    return (id !== null && this.numbers.get(id)) || '';
  }
  byId(id: string | null): AgendaItem | null {
    return this.items.find(item => item.id === id) ?? null;
  }
}
