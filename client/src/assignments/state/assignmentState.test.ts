import { afterEach, describe, expect, it } from 'vitest';
import { language } from '../../platform/i18n/i18n.svelte.ts';
import { dueWords, recurrenceWords } from './assignmentState.ts';

const today = '2026-11-24';
afterEach(() => language.use('vi'));

describe('how an assignment stands against its due date', () => {
  it.each([
    ['inProgress', '2026-11-27', null, 'còn 3 ngày', false],
    ['inProgress', '2026-11-24', null, 'hạn hôm nay', false],
    ['rework', '2026-11-19', null, 'quá hạn 5 ngày', true],
    ['inProgress', null, null, 'không thời hạn', false],
    ['awaitingConfirmation', '2026-11-19', '2026-11-18', 'đúng hạn', false],
    ['completed', '2026-11-19', '2026-11-21', 'chậm 2 ngày', false],
  ] as const)('%s, due %s, declared done %s: %s', (progress, dueDate, completedOn, text, isUrgent) => {
    expect(dueWords({ progress, dueDate, completedOn }, today)).toMatchObject({ text, isUrgent });
  });

  it('follows the language', () => {
    language.use('en');
    expect(dueWords({ progress: 'inProgress', dueDate: '2026-11-25', completedOn: null }, today).text).toBe(
      '1 day left',
    );
  });
});

describe('how often an assignment recurs', () => {
  it.each([
    [null, null],
    [{ every: 'month', day: 25 }, 'hằng tháng, ngày 25'],
    [{ every: 'week', day: 5 }, 'hằng tuần, vào thứ Sáu'],
    [{ every: 'quarter', day: null }, 'hằng quý'],
  ] as const)('%j is %j', (recurrence, text) => {
    expect(recurrenceWords(recurrence)).toBe(text);
  });
});
