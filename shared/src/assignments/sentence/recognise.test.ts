import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recogniseAssignments } from './recognise.ts';
import { province } from './test-set/province.ts';

const context = { today: '2026-11-23', units: province };
const recognise = (text: string) => recogniseAssignments(text, context);

// Words that the grammar knows, in any order: the way to reach its corners.
const words = fc.constantFrom(
  ...'giao yêu cầu đề nghị Sở Tài chính Kế hoạch và Đầu tư chủ trì, phối hợp với các sở, ban, ngành UBND huyện Yên'.split(
    ' ',
  ),
  ...'Lạc rà soát, hoàn thành báo cáo trước ngày 25/12/2026 trong tháng 6 quý II 10 ngày làm việc; định kỳ hằng'.split(
    ' ',
  ),
  ...'tuần sau tại phiên họp đồng chí Nguyễn Văn Hùng, Giám đốc ( ) : . \n - 1. 31/2 năm 9999 cuối đầu kể từ'.split(
    ' ',
  ),
);
const speech = fc.array(words, { maxLength: 60 }).map(list => list.join(' '));
const anyCharacter = fc.integer({ min: 0, max: 0x10ffff }).map(code => String.fromCodePoint(code));
const noise = fc.array(anyCharacter, { maxLength: 100 }).map(characters => characters.join(''));
const anyText = fc.oneof(
  speech,
  noise,
  fc.tuple(noise, speech).map(parts => parts.join(' ')),
);

