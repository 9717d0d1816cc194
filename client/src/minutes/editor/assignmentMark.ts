import { Mark } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';

export type AssignmentMarkOptions = {
  /** Makes the element that shows the live state of an assignment behind its sentence; null where it is not to be seen. */
  readonly stateElement: (assignmentId: string) => HTMLElement | null;
};

const key = new PluginKey<DecorationSet>('assignmentStates');

/** Where each assignment's sentence ends, by assignment: the last marked place. */
function endsOfMarks(doc: ProseMirrorNode): Map<string, number> {
  const ends = new Map<string, number>();
  doc.descendants((node, at) => {
    for (const mark of node.marks) {
      if (mark.type.name === 'assignment') ends.set(String(mark.attrs.assignmentId), at + node.nodeSize);
    }
  });
  return ends;
}

/** A sentence that became an assignment. The text carries the id only; state and words come from the record, live. */
export const AssignmentMark = Mark.create<AssignmentMarkOptions>({
  name: 'assignment',
  inclusive: false,
  addOptions: () => ({ stateElement: () => null }),
  addAttributes: () => ({ assignmentId: { default: null, rendered: false } }),
  // Pasted text is not an assignment, wherever it was copied from.
  parseHTML: () => [],
  renderHTML: ({ mark }) => [
    'span',
    { class: 'assignment', 'data-assignment': String(mark.attrs.assignmentId) },
    0,
  ],
  addProseMirrorPlugins() {
    const { stateElement } = this.options;
    const build = (state: EditorState): DecorationSet => {
      const widgets = [...endsOfMarks(state.doc)].flatMap(([id, at]) => {
        const shown = stateElement(id);
        return shown
          ? [
              Decoration.widget(at, shown, {
                side: -1,
                ignoreSelection: true,
                marks: [],
                key: `${id} ${shown.textContent}`,
              }),
            ]
          : [];
      });
      return DecorationSet.create(state.doc, widgets);
    };
    let view: EditorView | null = null;
    return [
      new Plugin({
        key,
        state: {
          init: (_config, state) => build(state),
          apply: (transaction, before, _old, state) => {
            // While letters are being composed nothing may be put beside them.
            if (view?.composing) return before.map(transaction.mapping, transaction.doc);
            const isAsked = transaction.getMeta(key) === true;
            return transaction.docChanged || isAsked ? build(state) : before;
          },
        },
        props: { decorations: state => key.getState(state) },
        view: own => {
          view = own;
          return {};
        },
      }),
    ];
  },
});

/** Shows the newest states. Waits while letters are being composed. */
export function refreshAssignmentStates(view: EditorView): void {
  if (view.composing) {
    view.dom.addEventListener('compositionend', () => refreshAssignmentStates(view), { once: true });
    return;
  }
  view.dispatch(view.state.tr.setMeta(key, true).setMeta('addToHistory', false));
}
