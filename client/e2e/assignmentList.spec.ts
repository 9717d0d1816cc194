import type { AssignmentPage } from '@nghisu/shared/assignments/assignments.query.ts';
import type { Assignment } from '@nghisu/shared/assignments/assignments.records.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, Hall } from './hall/actors.ts';
import { openSession } from './hall/session.ts';

let hall: Hall;
let actors: Record<'chair' | 'secretary' | 'departmentHead', Actor>;
let monitor: Actor;
/** The unit that the head of department heads; neither the chair nor the monitor belongs to it. */
let unitId: string;

beforeAll(async () => {
  hall = await Hall.open(4);
  actors = await hall.actors(['chair', 'secretary', 'departmentHead']);
  monitor = await hall.seat();
  await monitor.login('chanhvp');
  const session = await actors.departmentHead.ask<{ viewer: { units: { unitId: string }[] } }>(
    '/api/session',
  );
  unitId = session.viewer.units[0]!.unitId;
});
afterAll(() => hall?.close());
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await hall?.photograph('assignmentList');
});

/** What the unit is at work on, as this person's list has it. */
async function underWay(reader: Actor): Promise<Assignment[]> {
  const path = `/api/assignments?limit=100&state=inProgress,rework&unit=${unitId}`;
  return (await reader.ask<AssignmentPage>(path)).items;
}

/** Opens the list of what the unit leads. */
async function openList(reader: Actor): Promise<void> {
  await reader.goTo(`/nhiem-vu?pham-vi=tat-ca&don-vi=${unitId}`);
  await reader.page.getByRole('row').nth(1).waitFor();
}

const rowOf = (page: Page, { content }: Assignment) => page.getByRole('row').filter({ hasText: content });

/** Counts what the page asks of the list from now on. */
function listRequests(page: Page): () => number {
  let count = 0;
  page.on('request', request => {
    if (new URL(request.url()).pathname === '/api/assignments') count += 1;
  });
  return () => count;
}

describe('the list of assignments', () => {
  test.each(['chair', 'monitor'] as const)(
    'S11: shows the %s a step of a unit of others as it happens, without asking for the list again',
    async name => {
      const reader = name === 'monitor' ? monitor : actors[name];
      const [assignment] = await underWay(reader);
      await openList(reader);
      const row = rowOf(reader.page, assignment!).first();
      await row.getByText('Đang thực hiện').or(row.getByText('Thực hiện lại')).first().waitFor();
      const asked = listRequests(reader.page);
      await actors.departmentHead.command(`unit:${unitId}`, 'assignments.submit', {
        assignmentId: assignment!.id,
        report: 'Đã hoàn thành',
      });
      await row.getByText('Chờ xác nhận').waitFor();
      expect(asked()).toBe(0);
    },
  );

  test('S11: tells the chair of what is given in the meeting that runs', async () => {
    const { chair, secretary } = actors;
    const { meetingId } = await openSession({ chair, secretary });
    await openList(chair);
    await secretary.command(`meeting:${meetingId}`, 'assignments.assign', {
      assignmentId: newId(),
      agendaItemId: null,
      leadUnitId: unitId,
      coordinatingUnitIds: [],
      content: 'Báo cáo ngay trong phiên họp',
      quote: '',
      dueDate: '2020-01-01',
      recurrence: null,
    });
    await chair.page.getByRole('button', { name: 'Hiện thêm 1 nhiệm vụ' }).click();
    await chair.page.getByRole('row').filter({ hasText: 'Báo cáo ngay trong phiên họp' }).waitFor();
  });
});
