import type { Editor } from '@tiptap/core';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import { sentenceAround } from './sentence.ts';

/** A sentence of the text, held so that it is found again after others have written around it. */
export type SelectedSentence = {
  readonly text: string;
  readonly itemId: string;
  /** Puts the assignment's mark over the sentence; false where the text is no longer there. */
  mark(assignmentId: string): boolean;
};

/** The selected text, or the sentence around the caret; null where there is none, or where it spans sections. */
export function selectedSentence(editor: Editor): SelectedSentence | null {
  const range = rangeOf(editor);
  if (!range) return null;
  const { from, to } = range;
  const { doc } = editor.state;
  const text = doc.textBetween(from, to, ' ').trim();
  const section = doc.resolve(from).node(1);
  if (text === '' || !section || doc.resolve(to).node(1) !== section) return null;
  const held = hold(editor, from, to);
  return {
    text,
    itemId: String(section.attrs.itemId),
    mark(assignmentId) {
      const now = held();
      if (!now || editor.state.doc.textBetween(now.from, now.to, ' ').trim() !== text) return false;
      const mark = editor.schema.marks.assignment!.create({ assignmentId });
      editor.view.dispatch(editor.state.tr.addMark(now.from, now.to, mark));
      return true;
    },
  };
}

function rangeOf(editor: Editor): { from: number; to: number } | null {
  const { selection } = editor.state;
  if (!selection.empty) return { from: selection.from, to: selection.to };
  const { $from } = selection;
  if (!$from.parent.isTextblock) return null;
  const text = $from.parent.textBetween(0, $from.parent.content.size, '\n', '\n');
  const sentence = sentenceAround(text, $from.parentOffset);
  return sentence && { from: $from.start() + sentence.from, to: $from.start() + sentence.to };
}

/** Positions that stay with their letters while others write. */
function hold(editor: Editor, from: number, to: number): () => { from: number; to: number } | null {
  const sync = () => ySyncPluginKey.getState(editor.state);
  const { type, binding } = sync();
  const start = absolutePositionToRelativePosition(from, type, binding.mapping);
  const end = absolutePositionToRelativePosition(to, type, binding.mapping);
  return () => {
    const now = sync();
    const at = relativePositionToAbsolutePosition(now.doc, now.type, start, now.binding.mapping);
    const until = relativePositionToAbsolutePosition(now.doc, now.type, end, now.binding.mapping);
    return at !== null && until !== null && until > at ? { from: at, to: until } : null;
  };
}
