import { minutesMarks, minutesNodes } from '@nghisu/shared/minutes/document/schema.ts';
import { Schema } from '@tiptap/pm/model';
import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { DocumentCopy, type Judgement } from './documentCopy.ts';
import { documentOf, followAgenda, plainSections, serverClientId } from './sections.ts';

const an = 'an';
const binh = 'binh';
const item = '0b7ad0ea-46cb-4f1f-8c69-1b8c2f5a0e11';
const large = 5 * 1024 * 1024;

/** The minutes of a meeting with one item, as they are stored. */
const stored = documentOf([
  { itemId: 'opening', text: 'Khai mạc lúc 8 giờ.' },
  { itemId: item, text: 'Giao Sở Tài chính chủ trì.' },
  { itemId: 'closing', text: '' },
]);

const copyOf = (...updates: Uint8Array[]): DocumentCopy => new DocumentCopy([stored, ...updates], [], large);

/** A person's own document, which starts from what is stored. */
function device(clientID?: number): Y.Doc {
  const doc = new Y.Doc();
  if (clientID !== undefined) doc.clientID = clientID;
  Y.applyUpdate(doc, stored);
  return doc;
}

/** The update that a change makes. */
function changeOf(doc: Y.Doc, change: (fragment: Y.XmlFragment) => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(() => change(doc.getXmlFragment('minutes')));
  return Y.encodeStateAsUpdate(doc, before);
}

const section = (fragment: Y.XmlFragment, index: number): Y.XmlElement => fragment.get(index) as Y.XmlElement;
const textAt = (fragment: Y.XmlFragment, index: number): Y.XmlText =>
  (section(fragment, index).get(0) as Y.XmlElement).get(0) as Y.XmlText;

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}

const by = (personId: string, mayBind = 256) => ({ personId, mayBind });
const fate = (judgement: Judgement): string => ('refused' in judgement ? judgement.refused : 'accepted');

