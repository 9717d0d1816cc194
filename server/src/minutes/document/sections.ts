import { minutesFragment } from '@nghisu/shared/minutes/document/schema.ts';
import * as Y from 'yjs';
import { isElement } from './inspection.ts';
import { planSections, type SectionPlan } from './sectionPlan.ts';

/** The Yjs client id under which only the server writes, always under the lock of the document's row. */
export const serverClientId = 1;

/** The text of one section; `itemId` is an agenda item's id, `opening` or `closing`. */
export type SectionText = { readonly itemId: string; readonly text: string };

/** The sections of a document in their order. */
export const sectionsOf = (doc: Y.Doc): Y.XmlElement[] =>
  doc
    .getXmlFragment(minutesFragment)
    .toArray()
    .filter(child => isElement(child));

/** The agenda item that a section belongs to. */
export const itemIdOf = (section: Y.XmlElement): string => section.getAttribute('itemId') ?? '';

/** Every section as plain text: a line for each block, without marks. */
export const plainSections = (doc: Y.Doc): SectionText[] =>
  sectionsOf(doc).map(section => ({ itemId: itemIdOf(section), text: textOfBlock(section).trim() }));

/** What has to change for the sections to follow the agenda, or null. */
export function planFor(doc: Y.Doc, wanted: readonly string[]): SectionPlan | null {
  const present = plainSections(doc).map(({ itemId, text }) => ({ itemId, empty: text === '' }));
  return planSections(present, wanted);
}

/**
 * Brings the sections in line with the agenda and answers the update that did it, or null where nothing was to do.
 * The document has to hold everything that is stored: whoever calls has the lock of its row.
 */
export function followAgenda(doc: Y.Doc, wanted: readonly string[]): Uint8Array | null {
  const plan = planFor(doc, wanted);
  if (!plan) return null;
  return writeAsServer(doc, () => {
    const fragment = doc.getXmlFragment(minutesFragment);
    for (const index of plan.dropped.toReversed()) fragment.delete(index, 1);
    plan.order.forEach((itemId, index) => {
      const there = fragment.get(index);
      if (isElement(there) && itemIdOf(there) === itemId) return;
      fragment.insert(index, [newSection(itemId, [''])]);
    });
  });
}

/** A document that holds nothing but these sections, one paragraph a line, as one update. */
export function documentOf(sections: readonly SectionText[]): Uint8Array {
  const doc = new Y.Doc();
  return writeAsServer(doc, () => {
    const elements = sections.map(({ itemId, text }) => newSection(itemId, text.split('\n')));
    doc.getXmlFragment(minutesFragment).insert(0, elements);
  });
}

function newSection(itemId: string, lines: readonly string[]): Y.XmlElement {
  const section = new Y.XmlElement('section');
  section.setAttribute('itemId', itemId);
  section.insert(
    0,
    lines.map(line => {
      const paragraph = new Y.XmlElement('paragraph');
      if (line !== '') paragraph.insert(0, [new Y.XmlText(line)]);
      return paragraph;
    }),
  );
  return section;
}

function writeAsServer(doc: Y.Doc, write: () => void): Uint8Array {
  const updates: Uint8Array[] = [];
  const collect = (update: Uint8Array): void => void updates.push(update);
  const ordinary = doc.clientID;
  doc.clientID = serverClientId;
  doc.on('update', collect);
  doc.transact(write);
  doc.off('update', collect);
  // Back, or Yjs takes the server's next update from another process for a clash of ids.
  doc.clientID = ordinary;
  return Y.mergeUpdates(updates);
}

const isTextBlock = (element: Y.XmlElement): boolean =>
  element.nodeName === 'paragraph' || element.nodeName === 'heading';

function textOfBlock(element: Y.XmlElement): string {
  const parts = element.toArray().map(child => {
    if (child instanceof Y.XmlText) return plainText(child);
    if (!isElement(child)) return '';
    return child.nodeName === 'hardBreak' ? '\n' : textOfBlock(child);
  });
  return parts.join(isTextBlock(element) ? '' : '\n');
}

// Not `toString`, which writes marks as tags.
const plainText = (text: Y.XmlText): string =>
  (text.toDelta() as { insert?: unknown }[])
    .map(piece => (typeof piece.insert === 'string' ? piece.insert : ''))
    .join('');
