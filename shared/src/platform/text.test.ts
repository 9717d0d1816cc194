import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePeople, compareVietnamese, foldText, givenName, normaliseVietnamese } from './text.ts';

// Built from single characters: the generator of whole Unicode strings takes seconds to warm up.
const anyCharacter = fc.integer({ min: 0, max: 0x10ffff }).map(code => String.fromCodePoint(code));
const anyText = fc.array(anyCharacter, { maxLength: 40 }).map(characters => characters.join(''));

describe('normaliseVietnamese', () => {
  test('decomposed text becomes NFC', () => {
    const decomposed = 'Ủy ban nhân dân tỉnh Vĩnh Phúc đã quyết nghị'.normalize('NFD');
    expect(normaliseVietnamese(decomposed)).toBe('Ủy ban nhân dân tỉnh Vĩnh Phúc đã quyết nghị');
  });

  test('Ƣ and ƣ of old fonts become Ư and ư, with and without a tone', () => {
    expect(normaliseVietnamese('tham mƣu, PHƢƠNG HƢỚNG')).toBe('tham mưu, PHƯƠNG HƯỚNG');
    expect(normaliseVietnamese('tƣ\u0300ng')).toBe('từng');
  });

  test('the Icelandic Ð becomes Đ', () => {
    expect(normaliseVietnamese('Ðiều 5, giao ðất')).toBe('Điều 5, giao đất');
  });

  test('a tone mark behind a consonant, a space or the wrong vowel goes back to its vowel', () => {
    expect(normaliseVietnamese('nhiêṃ vu ̣đề ra taị')).toBe('nhiệm vụ đề ra tại');
    expect(normaliseVietnamese('thưc̣ hiêṇ Nghi ̣quyết')).toBe('thực hiện Nghị quyết');
    expect(normaliseVietnamese('PHƯƠṆG HƯƠŃG')).toBe('PHƯỢNG HƯỚNG');
    expect(normaliseVietnamese('đươc̣ giaó')).toBe('được giáo');
  });

  test('a tone typed before the circumflex still composes', () => {
    expect(normaliseVietnamese('kế hoạch tiếp'.replaceAll('ế', 'e\u0301\u0302'))).toBe('kế hoạch tiếp');
  });

  test.each([
    'uỷ ban',
    'ủy ban',
    'hoà bình',
    'hòa bình',
    'khoẻ',
    'khỏe',
    'quý',
    'già',
    'gìn giữ',
    'khuỷu',
    'cửa',
    'giếng',
  ])('the correct spelling %s stays as written', word => expect(normaliseVietnamese(word)).toBe(word));

  test('words of other languages keep their marks', () => {
    expect(normaliseVietnamese('España, São Paulo, saṃsāra')).toBe('España, São Paulo, saṃsāra');
  });

  test('odd spaces collapse, invisible characters vanish, line breaks stay', () => {
    expect(normaliseVietnamese('\ufeff Sở\u00a0\u2003Tài \t chính\u200b \r\n  Sở Y tế\u0000 ')).toBe(
      'Sở Tài chính\nSở Y tế',
    );
  });

  test('a mark that goes back over a space leaves no space behind', () => {
    expect(normaliseVietnamese('tư \u0323 quyết')).toBe('tự quyết');
    expect(normaliseVietnamese('ngư \u0309')).toBe('ngử');
  });

  test('normalising twice changes nothing more', () => {
    const letters = fc.constantFrom(...'nghiêmvutaoươđẹ  ,\n\u0323\u0301\u0309ƣ');
    fc.assert(
      fc.property(fc.array(fc.oneof(letters, anyCharacter), { maxLength: 40 }), pieces => {
        const once = normaliseVietnamese(pieces.join(''));
        expect(normaliseVietnamese(once)).toBe(once);
      }),
    );
  });
});

describe('foldText', () => {
  test('case, diacritics, đ and spacing make no difference', () => {
    expect(foldText('  Sở KẾ HOẠCH và\n Đầu tư ')).toBe('so ke hoach va dau tu');
    expect(foldText('Sở Kế hoạch và Đầu tư'.normalize('NFD'))).toBe('so ke hoach va dau tu');
  });

  test.each([
    ['uỷ ban', 'ủy ban'],
    ['hoà bình', 'hòa bình'],
    ['tham mƣu', 'tham mưu'],
    ['nhiêṃ', 'nhiệm'],
  ])('%s and %s are equal', (a, b) => expect(foldText(a)).toBe(foldText(b)));

  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

describe('people', () => {
  test('the given name is the last word', () => {
    expect(givenName('Nguyễn Thị Minh  Anh ')).toBe('Anh');
    expect(givenName('Anh')).toBe('Anh');
    expect(givenName('')).toBe('');
  });

  test('Vietnamese order puts đ after d and follows the order of tones', () => {
    expect(['Đức', 'Dũng', 'Ân', 'An', 'Ánh'].toSorted(compareVietnamese)).toEqual([
      'An',
      'Ánh',
      'Ân',
      'Dũng',
      'Đức',
    ]);
    expect(['mạ', 'má', 'mã', 'mả', 'mà', 'ma'].toSorted(compareVietnamese)).toEqual([
      'ma',
      'mà',
      'mả',
      'mã',
      'má',
      'mạ',
    ]);
    expect(['Phòng 10', 'Phòng 2'].toSorted(compareVietnamese)).toEqual(['Phòng 2', 'Phòng 10']);
  });

  test('people stand by protocol order, then given name, then full name, and those without an order come last', () => {
    const people = [
      { fullName: 'Trần Văn An', protocolOrder: null },
      { fullName: 'Trần Văn Bình', protocolOrder: 20 },
      { fullName: 'Vũ Thị Đào', protocolOrder: 20 },
      { fullName: 'Lê Văn Bình', protocolOrder: 20 },
      { fullName: 'Lê Duy Thành', protocolOrder: 1 },
    ];
    expect(people.toSorted(comparePeople).map(person => person.fullName)).toEqual([
      'Lê Duy Thành',
      'Lê Văn Bình',
      'Trần Văn Bình',
      'Vũ Thị Đào',
      'Trần Văn An',
    ]);
  });
});
