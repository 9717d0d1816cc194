import { minutesMarks, minutesNodes } from '@nghisu/shared/minutes/document/schema.ts';
import { Schema } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { DocumentCopy, type Judgement } from '../documentCopy.ts';
import { documentOf } from '../sections.ts';

export const an = 'an';
export const binh = 'binh';
export const item = '0b7ad0ea-46cb-4f1f-8c69-1b8c2f5a0e11';
export const large = 5 * 1024 * 1024;

/** The minutes of a meeting with one item, as they are stored. */
export const stored = documentOf([
  { itemId: 'opening', text: 'Khai mạc lúc 8 giờ.' },
  { itemId: item, text: 'Giao Sở Tài chính chủ trì.' },
  { itemId: 'closing', text: '' },
]);

export const copyOf = (...updates: Uint8Array[]): DocumentCopy =>
  new DocumentCopy([stored, ...updates], [], large);

/** A person's own document, which starts from what is stored. */
export function device(clientID?: number): Y.Doc {
  const doc = new Y.Doc();
  if (clientID !== undefined) doc.clientID = clientID;
  Y.applyUpdate(doc, stored);
  return doc;
}

/** The update that a change makes. */
export function changeOf(doc: Y.Doc, change: (fragment: Y.XmlFragment) => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(() => change(doc.getXmlFragment('minutes')));
  return Y.encodeStateAsUpdate(doc, before);
}

export const section = (fragment: Y.XmlFragment, index: number): Y.XmlElement =>
  fragment.get(index) as Y.XmlElement;
export const textAt = (fragment: Y.XmlFragment, index: number): Y.XmlText =>
  (section(fragment, index).get(0) as Y.XmlElement).get(0) as Y.XmlText;

export function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}

export const by = (personId: string, mayBind = 256) => ({ personId, mayBind });
export const fate = (judgement: Judgement): string =>
  'refused' in judgement ? judgement.refused : 'accepted';

/** The schema as an editor builds it from the allow-list. */
export const schema = new Schema({
  nodes: {
    ...Object.fromEntries(
      Object.entries(minutesNodes).map(([name, { content, attributes }]) => [
        name,
        {
          content,
          ...(name === 'hardBreak' ? { inline: true, group: 'inline' } : {}),
          attrs: Object.fromEntries(Object.keys(attributes).map(key => [key, { default: null }])),
        },
      ]),
    ),
    text: { group: 'inline' },
  },
  marks: Object.fromEntries(
    Object.entries(minutesMarks).map(([name, attributes]) => [
      name,
      { attrs: Object.fromEntries(Object.keys(attributes).map(key => [key, { default: null }])) },
    ]),
  ),
  topNode: 'doc',
});
