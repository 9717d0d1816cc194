import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Entry } from '../../history/history.ts';
import { plainText, TokenCheck } from './tokens.ts';

type Type = Extract<Entry, { f: 'token' }>['type'];

function judge(said: [Type, string][], text: string, aside: string[] = []) {
  const check = new TokenCheck();
  for (const [type, token] of said) check.take({ f: 'token', type, at: 0, actor: '0a', minutes: 'm', token });
  const { findings, counts } = check.finish(new Map([['m', text]]), new Set(aside));
  return { wrong: findings.map(({ what }) => what), counts };
}

const stored: [Type, string][] = [
  ['typed', '[0a.1]'],
  ['stored', '[0a.1]'],
];

describe('tokens in the minutes', () => {
  it.each<[string, [Type, string][], string, string[]]>([
    ['stored and there', stored, 'a[0a.1]b', []],
    ['not stored, and there', [['typed', '[0a.1]']], '[0a.1]', []],
    ['not stored, and not there', [['typed', '[0a.1]']], '', []],
    ['deleted', [...stored, ['deleted', '[0a.1]']], '', []],
    ['deleted by somebody who was cut off', [...stored, ['deleted', '[0a.1]']], '[0a.1]', []],
    ['set aside with its section', stored, '', ['[0a.1]']],
  ])('are right: %s', (_, said, text, aside) => {
    expect(judge(said, text, aside).wrong).toEqual([]);
  });

  it.each<[string, [Type, string][], string]>([
    ['a token that was called stored is not there', stored, 'a[0a.11]b'.replace('11', '')],
    ['a token stands more than once', stored, '[0a.1] [0a.1]'],
    ['a token stands more than once', [...stored, ['deleted', '[0a.1]']], '[0a.1][0a.1]'],
    ['a token that nobody typed there', [], '[0b.7]'],
  ])('finds: %s', (what, said, text) => {
    expect(judge(said, text).wrong).toEqual([what]);
  });

  it('are found wherever they stand in a document', () => {
    const doc = new Y.Doc();
    const minutes = doc.getXmlFragment('minutes');
    const section = new Y.XmlElement('section');
    const paragraph = new Y.XmlElement('paragraph');
    minutes.insert(0, [section]);
    section.insert(0, [paragraph]);
    const text = new Y.XmlText();
    paragraph.insert(0, [text]);
    text.insert(0, '[0a.1]');
    text.insert(0, 'in bold', { bold: true });
    expect(plainText(minutes)).toBe('in bold[0a.1]');
  });
});
