import { describe, expect, it } from 'vitest';
import { duePeriods, periodWords } from './duePeriods.ts';

describe('the periods in which assignments are due', () => {
  it('are whole weeks from Monday, months and the quarter', () => {
    expect(duePeriods('2026-11-24')).toEqual([
      { from: '2026-11-23', to: '2026-11-29', label: 'đến hạn trong tuần này' },
      { from: '2026-11-30', to: '2026-12-06', label: 'đến hạn trong tuần sau' },
      { from: '2026-11-01', to: '2026-11-30', label: 'đến hạn trong tháng 11' },
      { from: '2026-12-01', to: '2026-12-31', label: 'đến hạn trong tháng 12' },
      { from: '2026-10-01', to: '2026-12-31', label: 'đến hạn trong quý IV' },
    ]);
  });

  it('pass the end of a year and the last day of January', () => {
    const labels = duePeriods('2026-12-31').map(({ from, to }) => `${from} ${to}`);
    expect(labels[1]).toBe('2027-01-04 2027-01-10');
    expect(labels[3]).toBe('2027-01-01 2027-01-31');
    expect(duePeriods('2027-01-31')[3]).toMatchObject({ from: '2027-02-01', to: '2027-02-28' });
    expect(duePeriods('2027-01-31')[4]).toMatchObject({
      from: '2027-01-01',
      to: '2027-03-31',
      label: 'đến hạn trong quý I',
    });
  });

  it('are said in words, also those that nobody offers', () => {
    expect(periodWords({ dueFrom: '2026-11-01', dueTo: '2026-11-30' }, '2026-11-24')).toBe(
      'đến hạn trong tháng 11',
    );
    expect(periodWords({ dueFrom: '2026-11-05', dueTo: '2026-11-06' }, '2026-11-24')).toBe(
      'đến hạn từ 05/11/2026 đến 06/11/2026',
    );
    expect(periodWords({ dueFrom: null, dueTo: '2026-11-06' }, '2026-11-24')).toContain('06/11/2026');
    expect(periodWords({ dueFrom: null, dueTo: null }, '2026-11-24')).toBeNull();
  });
});
