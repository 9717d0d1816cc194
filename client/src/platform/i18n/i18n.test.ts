import { AppError, errorCodes } from '@nghisu/shared/platform/errors.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { platformWords } from '../platform.messages.ts';
import { errorWords } from './errors.ts';
import { defineMessages, language } from './i18n.svelte.ts';

afterEach(() => language.use('vi'));

describe('messages', () => {
  const words = defineMessages({
    vi: { save: 'Lưu', left: (days: number) => `còn ${days} ngày`, group: { close: 'Đóng' } },
    en: { save: 'Save', left: days => `${days} days left`, group: { close: 'Close' } },
  });

  test('speak Vietnamese first and follow the language', () => {
    expect([words.save, words.left(3), words.group.close]).toEqual(['Lưu', 'còn 3 ngày', 'Đóng']);
    language.use('en');
    expect([words.save, words.left(3), words.group.close]).toEqual(['Save', '3 days left', 'Close']);
  });

  test('do not compile when English lacks a key, adds one or changes a parameter', () => {
    // @ts-expect-error the key `save` is missing in English
    defineMessages({ vi: { save: 'Lưu' }, en: {} });
    // @ts-expect-error the key `extra` is not in Vietnamese
    defineMessages({ vi: { save: 'Lưu' }, en: { save: 'Save', extra: 'Extra' } });
    // @ts-expect-error English wants a name where Vietnamese gives a number
    defineMessages({ vi: { left: (days: number) => `${days}` }, en: { left: (name: string) => name } });
    expect(words.save).toBe('Lưu');
  });

  test('no sentence carries an exclamation mark', () => {
    expect(JSON.stringify(platformWords)).not.toContain('!');
  });
});

describe('failures in words', () => {
  test('every error code has a sentence and a next step', () => {
    for (const code of errorCodes) {
      const { what, safe, next } = errorWords(new AppError(code));
      expect([what, safe, next].every(sentence => sentence.length > 3)).toBe(true);
    }
  });

  test('a problem answer keeps the sentence of the server', () => {
    const problem = { type: '', code: 'conflict', reason: null, title: 'Phiên họp đã kết thúc', status: 409 };
    expect(errorWords(problem).what).toBe('Phiên họp đã kết thúc');
  });

  test('a request without an answer is an unreachable server, garbage is a failure of the server', () => {
    expect(errorWords(new TypeError('Failed to fetch')).what).toBe(platformWords.errors.unavailable.what);
    for (const garbage of [null, undefined, 'x', 42, {}, { code: '__proto__' }, new Error('secret')]) {
      expect(errorWords(garbage).what).toBe(platformWords.errors.internal.what);
    }
  });
});
