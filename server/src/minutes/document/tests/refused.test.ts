import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { DocumentCopy } from '../documentCopy.ts';
import { plainSections, serverClientId } from '../sections.ts';
import {
  an,
  binh,
  by,
  changeOf,
  copyOf,
  device,
  fate,
  item,
  large,
  paragraph,
  schema,
  section,
  stored,
  textAt,
} from './fixture.ts';

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
