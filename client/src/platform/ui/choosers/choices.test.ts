import { expect, test } from 'vitest';
import { type Choice, findChoices } from './choices.ts';

const choices: Choice[] = [
  { value: '1', label: 'Sở Kế hoạch và Đầu tư', keywords: 'SKHĐT' },
  { value: '2', label: 'Sở Tài chính' },
  {
    value: '3',
    label: 'Ban Quản lý dự án đầu tư xây dựng các công trình nông nghiệp và phát triển nông thôn',
  },
  { value: '4', label: 'Nguyễn Thị Hoà', detail: 'Phó Giám đốc Sở Tài chính' },
];
const found = (typed: string) => findChoices(choices, typed).map(choice => choice.value);

test('nothing typed finds everything in the given order', () => {
  expect(found('  ')).toEqual(['1', '2', '3', '4']);
});

test('diacritics, case and tone placement do not matter', () => {
  expect(found('so tai chinh')).toEqual(['2', '4']);
  expect(found('ĐẦU TƯ')).toEqual(['1', '3']);
  expect(found('thị hòa')).toEqual(['4']);
  expect(found('nong nghiep')).toEqual(['3']);
});

test('text typed in decomposed Unicode finds composed names', () => {
  expect(found('Tài chính'.normalize('NFD'))).toEqual(['2', '4']);
});

test('initials find a unit, and a name that begins with the text comes first', () => {
  expect(found('stc')).toEqual(['2']);
  expect(found('tai')).toEqual(['2', '4']);
  expect(found('ban')).toEqual(['3']);
});

test('words in any order find through the second line and the keywords', () => {
  expect(found('hoa pho')).toEqual(['4']);
  expect(found('skhdt')).toEqual(['1']);
  expect(found('không có')).toEqual([]);
});
