import type { Assignment } from '@nghisu/shared/assignments/assignments.records.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { describe, expect, it } from 'vitest';
import { CountWatch } from './countWatch.ts';

const since = '2026-11-27T01:00:00.000Z';
const assignment = (given: Partial<Assignment> = {}): Assignment => ({
  kind: 'assignment',
  id: newId(),
  content: 'Báo cáo',
  leadUnitId: newId(),
  coordinatingUnitIds: [],
  dueDate: '2026-12-30',
  recurrence: null,
  assignedAt: '2026-11-01T01:00:00.000Z',
  assignedById: newId(),
  meetingId: newId(),
  agendaItemId: null,
  quote: '',
  responsibleId: null,
  progress: 'notStarted',
  percent: 0,
  acceptedAt: null,
  lastReport: '',
  lastReportAt: null,
  completedOn: null,
  revision: 1,
  ...given,
});

describe('what may change the counts', () => {
  it('is not what a stream tells for the first time, unless it was given after they were read', () => {
    const watch = new CountWatch(since);
    const given = assignment({ assignedAt: '2026-11-27T01:00:01.000Z' });
    expect(watch.changed([assignment(), given])).toEqual([given]);
    expect(watch.changed([given])).toEqual([]);
  });

  it('is a step of a row or of anything seen before, told once', () => {
    const watch = new CountWatch(since);
    const [row, other] = [assignment(), assignment()];
    watch.read([row], since);
    watch.changed([row, other]);
    for (const before of [row, other]) {
      const after = { ...before, progress: 'inProgress', revision: 2 } as const;
      expect(watch.changed([after])).toEqual([after]);
      expect(watch.changed([after])).toEqual([]);
    }
  });

  it('is no report, however often one comes', () => {
    const watch = new CountWatch(since);
    const row = assignment({ progress: 'inProgress' });
    watch.read([row], since);
    for (let revision = 2; revision < 10; revision += 1)
      expect(watch.changed([{ ...row, percent: 10 * revision, lastReport: 'Đang làm', revision }])).toEqual(
        [],
      );
  });

  it('is not what this device had kept from before the rows were read', () => {
    const watch = new CountWatch(since);
    const row = assignment({ progress: 'inProgress', revision: 5 });
    watch.read([row], since);
    expect(watch.changed([{ ...row, progress: 'notStarted', revision: 1 }])).toEqual([]);
  });
});
