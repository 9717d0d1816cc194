import { assignmentQuerySchema, assignmentScopes } from '@nghisu/shared/assignments/assignments.query.ts';
import { progressStates } from '@nghisu/shared/assignments/assignments.records.ts';
import { timeStatuses } from '@nghisu/shared/assignments/assignments.rules.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { describe, expect, it } from 'vitest';
import {
  isNarrowed,
  type ListFilter,
  parametersOf,
  plainFilter,
  readAddress,
  writeAddress,
} from './filterAddress.ts';

const full: ListFilter = {
  scope: 'unit',
  state: 'inProgress',
  time: 'overdue',
  dueFrom: '2026-11-01',
  dueTo: '2026-11-30',
  unitId: newId(),
  meetingId: newId(),
  text: 'Hoà giải & đất đai',
};

describe('the filter in the address', () => {
  it('comes back as it was written, every choice of it', () => {
    expect(readAddress(writeAddress(full), 'mine')).toEqual(full);
    for (const scope of assignmentScopes)
      expect(readAddress(writeAddress({ ...full, scope }), 'mine').scope).toBe(scope);
    for (const state of ['open', 'any', ...progressStates] as const) {
      expect(readAddress(writeAddress({ ...full, state }), 'mine').state).toBe(state);
    }
    for (const time of timeStatuses)
      expect(readAddress(writeAddress({ ...full, time }), 'mine').time).toBe(time);
  });

  it('is the usual list where the address says nothing, or nonsense', () => {
    expect(readAddress('', 'mine')).toEqual(plainFilter('mine'));
    const nonsense = 'pham-vi=x&trang-thai=__proto__&tu-ngay=2026-02-30&don-vi=1&cuoc-hop=%00&thoi-han=';
    expect(readAddress(nonsense, 'all')).toEqual(plainFilter('all'));
    expect(readAddress(`tim=${'a'.repeat(500)}`, 'all').text).toHaveLength(200);
  });

  it('is always one that the server takes', () => {
    expect(assignmentQuerySchema.safeParse(parametersOf(full)).success).toBe(true);
    expect(assignmentQuerySchema.safeParse(parametersOf(plainFilter('mine'))).success).toBe(true);
    expect(parametersOf({ ...full, state: 'any' })).not.toHaveProperty('state');
  });

  it('knows whether more than the scope was chosen', () => {
    expect(isNarrowed(plainFilter('unit'))).toBe(false);
    expect(isNarrowed({ ...plainFilter('unit'), text: 'a' })).toBe(true);
    expect(isNarrowed({ ...plainFilter('unit'), state: 'any' })).toBe(true);
  });
});
