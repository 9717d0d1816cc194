import { minutesFragment } from '@nghisu/shared/minutes/document/schema.ts';
import * as Y from 'yjs';
import { serverClientId } from '../minutes/document/sections.ts';
import { appendUpdates, createMinutes, lockHead } from '../minutes/minutes.store.ts';
import type { Tx } from '../platform/database/db.ts';
import type { MinutesParagraph, MinutesSection } from './province/minutes.ts';

/** Writes the minutes of a past meeting, the sentences of its assignments marked as such. */
export async function importDemoMinutes(
  tx: Tx,
  meetingId: string,
  sections: readonly MinutesSection[],
): Promise<void> {
  await createMinutes(tx, meetingId);
  const head = await lockHead(tx, meetingId);
  if (head?.seq !== 0) throw new Error(`meeting ${meetingId} has minutes already`);
  const doc = new Y.Doc();
  doc.clientID = serverClientId;
  doc.transact(() => {
    doc.getXmlFragment(minutesFragment).insert(0, sections.map(sectionElement));
  });
  const update = Y.encodeStateAsUpdate(doc);
  await appendUpdates(tx, meetingId, head.generation, [{ update, personId: null }], { sections: true });
}

function sectionElement({ itemId, paragraphs }: MinutesSection): Y.XmlElement {
  const section = new Y.XmlElement('section');
  section.setAttribute('itemId', itemId);
  const written = paragraphs.length > 0 ? paragraphs : [{ text: '', heading: false, ranges: [] }];
  section.insert(0, written.map(paragraphElement));
  return section;
}

function paragraphElement({ text, heading, ranges }: MinutesParagraph): Y.XmlElement {
  const element = new Y.XmlElement(heading ? 'heading' : 'paragraph');
  // Attributes are typed as text by the library; the editor keeps the level as a number.
  if (heading) element.setAttribute('level', 3 as unknown as string);
  const content = new Y.XmlText();
  content.insert(0, text);
  for (const { assignmentId, from, to } of ranges)
    content.format(from, to - from, { assignment: { assignmentId } });
  element.insert(0, [content]);
  return element;
}
