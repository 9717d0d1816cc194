import { describe, expect, test } from 'vitest';
import {
  isAllowedAttribute,
  isAllowedHref,
  isAllowedMark,
  mayContain,
  minutesMarks,
  minutesNodes,
} from './schema.ts';

const itemId = '0b7ad0ea-46cb-4f1f-8c69-1b8c2f5a0e11';

describe('the allow-list of the minutes', () => {
  test('links lead to the web and nowhere else', () => {
    for (const href of ['https://chinhphu.vn/a?b=1#c', 'http://10.0.0.5:8080/', 'HTTPS://vinhphuc.gov.vn']) {
      expect(isAllowedHref(href), href).toBe(true);
    }
    const refused = [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,x',
      '//evil.vn',
      '/a',
      'https://',
    ];
    for (const href of [...refused, `https://a.vn/${'x'.repeat(2048)}`, null, 1, ['https://a.vn']]) {
      expect(isAllowedHref(href), String(href)).toBe(false);
    }
  });

  test('a mark carries its own attributes, all that it needs and no other', () => {
    expect(isAllowedMark('bold', {})).toBe(true);
    expect(isAllowedMark('bold', { onclick: 'x' })).toBe(false);
    expect(isAllowedMark('bold', true)).toBe(false);
    expect(
      isAllowedMark('link', { href: 'https://a.vn', target: '_blank', rel: 'noopener noreferrer nofollow' }),
    ).toBe(true);
    expect(
      isAllowedMark('link', { href: 'https://a.vn', target: null, rel: null, class: null, title: null }),
    ).toBe(true);
    expect(isAllowedMark('link', { target: '_blank' })).toBe(false);
    expect(isAllowedMark('link', { href: 'https://a.vn', class: 'admin' })).toBe(false);
    expect(isAllowedMark('assignment', { assignmentId: itemId })).toBe(true);
    expect(isAllowedMark('assignment', { assignmentId: '1' })).toBe(false);
  });

  test('names that every object inherits are no names of the list', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(isAllowedMark(name, {})).toBe(false);
      expect(mayContain(name, 'paragraph')).toBe(false);
      expect(isAllowedAttribute('paragraph', name, 'x')).toBe(false);
    }
    expect(isAllowedMark('bold', JSON.parse('{"__proto__":{"x":1}}'))).toBe(false);
  });

  test('attributes take the values that the editor gives them', () => {
    expect(isAllowedAttribute('heading', 'level', 2)).toBe(true);
    expect(isAllowedAttribute('heading', 'level', 1)).toBe(false);
    expect(isAllowedAttribute('section', 'itemId', 'opening')).toBe(true);
    expect(isAllowedAttribute('section', 'itemId', itemId)).toBe(true);
    expect(isAllowedAttribute('section', 'itemId', 'elsewhere')).toBe(false);
    expect(isAllowedAttribute('paragraph', 'style', 'color:red')).toBe(false);
  });

  test('every node named as a child is described, and the content expression names the same children', () => {
    for (const [name, rule] of Object.entries(minutesNodes)) {
      for (const child of rule.children) {
        if (child !== 'text') expect(minutesNodes[child], child).toBeDefined();
      }
      if (rule.content.startsWith('inline')) continue;
      expect(rule.content.match(/[a-zA-Z]+/g) ?? [], name).toEqual([...rule.children]);
    }
    expect(Object.keys(minutesMarks)).toEqual([
      'bold',
      'italic',
      'underline',
      'strike',
      'link',
      'assignment',
    ]);
  });
});
