import { minutesFragment } from '@nghisu/shared/minutes/document/schema.ts';
import type { AsideText } from '@nghisu/shared/minutes/minutes.records.ts';
import * as Y from 'yjs';

type Section = AsideText['sections'][number];
/** Runs of characters by their writer; `from` is where a run begins in the writer's own counting. */
type Characters = Map<number, { readonly from: number; readonly text: string }[]>;

/** What an update is worth beside those that came from the same person before it. */
export type Weight = {
  /** It brings characters, and not all of them are in one of the others. */
  readonly isNews: boolean;
  /** The others, by index, whose characters are all in it. */
  readonly holds: readonly number[];
};

/** Weighs an update against earlier ones. One that cannot be read is worth keeping as it is. */
export function weigh(update: Uint8Array, earlier: readonly Uint8Array[]): Weight {
  const own = charactersOf(update);
  if (!own) return { isNews: true, holds: [] };
  const others = earlier.map(charactersOf);
  const isNews = own.size > 0 && !others.some(other => other !== null && isWithin(own, other));
  const holds = others.flatMap((other, index) => (other !== null && isWithin(other, own) ? [index] : []));
  return { isNews, holds: isNews ? holds : [] };
}

/**
 * The lines of a complete document that the present text lacks, section by section. Null where the bytes are no
 * complete document. Nothing of it is ever merged: its structure may contradict that of the present text.
 */
export function linesBeyond(update: Uint8Array, present: readonly Section[]): Section[] | null {
  const doc = emptyDoc();
  try {
    Y.applyUpdate(doc, update);
  } catch {
    return null;
  }
  if (isPending(doc)) return null;
  const known = Map.groupBy(
    present.flatMap(({ itemId, lines }) => lines.map(line => `${itemId} ${line}`)),
    line => line,
  );
  const sections = linesOf(doc, item => (item.deleted ? null : 0)).map(({ itemId, lines }) => ({
    itemId,
    lines: lines.filter(line => known.get(`${itemId} ${line}`)?.pop() === undefined),
  }));
  return sections.filter(section => section.lines.length > 0);
}

/** Every line of the stored text, section by section. */
export function presentLines(updates: readonly Uint8Array[]): Section[] {
  return linesOf(docOf(updates), item => (item.deleted ? null : 0));
}

/**
 * The characters that an update would add to the stored text, as lines in the sections where they would stand; those
 * whose place is no more come last, without a section. Null where the bytes are no update.
 */
export function linesBrought(update: Uint8Array, stored: readonly Uint8Array[]): Section[] | null {
  const doc = docOf(stored);
  const before = Y.decodeStateVector(Y.encodeStateVector(doc));
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
    Y.applyUpdate(doc, update);
  } catch {
    return null;
  }
  const own = Y.mergeDeleteSets([decoded.ds]);
  const known = (client: number): number => before.get(client) ?? 0;
  // What its writer did not delete counts, though its place may be gone.
  const placed = linesOf(doc, ({ id, length }) =>
    Y.isDeleted(own, id) || id.clock + length <= known(id.client)
      ? null
      : Math.max(0, known(id.client) - id.clock),
  );
  const lost = decoded.structs
    .filter(struct => struct.id.clock + struct.length > known(struct.id.client) && isLost(doc, struct.id))
    .filter(({ id }) => !Y.isDeleted(own, id))
    .flatMap(struct => textOf(struct)?.split('\n') ?? [])
    .filter(line => line.trim() !== '');
  return lost.length > 0 ? [...placed, { itemId: null, lines: lost }] : placed;
}

// Without the collection of garbage: what stands in a deleted place can still be read.
function emptyDoc(): Y.Doc {
  const doc = new Y.Doc({ gc: false });
  doc.getXmlFragment(minutesFragment);
  return doc;
}

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = emptyDoc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

const isPending = ({ store }: Y.Doc): boolean => store.pendingStructs !== null || store.pendingDs !== null;

/** True where the character never came into the document: its place is no more, or what it builds on is not here. */
const isLost = ({ store }: Y.Doc, id: Y.ID): boolean =>
  id.clock >= Y.getState(store, id.client) || !(Y.getItem(store, id) instanceof Y.Item);

const textOf = (struct: unknown): string | null =>
  struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : null;

type Place = { readonly section: string | null; readonly block: object };

/**
 * The text of the items that `from` lets through, beginning at the character it names, as lines in document order. Not
 * recursive: what was set aside may be nested without end.
 */
function linesOf(doc: Y.Doc, from: (item: Y.Item) => number | null): Section[] {
  const blocks = new Map<object, { section: string | null; text: string }>();
  const add = ({ section, block }: Place, text: string): void => {
    const line = blocks.get(block) ?? { section, text: '' };
    line.text += text;
    blocks.set(block, line);
  };
  const fragment = doc.getXmlFragment(minutesFragment);
  const open: { item: Y.Item | null; place: Place }[] = [
    { item: fragment._start, place: { section: null, block: fragment } },
  ];
  for (let at = open.pop(); at; at = open.pop()) {
    const { item, place } = at;
    if (!item) continue;
    open.push({ item: item.right, place });
    const start = from(item);
    const text = textOf(item);
    if (text !== null && start !== null) add(place, text.slice(start));
    if (!(item.content instanceof Y.ContentType)) continue;
    const { type } = item.content;
    if (type instanceof Y.XmlElement && type.nodeName === 'hardBreak' && start !== null) add(place, '\n');
    open.push({ item: type._start, place: placeIn(type, place) });
  }
  return sectionsOf(blocks.values());
}

function placeIn(type: Y.ContentType['type'], place: Place): Place {
  if (!(type instanceof Y.XmlElement)) return place;
  // Not `getAttribute`, which knows nothing of what was deleted.
  const itemId: unknown = type._map.get('itemId')?.content.getContent()[0];
  if (type.nodeName === 'section' && typeof itemId === 'string') return { section: itemId, block: type };
  return { ...place, block: type };
}

function sectionsOf(blocks: Iterable<{ readonly section: string | null; readonly text: string }>): Section[] {
  const sections = new Map<string | null, string[]>();
  for (const { section, text } of blocks) {
    const lines = text.split('\n').filter(line => line.trim() !== '');
    if (lines.length > 0) sections.set(section, [...(sections.get(section) ?? []), ...lines]);
  }
  return [...sections].map(([itemId, lines]) => ({ itemId, lines }));
}

/** The characters of an update that it does not delete itself; null where it cannot be read. */
function charactersOf(update: Uint8Array): Characters | null {
  const clients: Characters = new Map();
  try {
    const { structs, ds } = Y.decodeUpdate(update);
    const own = Y.mergeDeleteSets([ds]);
    for (const struct of structs) {
      const text = textOf(struct);
      if (text === null || Y.isDeleted(own, struct.id)) continue;
      const { client, clock } = struct.id;
      const runs = clients.get(client) ?? [];
      const last = runs.at(-1);
      const isNext = last && last.from + last.text.length === clock;
      if (isNext) runs.splice(-1, 1, { from: last.from, text: last.text + text });
      else runs.push({ from: clock, text });
      clients.set(client, runs);
    }
  } catch {
    return null;
  }
  return clients;
}

// The characters themselves are compared: two pasts of one text may have used the same numbers for other words.
const isWithin = (inner: Characters, outer: Characters): boolean =>
  [...inner].every(([client, runs]) =>
    runs.every(run =>
      outer
        .get(client)
        ?.some(({ from, text }) => from <= run.from && text.startsWith(run.text, run.from - from)),
    ),
  );
