import { closingSection } from '@nghisu/shared/minutes/document/schema.ts';
import type { Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { yUndoPluginKey } from '@tiptap/y-tiptap';

/** Lines for one section; `itemId` is null where it is not known which. */
export type InsertedSection = { readonly itemId: string | null; readonly lines: readonly string[] };

/**
 * Adds lines at the ends of their sections, one paragraph each, as one edit of this person that one undo takes back.
 * Where a section is no more or not known they go to `fallbackId`, else to the closing. Answers false where the text has
 * no section at all.
 */
export function insertLines(
  editor: Editor,
  sections: readonly InsertedSection[],
  fallbackId: string | null,
): boolean {
  const { state, view } = editor;
  const paragraph = state.schema.nodes.paragraph!;
  const transaction = state.tr;
  for (const { itemId, lines } of sections) {
    const place = [itemId, fallbackId, closingSection]
      .map(id => sectionNamed(transaction.doc, id))
      .find(found => found !== null);
    if (!place) return false;
    const last = place.node.lastChild;
    const end = place.at + place.node.nodeSize - 1;
    const isBlank = last?.type === paragraph && last.childCount === 0;
    const added = lines.map(line => paragraph.create(null, state.schema.text(line)));
    // The line that an empty section keeps for its writer is written on.
    transaction.replaceWith(isBlank ? end - last.nodeSize : end, end, added);
    transaction.setSelection(
      TextSelection.near(transaction.doc.resolve(transaction.mapping.map(end) - 1), -1),
    );
  }
  // What was typed just before is another edit.
  yUndoPluginKey.getState(state)?.undoManager.stopCapturing();
  view.dispatch(transaction.scrollIntoView());
  yUndoPluginKey.getState(view.state)?.undoManager.stopCapturing();
  return true;
}

function sectionNamed(
  doc: ProseMirrorNode,
  itemId: string | null,
): { node: ProseMirrorNode; at: number } | null {
  let found: { node: ProseMirrorNode; at: number } | null = null;
  doc.forEach((node, at) => {
    if (itemId !== null && node.attrs.itemId === itemId) found ??= { node, at };
  });
  return found;
}
