import { describe, expect, it } from 'vitest';
import { sentenceAround } from './sentence.ts';

const around = (marked: string): string | null => {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const range = sentenceAround(text, at);
  return range && text.slice(range.from, range.to);
};

describe('the sentence around the caret', () => {
  it.each([
    ['Đã nghe báo cáo. Giao Sở Tài ch|ính chủ trì. Hết.', 'Giao Sở Tài chính chủ trì.'],
    ['Đã nghe báo cáo. |Giao Sở Tài chính chủ trì. Hết.', 'Giao Sở Tài chính chủ trì.'],
    ['Giao Sở Tài chính báo cáo trước ngày 30.12.2026.|', 'Giao Sở Tài chính báo cáo trước ngày 30.12.2026.'],
    ['Giao UBND TP. Vĩnh Y|ên rà soát. Xong.', 'Giao UBND TP. Vĩnh Yên rà soát.'],
    ['1. Giao Sở Xây dựng thẩm đ|ịnh; Sở Tài chính bố trí vốn.', '1. Giao Sở Xây dựng thẩm định;'],
    ['Căn cứ khoản 1. Điều 3, giao Sở| Y tế.', 'Căn cứ khoản 1. Điều 3, giao Sở Y tế.'],
    ['Không có dấu ch|ấm', 'Không có dấu chấm'],
    ['Kinh phí 1.500 triệu đ|ồng. Đồng ý.', 'Kinh phí 1.500 triệu đồng.'],
  ])('%s', (marked, expected) => expect(around(marked)).toBe(expected));

  it('finds none where nothing is written', () => {
    expect(around('|')).toBeNull();
    expect(around('  | ')).toBeNull();
  });
});
