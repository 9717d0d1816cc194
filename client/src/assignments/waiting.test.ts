import type { Assignment } from '@nghisu/shared/assignments/assignments.records.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { noSeat, type Viewer } from '@nghisu/shared/platform/viewer.ts';
import { describe, expect, it } from 'vitest';
import { waitingFor } from './waiting.ts';

const today = '2026-11-24';
const [unitId, otherUnit, me, colleague] = [newId(), newId(), newId(), newId()];
const head: Viewer = { personId: me, systemRoles: [], units: [{ unitId, head: true }], ...noSeat };

const assignment = (given: Partial<Assignment>): Assignment => ({
  kind: 'assignment',
  id: newId(),
  content: 'Báo cáo',
  leadUnitId: unitId,
  coordinatingUnitIds: [],
  dueDate: null,
  recurrence: null,
  assignedAt: '2026-11-01T01:00:00.000Z',
  assignedById: colleague,
  meetingId: newId(),
  agendaItemId: null,
  quote: '',
  responsibleId: null,
  progress: 'inProgress',
  percent: 0,
  acceptedAt: null,
  lastReport: '',
  lastReportAt: null,
  completedOn: null,
  revision: 1,
  ...given,
});

describe('what waits for a person', () => {
  it('is what has to be accepted, redone, or is overdue or due soon, by due date', () => {
    const list = [
      assignment({ progress: 'notStarted' }),
      assignment({ progress: 'rework', dueDate: '2026-12-20' }),
      assignment({ dueDate: '2026-11-26' }),
      assignment({ dueDate: '2026-11-20' }),
      assignment({ dueDate: '2026-12-30' }),
      assignment({ progress: 'awaitingConfirmation', dueDate: '2026-11-20' }),
      assignment({ progress: 'completed', dueDate: '2026-11-20' }),
    ];
    const whys = waitingFor(head, list, [], today).map(({ why }) => why);
    expect(whys).toEqual(['overdue', 'dueSoon', 'rework', 'accept']);
  });

  it('is not what a colleague does, nor what another unit leads', () => {
    const list = [
      assignment({ progress: 'notStarted', responsibleId: colleague }),
      assignment({ progress: 'notStarted', leadUnitId: otherUnit, coordinatingUnitIds: [unitId] }),
    ];
    expect(waitingFor(head, list, [], today)).toEqual([]);
    const staff = { ...head, units: [{ unitId, head: false }] };
    expect(waitingFor(staff, [assignment({ progress: 'notStarted' })], [], today)).toEqual([]);
    expect(
      waitingFor(staff, [assignment({ progress: 'notStarted', responsibleId: me })], [], today),
    ).toHaveLength(1);
  });

  it('is what I gave and have to decide, once even where my own unit leads it', () => {
    const own = assignment({ progress: 'awaitingConfirmation', assignedById: me });
    const declined = assignment({ progress: 'declined', leadUnitId: otherUnit });
    const waiting = waitingFor(head, [own], [own, declined], today);
    expect(waiting.map(({ why }) => why).sort()).toEqual(['confirm', 'declined']);
  });
});
