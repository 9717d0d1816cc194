import type { AssignmentEntry } from '@nghisu/shared/assignments/assignments.records.ts';
import { describe, expect, it } from 'vitest';
import { changesOf, storyOf } from './story.ts';

const names = { person: (id: string) => `người ${id}`, unit: (id: string) => `Sở ${id}` };
const entry = (given: Partial<AssignmentEntry>): AssignmentEntry => ({
  id: 'e',
  at: '2026-11-24T01:00:00.000Z',
  byId: 'A',
  type: 'assigned',
  note: '',
  percent: null,
  changed: {},
  ...given,
});

describe('the history as a story', () => {
  it.each([
    [{ type: 'assigned' }, 'giao nhiệm vụ'],
    [{ type: 'accepted' }, 'nhận việc'],
    [{ type: 'accepted', changed: { responsibleId: 'B' } }, 'nhận việc, phân công người B thực hiện'],
    [{ type: 'accepted', changed: { responsibleId: 'A' } }, 'nhận việc, trực tiếp thực hiện'],
    [{ type: 'responsibleNamed', changed: { responsibleId: 'B' } }, 'phân công người B thực hiện'],
    [{ type: 'reported', percent: 60 }, 'báo cáo tiến độ, đạt 60%'],
    [{ type: 'returned' }, 'trả lại để thực hiện lại'],
  ] as const)('tells %j as %j', (given, words) => {
    expect(storyOf(entry(given), names)).toBe(words);
  });

  it('lists what a correction changed', () => {
    const corrected = entry({
      type: 'corrected',
      changed: {
        dueDate: { before: null, after: '2026-12-30' },
        coordination: { added: ['C', 'D'], removed: ['E'] },
        recurrence: { before: { every: 'month', day: 25 }, after: null },
        content: { before: 'Báo cáo' },
      },
    });
    expect(changesOf(corrected, names)).toEqual([
      'Thời hạn: từ không thời hạn thành 30/12/2026',
      'Định kỳ: từ hằng tháng, ngày 25 thành không định kỳ',
      'Thêm phối hợp: Sở C, Sở D',
      'Thôi phối hợp: Sở E',
      'Nội dung trước đây: Báo cáo',
    ]);
    expect(changesOf(entry({}), names)).toEqual([]);
  });
});
