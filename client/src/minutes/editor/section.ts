import { minutesNodes } from '@nghisu/shared/minutes/document/schema.ts';
import { Extension, Node } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/** The document: sections and nothing between them. */
export const MinutesDocument = Node.create({
  name: 'doc',
  topNode: true,
  content: minutesNodes.doc!.content,
});

export type SectionOptions = {
  /** Writes the heading of a section into its element: number and title as the agenda has them now. */
  readonly paintHeading: (itemId: string, heading: HTMLElement) => void;
};

/**
 * One section for each item of the agenda. Its heading is no text: it is painted from the agenda, so that renaming or
 * moving an item shows at once. Sections come from the server only.
 */
export const MinutesSection = Node.create<SectionOptions>({
  name: 'section',
  content: minutesNodes.section!.content,
  isolating: true,
  defining: true,
  selectable: false,
  addOptions: () => ({ paintHeading: () => undefined }),
  addAttributes: () => ({ itemId: { default: null, rendered: false } }),
  parseHTML: () => [],
  renderHTML: () => ['section', 0],
  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement('section');
      const heading = document.createElement('h2');
      heading.contentEditable = 'false';
      const contentDOM = document.createElement('div');
      dom.append(heading, contentDOM);
      const itemId = String(node.attrs.itemId);
      dom.dataset.item = itemId;
      this.options.paintHeading(itemId, heading);
      return {
        dom,
        contentDOM,
        // The heading is ours to repaint; the editor must not take that for typing.
        ignoreMutation: mutation => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
        update: next => next.type === node.type && next.attrs.itemId === itemId,
      };
    };
  },
});

const sectionIds = (doc: ProseMirrorNode): string => {
  const ids: string[] = [];
  doc.forEach(child => void ids.push(String(child.attrs.itemId)));
  return ids.join(' ');
};

const isFromOthers = (transaction: Transaction): boolean => transaction.getMeta(ySyncPluginKey) !== undefined;

/** Typing never removes, joins or doubles a section: the server would refuse the whole change. */
export const SectionGuard = Extension.create({
  name: 'sectionGuard',
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction: (transaction, state) =>
        !transaction.docChanged ||
        isFromOthers(transaction) ||
        sectionIds(transaction.doc) === sectionIds(state.doc),
      appendTransaction: (transactions, _before, state) => {
        const isOwn = transactions.some(transaction => transaction.docChanged && !isFromOthers(transaction));
        if (!isOwn) return null;
        const paragraph = state.schema.nodes.paragraph!;
        const empty: number[] = [];
        state.doc.forEach((child, offset) => {
          if (child.childCount === 0) empty.push(offset + 1);
        });
        if (empty.length === 0) return null;
        // A section emptied by its writer keeps a line to go on writing in.
        return empty.reduceRight((next, at) => next.insert(at, paragraph.create()), state.tr);
      },
    }),
  ],
});
