import { describe, expect, it } from 'vitest';
import { progressStates } from './assignments.records.ts';
import { daysLeft, isOpen, mayProgress, mayTake, timeStatus } from './assignments.rules.ts';

const today = '2026-11-24';

describe('the time status of an assignment', () => {
  it.each([
    ['2026-11-28', null, 'inTerm'],
    ['2026-11-27', null, 'nearlyOverdue'],
    ['2026-11-24', null, 'nearlyOverdue'],
    ['2026-11-23', null, 'overdue'],
    [null, null, 'noDeadline'],
    [null, '2026-11-20', 'onTime'],
    ['2026-11-20', '2026-11-20', 'onTime'],
    ['2026-11-20', '2026-11-21', 'late'],
  ])('is, due %s and declared done %s, %s', (dueDate, completedOn, expected) => {
    expect(timeStatus({ dueDate, completedOn }, today)).toBe(expected);
  });

  it('counts days over the end of a month, and none without a due date', () => {
    expect(daysLeft({ dueDate: '2026-12-01' }, today)).toBe(7);
    expect(daysLeft({ dueDate: '2026-10-31' }, today)).toBe(-24);
    expect(daysLeft({ dueDate: null }, today)).toBeNull();
  });
});

describe('the steps of an assignment', () => {
  it('lead from the gift to the confirmation, and back only by a return', () => {
    expect(mayProgress('notStarted', 'inProgress')).toBe(true);
    expect(mayProgress('inProgress', 'awaitingConfirmation')).toBe(true);
    expect(mayProgress('awaitingConfirmation', 'completed')).toBe(true);
    expect(mayProgress('completed', 'rework')).toBe(true);
    expect(mayProgress('declined', 'rework')).toBe(true);
  });

  it.each([
    ['notStarted', 'awaitingConfirmation'],
    ['inProgress', 'completed'],
    ['completed', 'inProgress'],
    ['declined', 'inProgress'],
    ['inProgress', 'declined'],
  ] as const)('never jump from %s to %s', (from, to) => {
    expect(mayProgress(from, to)).toBe(false);
  });

  it('may correct everything that is not completed', () => {
    const correctable = progressStates.filter(progress => mayTake('correct', { progress }));
    expect(correctable).toEqual(progressStates.filter(progress => isOpen({ progress })));
  });

  it('accept only what waits for it', () => {
    const acceptable = progressStates.filter(progress => mayTake('accept', { progress }));
    expect(acceptable).toEqual(['notStarted', 'rework']);
  });
});