describe('recogniseAssignments on any text', () => {
  test('it never throws, ranges lie in the text in order and apart, and dates are dates', () => {
    fc.assert(
      fc.property(anyText, text => {
        let end = 0;
        for (const { source, dueDate } of recognise(text)) {
          expect(source.from).toBeGreaterThanOrEqual(end);
          expect(source.to).toBeGreaterThan(source.from);
          expect(source.to).toBeLessThanOrEqual(text.length);
          expect(dueDate ?? '2026-11-23').toMatch(/^\d{4}-\d{2}-\d{2}$/);
          end = source.to;
        }
      }),
      { numRuns: 200 },
    );
  });

  test('the lead is never among the coordinators, and nobody coordinates twice', () => {
    fc.assert(
      fc.property(speech, text => {
        for (const { leadUnitId, coordinatingUnitIds } of recognise(text)) {
          expect(coordinatingUnitIds).not.toContain(leadUnitId);
          expect(new Set(coordinatingUnitIds).size).toBe(coordinatingUnitIds.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('an assignment without a lead unit is always marked for checking', () => {
    fc.assert(
      fc.property(speech, text => {
        for (const { leadUnitId, uncertain } of recognise(text))
          expect(leadUnitId !== null || uncertain.includes('lead')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    'giao ',
    'Giao Sở Tài chính, ',
    'phối hợp với Sở Tài chính, ',
    'Giao Sở Tài chính rà soát, hoàn thành trước ngày 25/12/2026, ',
    'trước ngày 25/12 ',
    'trong trong trước ',
    'định kỳ hằng tháng ',
    'các sở, ban, ngành, ',
    'Công ty Điện lực và ',
    'tại phiên họp ',
    '- 1.1.1.1. ',
    '((((((((( ',
    ', ; : . ',
    'Sở '.repeat(5),
    'a',
    '\u0323',
    ' ',
    '9',
    '9/9/9/9/',
    '; Sở Tài chính rà soát ',
    'tại phiên họp, trước ngày 25/12, ',
    'rà soát;\n- ',
  ])(
    '100 kB of «%s» are read in time',
    piece => {
      const text = `Giao Sở Tài chính: ${piece.repeat(Math.ceil(100_000 / piece.length))}`;
      expect(recognise(text)[0]?.leadUnitId).toBe('tc');
    },
    // Under a second each on an idle machine; work that grew with the square of the text would take many minutes.
    60_000,
  );
});

describe('what a sentence gives besides its fields', () => {
  const sentence =
    'Giao Giám đốc Sở Tài chính chủ trì, phối hợp với Sở Nội vụ rà soát biên chế, báo cáo UBND tỉnh trước ngày 20/12/2026.';

  test('the words that name the lead and the deadline are quoted as they stand', () => {
    const [found] = recognise(sentence);
    expect(found?.leadText).toBe('Giám đốc Sở Tài chính');
    expect(found?.dueText).toBe('trước ngày 20/12/2026');
  });

  test('the range begins with the verb and ends before the full stop', () => {
    const text = `Chủ tịch UBND tỉnh kết luận: thống nhất.\n${sentence} Các nội dung khác thực hiện như cũ.`;
    const [found] = recognise(text);
    expect(text.slice(found?.source.from, found?.source.to)).toBe(sentence.slice(0, -1));
  });

  test('a deadline named first belongs to the range', () => {
    const text = 'Trước ngày 30/11/2026, giao Sở Y tế bàn giao trang thiết bị.';
    const [found] = recognise(text);
    expect(found?.source).toEqual({ from: 0, to: text.length - 1 });
  });

  test('ranges count the text as given, not as normalised', () => {
    const text = sentence.normalize('NFD');
    const [found] = recognise(text);
    expect(text.slice(found?.source.from, found?.source.to)).toBe(text.slice(0, -1));
    expect(found?.content).toBe('Rà soát biên chế, báo cáo UBND tỉnh');
  });

  test('a missing year and a term are counted from the meeting, not from today', () => {
    const text = 'Giao Sở Tài chính rà soát công nợ trước ngày 15/11.';
    const later = recogniseAssignments(text, { ...context, meetingDate: '2026-11-02' });
    expect(later[0]?.dueDate).toBe('2026-11-15');
    expect(recognise(text)[0]?.dueDate).toBe('2027-11-15');
  });

  test('working days leave out the public holidays given', () => {
    const text = 'Giao Sở Tài chính rà soát công nợ trong 02 ngày làm việc.';
    const holidays = ['2026-11-24', '2026-11-25'];
    expect(recogniseAssignments(text, { ...context, holidays })[0]?.dueDate).toBe('2026-11-27');
  });

  test('a unit is found by an alias, and by nothing once it is gone from the directory', () => {
    const units = [
      { ...province[3]!, id: 'x', name: 'Sở Chuyển đổi số', shortName: 'Sở CĐS', aliases: ['SCDS'] },
    ];
    const lead = (text: string, known = units) =>
      recogniseAssignments(text, { ...context, units: known })[0]?.leadUnitId;
    expect(lead('Giao SCDS rà soát hạ tầng.')).toBe('x');
    expect(lead('Giao Sở CĐS rà soát hạ tầng.')).toBe('x');
    expect(lead('Giao Sở Chuyển đổi số rà soát hạ tầng.')).toBe('x');
    expect(lead('Giao Sở Chuyển đổi số rà soát hạ tầng.', [])).toBeNull();
  });

  test('two communes of one name are not told apart by guessing', () => {
    const commune = (id: string) => ({
      id,
      name: 'UBND xã Đại Đồng',
      shortName: 'UBND xã Đại Đồng',
      type: 'commune' as const,
    });
    const [found] = recogniseAssignments('Giao UBND xã Đại Đồng rà soát hộ nghèo.', {
      ...context,
      units: [commune('a'), commune('b')],
    });
    expect(found).toMatchObject({
      leadUnitId: null,
      leadText: 'UBND xã Đại Đồng',
      uncertain: ['lead'],
    });
  });
});

describe('a year inside a noun phrase', () => {
  test.each([
    'rà soát các dự án hoàn thành trước năm 2027',
    'lập danh mục dự án hoàn thành trước năm 2027',
    'tổng hợp danh sách các công trình trọng điểm hoàn thành trước năm 2028',
  ])('«%s» keeps its words, sets no date, and is to be checked', task => {
    const [found] = recognise(`Giao Sở Tài chính ${task}.`);
    expect(found).toMatchObject({
      leadUnitId: 'tc',
      content: task[0]!.toUpperCase() + task.slice(1),
      dueDate: null,
      uncertain: ['dueDate'],
    });
  });

  test('leaves the deadline beside it alone', () => {
    const [found] = recognise(
      'Giao Sở Tài chính rà soát các dự án hoàn thành trước năm 2027, báo cáo UBND tỉnh trước ngày 20/12/2026.',
    );
    expect(found).toMatchObject({ dueDate: '2026-12-20', uncertain: [] });
    expect(found?.content).toContain('các dự án hoàn thành trước năm 2027');
  });

  test.each([
    ['rà soát các dự án, hoàn thành trước năm 2027', '2026-12-31'],
    ['rà soát dự án đường Vành đai 3 hoàn thành trước năm 2027', '2026-12-31'],
    ['rà soát các dự án hoàn thành trước ngày 15/12/2026', '2026-12-15'],
    ['rà soát các quy định và hoàn thành trước năm 2027', '2026-12-31'],
  ])('but «%s» sets a deadline', (task, dueDate) => {
    expect(recognise(`Giao Sở Tài chính ${task}.`)[0]).toMatchObject({ dueDate, uncertain: [] });
  });
});
