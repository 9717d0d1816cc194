import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { linesBeyond, linesBrought, presentLines, weigh } from '../asideText.ts';
import { documentOf } from '../sections.ts';

const stored = documentOf([
  { itemId: 'opening', text: 'Thành phần dự họp' },
  { itemId: 'closing', text: 'Kết thúc lúc 11 giờ' },
]);

function copyOf(...updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

const section = (doc: Y.Doc, index: number) => doc.getXmlFragment('minutes').get(index) as Y.XmlElement;
const firstLine = (doc: Y.Doc, index: number) =>
  (section(doc, index).get(0) as Y.XmlElement).get(0) as Y.XmlText;

function changeOf(doc: Y.Doc, change: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(change);
  return Y.encodeStateAsUpdate(doc, before);
}

function addLine(doc: Y.Doc, index: number, text: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  section(doc, index).push([paragraph]);
}

describe('the text of an update that was refused', () => {
  it('is what it adds and nothing else, line by line in the sections where it would stand', () => {
    const doc = copyOf(stored);
    const update = changeOf(doc, () => {
      firstLine(doc, 1).insert(8, ' sớm');
      addLine(doc, 0, 'Vắng: ông Nguyễn Văn Ất');
      addLine(doc, 0, 'Có mặt: 12');
    });
    expect(linesBrought(update, [stored])).toEqual([
      { itemId: 'opening', lines: ['Vắng: ông Nguyễn Văn Ất', 'Có mặt: 12'] },
      { itemId: 'closing', lines: [' sớm'] },
    ]);
  });

  it('holds neither what its writer deleted again nor what the minutes have taken in meanwhile', () => {
    const doc = copyOf(stored);
    const update = changeOf(doc, () => {
      firstLine(doc, 0).insert(0, 'nhầm');
      firstLine(doc, 0).delete(0, 4);
      addLine(doc, 0, 'giữ lại');
    });
    expect(linesBrought(update, [stored])).toEqual([{ itemId: 'opening', lines: ['giữ lại'] }]);
    expect(linesBrought(update, [stored, update])).toEqual([]);
  });

  it('is found where the paragraph it was typed into has been deleted, in its section or without one', () => {
    const [writer, other] = [copyOf(stored), copyOf(stored)];
    const update = changeOf(writer, () => firstLine(writer, 0).insert(0, 'mắc kẹt '));
    const deletion = changeOf(other, () => section(other, 0).delete(0, 1));
    expect(linesBrought(update, [stored, deletion])?.flatMap(one => one.lines)).toEqual(['mắc kẹt ']);
    const merged = Y.encodeStateAsUpdate(copyOf(stored, deletion));
    expect(linesBrought(update, [merged])).toEqual([{ itemId: null, lines: ['mắc kẹt '] }]);
  });

  it('is found where the text it builds on is of another past', () => {
    const doc = copyOf(stored);
    const update = changeOf(doc, () => addLine(doc, 1, 'của bản trước'));
    expect(linesBrought(update, [])).toEqual([{ itemId: null, lines: ['của bản trước'] }]);
  });
});

describe('the text of a whole document', () => {
  it('is what the present text lacks, though both were written under the same ids', () => {
    const present = presentLines([stored]);
    const other = copyOf(stored);
    addLine(other, 0, 'chỉ có ở bản cũ');
    expect(linesBeyond(Y.encodeStateAsUpdate(other), present)).toEqual([
      { itemId: 'opening', lines: ['chỉ có ở bản cũ'] },
    ]);
    expect(linesBeyond(stored, present)).toEqual([]);
    const elsewhere = documentOf([{ itemId: 'opening', text: 'Kết thúc lúc 11 giờ' }]);
    expect(linesBeyond(elsewhere, present)).toEqual([{ itemId: 'opening', lines: ['Kết thúc lúc 11 giờ'] }]);
  });

  it('counts lines: the second of two equal ones is not taken for the first', () => {
    const twice = documentOf([{ itemId: 'opening', text: 'Nhất trí\nNhất trí' }]);
    const once = documentOf([{ itemId: 'opening', text: 'Nhất trí' }]);
    expect(linesBeyond(twice, presentLines([once]))).toEqual([{ itemId: 'opening', lines: ['Nhất trí'] }]);
  });

  it('A1: is none where bytes are cut off, no bytes at all, or build on what is not there', () => {
    const doc = copyOf(stored);
    const part = changeOf(doc, () => addLine(doc, 0, 'thêm'));
    for (const bytes of [stored.slice(0, -3), new Uint8Array(), new Uint8Array(1000).fill(255), part])
      expect(linesBeyond(bytes, [])).toBeNull();
  });

  it('A1: is read to the end where it is nested 3,000 deep', () => {
    const doc = new Y.Doc();
    let place: Y.XmlFragment = doc.getXmlFragment('minutes');
    for (let depth = 0; depth < 3000; depth += 1) {
      const inner = new Y.XmlElement('blockquote');
      place.insert(0, [inner]);
      place = inner;
    }
    place.insert(0, [new Y.XmlText('đáy')]);
    expect(linesBeyond(Y.encodeStateAsUpdate(doc), [])).toEqual([{ itemId: null, lines: ['đáy'] }]);
  });
});

describe('the weight of an update', () => {
  it('is that of its characters: the longer one holds the shorter, and the shorter is no news beside it', () => {
    const doc = copyOf(stored);
    const start = Y.encodeStateVector(doc);
    const short = changeOf(doc, () => firstLine(doc, 0).insert(0, 'mu'));
    doc.transact(() => firstLine(doc, 0).insert(2, 'ộn'));
    const long = Y.encodeStateAsUpdate(doc, start);
    expect(weigh(long, [short])).toEqual({ isNews: true, holds: [0] });
    expect(weigh(short, [long])).toEqual({ isNews: false, holds: [] });
    expect(weigh(Y.encodeStateAsUpdate(doc), [short, long])).toEqual({ isNews: true, holds: [0, 1] });
  });

  it('takes other words under the same numbers for what they are', () => {
    const [one, other] = ['một', 'hai'].map(text => documentOf([{ itemId: 'opening', text }]));
    expect(weigh(other!, [one!])).toEqual({ isNews: true, holds: [] });
  });

  it('is nothing where it only deletes, and something where it cannot be read', () => {
    const doc = copyOf(stored);
    const deletion = changeOf(doc, () => section(doc, 0).delete(0, 1));
    expect(weigh(deletion, [])).toEqual({ isNews: false, holds: [] });
    expect(weigh(Uint8Array.of(9, 9, 9), [deletion])).toEqual({ isNews: true, holds: [] });
  });
});
