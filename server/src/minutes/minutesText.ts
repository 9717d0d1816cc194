import { closingSection, openingSection } from '@nghisu/shared/minutes/document/schema.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import * as Y from 'yjs';
import type { Reader, Tx } from '../platform/database/db.ts';
import { documentOf, plainSections, type SectionText } from './document/sections.ts';
import { appendUpdates, createMinutes, lockHead, setMinutesState, wholeDocument } from './minutes.store.ts';

/** The stored text of a meeting's minutes, section by section, without marks. Rejects where there are no minutes. */
export async function readMinutes(db: Reader, meetingId: string): Promise<{ sections: SectionText[] }> {
  const { updates } = await wholeDocument(db, meetingId);
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const { update } of updates) Y.applyUpdate(doc, update);
  });
  return { sections: plainSections(doc) };
}

/**
 * Writes the minutes of a meeting that have no text yet: one paragraph a line, sections in the order given, an empty
 * opening and closing where they are missing.
 */
export async function importMinutes(
  tx: Tx,
  meetingId: string,
  sections: readonly SectionText[],
  state: 'draft' | 'closed' = 'closed',
): Promise<void> {
  await createMinutes(tx, meetingId);
  const head = await lockHead(tx, meetingId);
  if (head?.seq !== 0) throw new AppError('conflict');
  const has = (itemId: string): boolean => sections.some(section => section.itemId === itemId);
  const framed = [
    ...(has(openingSection) ? [] : [{ itemId: openingSection, text: '' }]),
    ...sections,
    ...(has(closingSection) ? [] : [{ itemId: closingSection, text: '' }]),
  ];
  await appendUpdates(tx, meetingId, head.generation, [{ update: documentOf(framed), personId: null }], {
    sections: true,
  });
  if (state === 'closed') await setMinutesState(tx, meetingId, 'closed');
}
