import { isAllowedHref, minutesFragment } from '@nghisu/shared/minutes/document/schema.ts';
import { Editor, type Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { StarterKit } from '@tiptap/starter-kit';
import type { MinutesRoom } from '../room/minutesRoom.svelte.ts';
import { AssignmentMark, type AssignmentMarkOptions } from './assignmentMark.ts';
import { MinutesDocument, MinutesSection, SectionGuard, type SectionOptions } from './section.ts';

/** The nodes and marks of the minutes, the same as the shared allow-list. */
export function minutesExtensions(options: SectionOptions & AssignmentMarkOptions): Extensions {
  return [
    MinutesDocument,
    MinutesSection.configure({ paintHeading: options.paintHeading }),
    SectionGuard,
    AssignmentMark.configure({ stateElement: options.stateElement }),
    StarterKit.configure({
      document: false,
      // Collaboration undoes one's own changes only.
      undoRedo: false,
      code: false,
      codeBlock: false,
      horizontalRule: false,
      trailingNode: false,
      heading: { levels: [2, 3] },
      link: {
        openOnClick: false,
        autolink: false,
        protocols: ['http', 'https'],
        isAllowedUri: url => isAllowedHref(url),
      },
    }),
  ];
}

export type MinutesEditorOptions = SectionOptions &
  AssignmentMarkOptions & {
    readonly element: HTMLElement;
    readonly room: MinutesRoom;
    readonly editable: boolean;
    readonly label: string;
    readonly user: { readonly id: string; readonly name: string; readonly color: string };
    readonly onTransaction: () => void;
  };

/** The editor over a room. One for the life of the room: making it anew would disturb letters being composed. */
export function createMinutesEditor(options: MinutesEditorOptions): Editor {
  return new Editor({
    element: options.element,
    editable: options.editable,
    extensions: [
      ...minutesExtensions(options),
      Collaboration.configure({ document: options.room.doc, field: minutesFragment }),
      CollaborationCaret.configure({ provider: options.room.provider, user: options.user }),
    ],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': options.label,
        spellcheck: 'false',
        lang: 'vi',
      },
    },
    onTransaction: options.onTransaction,
  });
}