/** The schema as an editor builds it from the allow-list. */
const schema = new Schema({
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

describe('what is refused', () => {
  const refused = (change: (fragment: Y.XmlFragment) => void): string =>
    fate(copyOf().judge(changeOf(device(), change), by(an)));

  test('nodes, attributes, marks and links outside the allow-list', () => {
    const attempts: Record<string, (fragment: Y.XmlFragment) => void> = {
      'a script': fragment => section(fragment, 1).insert(0, [new Y.XmlElement('script')]),
      'a table': fragment => section(fragment, 1).insert(0, [new Y.XmlElement('table')]),
      'text outside a paragraph': fragment => section(fragment, 1).insert(0, [new Y.XmlText('x')]),
      'a paragraph in a paragraph': fragment =>
        (section(fragment, 1).get(0) as Y.XmlElement).insert(0, [paragraph('x')]),
      'a list without items': fragment => {
        const list = new Y.XmlElement('bulletList');
        list.insert(0, [paragraph('x')]);
        section(fragment, 1).insert(0, [list]);
      },
      'a style': fragment => (section(fragment, 1).get(0) as Y.XmlElement).setAttribute('style', 'color:red'),
      'a heading of level 1': fragment => {
        const heading = new Y.XmlElement('heading');
        heading.setAttribute('level', '1');
        section(fragment, 1).insert(0, [heading]);
      },
      'a script link': fragment =>
        textAt(fragment, 1).format(0, 3, { link: { href: 'javascript:alert(1)' } }),
      'an unknown mark': fragment => textAt(fragment, 1).format(0, 3, { textStyle: { color: 'red' } }),
      'a mark without its id': fragment => textAt(fragment, 1).format(0, 3, { assignment: {} }),
      'an embed': fragment => textAt(fragment, 1).insertEmbed(0, { image: 'x' }),
      'an attribute of text': fragment => textAt(fragment, 1).setAttribute('x', 'y'),
      'a hook': fragment => section(fragment, 1).insert(0, [new Y.XmlHook('x') as unknown as Y.XmlElement]),
      'another root': fragment => fragment.doc!.getText('elsewhere').insert(0, 'x'),
      'a paragraph between sections': fragment => fragment.insert(1, [paragraph('x')]),
      'a subdocument': fragment => {
        const map = new Y.Map();
        section(fragment, 1).insert(0, [map as unknown as Y.XmlElement]);
        map.set('doc', new Y.Doc());
      },
    };
    for (const [what, change] of Object.entries(attempts)) expect(refused(change), what).toBe('schema');
    const [map, text] = [new Y.Doc(), new Y.Doc()];
    map.getMap('minutes').set('x', 'y');
    text.getText('minutes').insert(0, 'x');
    for (const doc of [map, text]) {
      expect(fate(copyOf().judge(Y.encodeStateAsUpdate(doc), by(an)))).toBe('schema');
    }
  });

  test('sections that are removed, copied, renamed or moved', () => {
    const copied = (fragment: Y.XmlFragment) => {
      const twin = new Y.XmlElement<{ itemId: string }>('section');
      twin.setAttribute('itemId', item);
      fragment.insert(0, [twin]);
    };
    expect(refused(fragment => fragment.delete(1, 1))).toBe('sections');
    expect(refused(fragment => fragment.delete(0, 3))).toBe('sections');
    expect(refused(fragment => section(fragment, 1).removeAttribute('itemId'))).toBe('sections');
    expect(refused(copied)).toBe('schema');
    expect(refused(fragment => section(fragment, 1).setAttribute('itemId', 'closing'))).toBe('schema');
  });

  test('nesting deeper than forty', () => {
    const nested = (depth: number) => (fragment: Y.XmlFragment) => {
      let inner = paragraph('x');
      for (let level = 0; level < depth; level += 1) {
        const quote = new Y.XmlElement('blockquote');
        quote.insert(0, [inner]);
        inner = quote;
      }
      section(fragment, 1).insert(0, [inner]);
    };
    expect(refused(nested(30))).toBe('accepted');
    expect(refused(nested(41))).toBe('schema');
    expect(refused(nested(300))).toBe('schema');
  });

  test('a document of more than its size', () => {
    const small = new DocumentCopy([stored], [], stored.length + 1000);
    const typed = (text: string) => changeOf(device(), fragment => textAt(fragment, 1).insert(0, text));
    expect(fate(small.judge(typed('x'.repeat(500)), by(an)))).toBe('accepted');
    expect(fate(small.judge(typed('x'.repeat(2000)), by(an)))).toBe('too_large');
  });

  test('A3: updates that build on what nobody has, and nothing of them is kept', () => {
    const doc = device();
    changeOf(doc, fragment => textAt(fragment, 1).insert(0, 'mất'));
    const orphan = changeOf(doc, fragment => textAt(fragment, 1).insert(3, 'mồ côi'));
    const copy = copyOf();
    const before = copy.merged();
    expect(copy.judge(orphan, by(an))).toEqual({ refused: 'incomplete', spoilt: false });
    expect(copy.merged()).toEqual(before);
  });

  test("A2: writing under another person's device, before and after that person wrote", () => {
    const victim = device(4711);
    const first = changeOf(victim, fragment => textAt(fragment, 1).insert(0, 'AAAA'));
    const next = changeOf(victim, fragment => textAt(fragment, 1).insert(4, 'THẬT'));
    const squatter = device();
    Y.applyUpdate(squatter, first);
    squatter.clientID = 4711;
    const squatted = changeOf(squatter, fragment => textAt(fragment, 1).insert(4, 'xxxx'));
    const copy = copyOf();
    copy.judge(first, by(an));
    expect(copy.judge(squatted, by(binh))).toEqual({ refused: 'foreign', spoilt: false });
    expect(fate(copy.judge(next, by(an)))).toBe('accepted');
    const bound = new DocumentCopy([stored], [[4711, an]], large);
    expect(fate(bound.judge(first, by(binh)))).toBe('foreign');
  });

  test("text of others that is already stored may come along, and the server's device is nobody's", () => {
    const doc = device();
    const first = changeOf(doc, fragment => textAt(fragment, 1).insert(0, 'của An '));
    const copy = copyOf();
    copy.judge(first, by(an));
    const other = device();
    Y.applyUpdate(other, first);
    changeOf(other, fragment => textAt(fragment, 1).insert(0, 'của Bình '));
    expect(fate(copy.judge(Y.encodeStateAsUpdate(other), by(binh)))).toBe('accepted');
    const impostor = device();
    impostor.clientID = serverClientId;
    const forged = changeOf(impostor, fragment => textAt(fragment, 1).insert(0, 'x'));
    expect(fate(copy.judge(forged, by(an)))).toBe('foreign');
  });

  test('more new devices than one connection can have', () => {
    const updates = [1, 2, 3].map(() => changeOf(device(), fragment => textAt(fragment, 1).insert(0, 'x')));
    expect(fate(copyOf().judge(Y.mergeUpdates(updates), by(an, 2)))).toBe('too_many');
  });

  test('a truncated update, wherever it is cut, leaves either all of its text or none', () => {
    const doc = device();
    const update = changeOf(doc, fragment => {
      textAt(fragment, 0).delete(0, 3);
      textAt(fragment, 1).insert(0, 'cắt ngang');
    });
    for (let length = 0; length < update.length; length += 1) {
      const judgement = copyOf().judge(update.slice(0, length), by(an));
      expect(fate(judgement), `cut at ${length}`).not.toBe('accepted');
    }
  });

  test('A1: mutated updates neither throw nor leave the schema', () => {
    const doc = device();
    const update = changeOf(doc, fragment => {
      section(fragment, 1).insert(0, [paragraph('Giao Sở Xây dựng')]);
      textAt(fragment, 0).format(0, 4, { bold: {} });
    });
    const mutation = fc.array(fc.tuple(fc.nat({ max: update.length - 1 }), fc.nat({ max: 255 })), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(mutation, changes => {
        const mutated = update.slice();
        for (const [at, byte] of changes) mutated[at] = byte;
        const copy = copyOf();
        if ('refused' in copy.judge(mutated, by(an))) return;
        const result = new Y.Doc();
        Y.applyUpdate(result, copy.merged());
        expect(plainSections(result).map(({ itemId }) => itemId)).toEqual(['opening', item, 'closing']);
        schema.nodeFromJSON(yXmlFragmentToProsemirrorJSON(result.getXmlFragment('minutes')));
      }),
      { numRuns: 3000 },
    );
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
