import type { EditorView } from '@tiptap/pm/view';

/**
 * Lets the editor see where the caret is now. The browser reports a moved caret in a task of its own, and a busy page
 * gets the next key before that report: "End, Enter" would break the line where the caret was before. Call it ahead of
 * every key that the editor handles; not while letters are being composed.
 */
export function reportCaret(view: EditorView): void {
  if (!view.composing) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
}
