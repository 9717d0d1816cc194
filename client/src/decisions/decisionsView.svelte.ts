import type { AgendaItem } from '@nghisu/shared/agenda/agenda.records.ts';
import type { ConsentItem, Decision, Position } from '@nghisu/shared/decisions/decisions.records.ts';
import { inBlock } from '@nghisu/shared/decisions/decisions.rules.ts';
import type { StreamFeed } from '../platform/feed/streamFeed.svelte.ts';

/** An item of the consent block with its place in it. */
export type BlockRow = { readonly item: AgendaItem; readonly place: ConsentItem };

/** Positions, consent block and decisions of one meeting, as far as this person may know them. */
export class DecisionsView {
  readonly #feed: () => StreamFeed | null;
  readonly #items: () => readonly AgendaItem[];

  /** `items`: the agenda in its order. */
  constructor(feed: () => StreamFeed | null, items: () => readonly AgendaItem[]) {
    this.#feed = feed;
    this.#items = items;
  }

  readonly positions: readonly Position[] = $derived.by(() => this.#feed()?.records('position') ?? []);
  readonly #places = $derived.by(() => this.#feed()?.records('consentItem') ?? []);
  readonly decisions: readonly Decision[] = $derived.by(() => this.#feed()?.records('decision') ?? []);

  /** What may be adopted together now. */
  readonly unopposed: readonly AgendaItem[] = $derived.by(() => inBlock(this.#items(), this.#places));
  /** The block as it is shown: what was pulled out of it stays in its place until it is discussed. */
  readonly block: readonly BlockRow[] = $derived.by(() => {
    const byItem = new Map(this.#places.map(place => [place.id, place]));
    return this.#items().flatMap(item => {
      const place = byItem.get(item.id);
      return place && item.state === 'planned' ? [{ item, place }] : [];
    });
  });
  /** Items that a decision has been taken on. */
  readonly decided: ReadonlySet<string> = $derived.by(
    () => new Set(this.decisions.flatMap(one => (one.agendaItemId && one.adopted ? [one.agendaItemId] : []))),
  );

  positionsOn(itemId: string): Position[] {
    return this.positions.filter(position => position.agendaItemId === itemId);
  }
  positionOf(itemId: string, personId: string | null): Position | null {
    return this.positionsOn(itemId).find(position => position.personId === personId) ?? null;
  }
  decisionsOn(itemId: string): Decision[] {
    return this.decisions.filter(decision => decision.agendaItemId === itemId);
  }
}
