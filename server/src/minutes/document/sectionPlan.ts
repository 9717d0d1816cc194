/** A section as it stands in the text; `empty` where nobody has written anything in it. */
export type PresentSection = { readonly itemId: string; readonly empty: boolean };

/** Which sections to take out, by their place in the text now, and what the text then has to hold, in order. */
export type SectionPlan = { readonly dropped: readonly number[]; readonly order: readonly string[] };

/**
 * Plans how the sections of the text follow the agenda. Missing sections are added where the agenda has them; empty
 * ones are dropped with their item or put in their new place; a section with text is neither dropped nor moved.
 * Answers null where nothing has to change, so that doing it twice is doing it once.
 */
export function planSections(
  present: readonly PresentSection[],
  wanted: readonly string[],
): SectionPlan | null {
  const isExtra = (section: PresentSection, index: number): boolean =>
    section.empty &&
    (!wanted.includes(section.itemId) ||
      present.findIndex(other => other.itemId === section.itemId) !== index);
  const indexes = present.map((_, index) => index).filter(index => !isExtra(present[index]!, index));
  const order = placeAll(
    indexes.map(index => present[index]!),
    wanted,
  );
  const staying = new Set(longestInOrder(indexes, index => order.indexOf(present[index]!.itemId), present));
  const dropped = present.map((_, index) => index).filter(index => !staying.has(index));
  return dropped.length === 0 && order.length === present.length ? null : { dropped, order };
}

/**
 * The sections with text in the order they have, and every other one behind all that the agenda has before it. It
 * depends on nothing but the text and the agenda, so the order that it makes it also leaves alone.
 */
function placeAll(kept: readonly PresentSection[], wanted: readonly string[]): string[] {
  const order = kept.filter(section => !section.empty).map(section => section.itemId);
  wanted.forEach((itemId, index) => {
    if (order.includes(itemId)) return;
    let place = 1 + Math.max(-1, ...wanted.slice(0, index).map(before => order.indexOf(before)));
    // The text of an item that is no more stays with the item before it.
    while (index > 0 && place < order.length && !wanted.includes(order[place]!)) place += 1;
    order.splice(place, 0, itemId);
  });
  return order;
}

/** The heaviest run of sections that already stand in the new order: all with text, and most of the empty ones. */
function longestInOrder(
  indexes: readonly number[],
  placeOf: (index: number) => number,
  present: readonly PresentSection[],
): number[] {
  const weight = (index: number): number => (present[index]!.empty ? 1 : present.length + 1);
  const best: { total: number; run: number[] }[] = [];
  for (const index of indexes) {
    const before = best
      .filter(({ run }) => placeOf(run.at(-1)!) < placeOf(index))
      .reduce((heaviest, one) => (one.total > heaviest.total ? one : heaviest), {
        total: 0,
        run: [] as number[],
      });
    best.push({ total: before.total + weight(index), run: [...before.run, index] });
  }
  return best.reduce((heaviest, one) => (one.total > heaviest.total ? one : heaviest), {
    total: 0,
    run: [] as number[],
  }).run;
}
