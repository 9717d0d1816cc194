import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { followAgenda, plainSections, serverClientId } from '../sections.ts';
import {
  an,
  binh,
  by,
  changeOf,
  copyOf,
  device,
  fate,
  item,
  schema,
  section,
  stored,
  textAt,
} from './fixture.ts';

describe('what an editor writes', () => {
  const richSection = {
    type: 'section',
    attrs: { itemId: item },
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Kết luận' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Giao ', marks: [{ type: 'bold' }] },
          { type: 'text', text: 'Sở Tài chính', marks: [{ type: 'italic' }, { type: 'underline' }] },
          { type: 'hardBreak' },
          { type: 'text', text: 'chủ trì', marks: [{ type: 'assignment', attrs: { assignmentId: item } }] },
          { type: 'text', text: 'xem', marks: [{ type: 'link', attrs: { href: 'https://chinhphu.vn/x' } }] },
          { type: 'text', text: 'bỏ', marks: [{ type: 'strike' }] },
        ],
      },
      {
        type: 'orderedList',
        attrs: { start: 1 },
        content: [
          {
            type: 'listItem',
            content: [
              { type: 'paragraph', content: [{ type: 'text', text: 'Một' }] },
              { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
            ],
          },
        ],
      },
      { type: 'blockquote', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Trích' }] }] },
    ],
  };

  test('every node and mark of the schema passes, through the binding of the real editor', () => {
    const scratch = new Y.Doc();
    const rich = prosemirrorJSONToYXmlFragment(
      schema,
      { type: 'doc', content: [richSection] },
      scratch.getXmlFragment('minutes'),
    );
    const doc = device();
    const update = changeOf(doc, fragment => {
      const written = (rich.get(0) as Y.XmlElement).toArray().map(child => child.clone() as Y.XmlElement);
      section(fragment, 1).delete(0, 1);
      section(fragment, 1).insert(0, written);
    });
    const copy = copyOf();
    expect(fate(copy.judge(update, by(an)))).toBe('accepted');
    const result = new Y.Doc();
    Y.applyUpdate(result, copy.merged());
    const json = yXmlFragmentToProsemirrorJSON(result.getXmlFragment('minutes')) as { content: unknown[] };
    const node = schema.nodeFromJSON(json);
    expect(() => node.check()).not.toThrow();
    expect(node.child(1).textContent).toBe('Kết luậnGiao Sở Tài chínhchủ trìxembỏMộtTrích');
    expect(plainSections(result)[1]!.text.split('\n')).toEqual([
      'Kết luận',
      'Giao Sở Tài chính',
      'chủ trìxembỏ',
      'Một',
      '',
      'Trích',
    ]);
  });

  test('an update that only deletes is stored, though the state vector stays as it was', () => {
    const doc = device();
    const before = Y.encodeStateVector(doc);
    const update = changeOf(doc, fragment => textAt(fragment, 0).delete(0, 5));
    expect(Y.encodeStateVector(doc)).toEqual(before);
    const copy = copyOf();
    const judgement = copy.judge(update, by(an));
    expect('refused' in judgement ? null : judgement.update).not.toBeNull();
    const restored = new Y.Doc();
    for (const one of [stored, (judgement as { update: Uint8Array }).update]) Y.applyUpdate(restored, one);
    expect(plainSections(restored)[0]!.text).toBe('mạc lúc 8 giờ.');
  });

  test('what is already there changes nothing, and is no row', () => {
    const doc = device();
    const update = changeOf(doc, fragment => textAt(fragment, 0).insert(0, 'x'));
    const copy = copyOf();
    expect(copy.judge(update, by(an))).toMatchObject({ newClients: [doc.clientID], stranded: false });
    expect(copy.judge(update, by(an))).toEqual({ update: null, newClients: [], stranded: false });
    expect(copy.judge(Y.encodeStateAsUpdate(doc), by(binh))).toMatchObject({ update: null });
    expect(copy.judge(Uint8Array.of(0, 0), by(an))).toMatchObject({ update: null });
  });

  test('text that arrives in a paragraph which somebody deleted is stored and reported as stranded', () => {
    const update = changeOf(device(), fragment => textAt(fragment, 1).insert(0, 'lạc'));
    const removal = changeOf(device(), fragment => section(fragment, 1).delete(0, 1));
    const copy = copyOf();
    copy.judge(removal, by(binh));
    expect(copy.judge(update, by(an))).toEqual({
      stranded: true,
      update: expect.any(Uint8Array),
      newClients: [expect.any(Number)],
    });
    const typo = device();
    changeOf(typo, fragment => textAt(fragment, 0).insert(0, 'sai'));
    changeOf(typo, fragment => textAt(fragment, 0).delete(0, 3));
    expect(copy.judge(Y.encodeStateAsUpdate(typo), by(an))).toMatchObject({ stranded: false });
  });
});

describe('sections', () => {
  test('two that are asked for the same sections one after the other make them once', () => {
    const doc = new Y.Doc();
    expect(followAgenda(doc, ['opening', item, 'closing'])).not.toBeNull();
    expect(followAgenda(doc, ['opening', item, 'closing'])).toBeNull();
    expect(plainSections(doc).map(({ itemId }) => itemId)).toEqual(['opening', item, 'closing']);
    expect(doc.clientID).not.toBe(serverClientId);
  });

  test('a document that lacks something is not loaded', () => {
    const doc = device();
    changeOf(doc, fragment => textAt(fragment, 1).insert(0, 'một'));
    const later = changeOf(doc, fragment => textAt(fragment, 1).insert(3, 'hai'));
    expect(() => copyOf(later)).toThrow('not whole');
    expect(() => copyOf(Uint8Array.of(9, 9, 9))).toThrow();
  });
});
