import {
  assignmentEntrySchema,
  assignmentSchema,
  progressStates,
} from '@nghisu/shared/assignments/assignments.records.ts';
import {
  mayTake,
  type Step,
  timeStatus,
  timeStatuses,
} from '@nghisu/shared/assignments/assignments.rules.ts';
import { recogniseAssignments } from '@nghisu/shared/assignments/sentence/recognise.ts';
import { daysBetween, localDate } from '@nghisu/shared/platform/dates.ts';
import { describe, expect, test } from 'vitest';
import { buildAssignments, type DemoAssignment } from './assignments.ts';
import { buildMeetings } from './meetings.ts';
import { buildOrganisation } from './organisation.ts';

const days = ['2026-11-24', '2027-01-04', '2026-02-28', '2026-08-30'];
const build = (today: string) => {
  const organisation = buildOrganisation('vinh-phuc', today);
  const meetings = buildMeetings('vinh-phuc', organisation, today);
  return {
    today,
    organisation,
    meetings,
    assignments: buildAssignments('vinh-phuc', organisation, meetings, today),
  };
};
const worlds = days.map(build);
const share = (list: readonly DemoAssignment[], wanted: (assignment: DemoAssignment) => boolean) =>
  list.filter(wanted).length / list.length;

const stepOf: Record<string, Step> = {
  accepted: 'accept',
  declined: 'decline',
  responsibleNamed: 'nameResponsible',
  reported: 'reportProgress',
  submitted: 'submit',
  confirmed: 'confirm',
  returned: 'return',
  corrected: 'correct',
};
const leadsTo: Record<string, DemoAssignment['progress']> = {
  accepted: 'inProgress',
  declined: 'declined',
  reported: 'inProgress',
  submitted: 'awaitingConfirmation',
  confirmed: 'completed',
  returned: 'rework',
};

describe.each(worlds)('the demo assignments on $today', ({ today, organisation, meetings, assignments }) => {
  test('are 200 records that the product accepts, with entries of their own', () => {
    expect(assignments).toHaveLength(200);
    for (const { sentence: _, confirmedAt, history, ...assignment } of assignments) {
      assignmentSchema.parse({ kind: 'assignment', ...assignment });
      for (const { revision: _revision, ...entry } of history) assignmentEntrySchema.parse(entry);
      expect(assignment.revision).toBe(history.length);
      expect(confirmedAt !== null).toBe(assignment.progress === 'completed');
    }
    const ids = assignments.flatMap(({ id, history }) => [id, ...history.map(entry => entry.id)]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('are in every progress state and every time status', () => {
    expect(new Set(assignments.map(({ progress }) => progress))).toEqual(new Set(progressStates));
    expect(new Set(assignments.map(assignment => timeStatus(assignment, today)))).toEqual(
      new Set(timeStatuses),
    );
    const overdue = assignments.filter(assignment => timeStatus(assignment, today) === 'overdue');
    expect(overdue.some(({ dueDate }) => daysBetween(dueDate ?? today, today) > 120)).toBe(true);
  });

  test('follow the ratios of a province: five units lead half, a quarter has no coordinator, some are sent back', () => {
    const load = Map.groupBy(assignments, ({ leadUnitId }) => leadUnitId);
    const counts = [...load.values()].map(list => list.length).sort((a, b) => b - a);
    const five = counts.slice(0, 5).reduce((sum, count) => sum + count, 0);
    expect(five / 200).toBeGreaterThan(0.4);
    expect(five / 200).toBeLessThan(0.65);
    expect(load.size).toBeGreaterThan(15);
    expect(share(assignments, ({ coordinatingUnitIds }) => coordinatingUnitIds.length === 0)).toBeGreaterThan(
      0.17,
    );
    expect(share(assignments, ({ coordinatingUnitIds }) => coordinatingUnitIds.length > 6)).toBeLessThan(
      0.14,
    );
    const dated = assignments.filter(({ dueDate, recurrence }) => dueDate && dueDate < today && !recurrence);
    expect(share(dated, assignment => timeStatus(assignment, today) === 'onTime')).toBeGreaterThan(0.5);
    expect(share(dated, assignment => timeStatus(assignment, today) === 'overdue')).toBeLessThan(0.3);
    expect(
      assignments.filter(({ history }) => history.some(({ type }) => type === 'returned')).length,
    ).toBeGreaterThan(3);
    expect(
      assignments.filter(({ history }) => history.some(({ type }) => type === 'corrected')).length,
    ).toBeGreaterThan(3);
  });

  test('came to where they stand by steps that the product allows, one after the other, before today', () => {
    for (const assignment of assignments) {
      const [first, ...steps] = assignment.history;
      expect(first).toMatchObject({
        type: 'assigned',
        at: assignment.assignedAt,
        byId: assignment.assignedById,
      });
      let progress: DemoAssignment['progress'] = 'notStarted';
      let before = first?.at ?? '';
      for (const entry of steps) {
        const step = stepOf[entry.type];
        expect(step && mayTake(step, { progress }), `${entry.type} while ${progress}`).toBe(true);
        progress = leadsTo[entry.type] ?? progress;
        expect(entry.at > before).toBe(true);
        before = entry.at;
      }
      expect(progress).toBe(assignment.progress);
      expect(localDate(before) < today).toBe(true);
      const declared = assignment.history.findLast(({ type }) => type === 'submitted');
      const done = progress === 'completed' || progress === 'awaitingConfirmation';
      expect(assignment.completedOn).toBe(done && declared ? localDate(declared.at) : null);
    }
  });

  test('are carried out by people of the lead unit', () => {
    const unitsOf = Map.groupBy(organisation.posts, post => post.personId);
    for (const { responsibleId, leadUnitId, history } of assignments) {
      const workers = history.filter(({ type }) =>
        ['accepted', 'declined', 'reported', 'submitted'].includes(type),
      );
      for (const personId of [responsibleId, ...workers.map(({ byId }) => byId)]) {
        if (personId === null) continue;
        expect(unitsOf.get(personId)?.some(post => post.unitId === leadUnitId)).toBe(true);
      }
    }
  });

  test('read from their own sentences as the product reads them', () => {
    for (const {
      sentence,
      quote,
      content,
      leadUnitId,
      coordinatingUnitIds,
      history,
      dueDate,
      recurrence,
      meetingId,
    } of assignments) {
      const meeting = meetings.find(({ id }) => id === meetingId);
      const context = { today, meetingDate: meeting?.day ?? today, units: organisation.units };
      const [read, ...others] = recogniseAssignments(sentence, context);
      expect(others, sentence).toEqual([]);
      expect(read?.leadUnitId, sentence).toBe(leadUnitId);
      expect(sentence).toBe(`${quote}.`);
      expect(read?.recurrence, sentence).toEqual(recurrence);
      // 'UBND các huyện, thành phố' names nobody in particular; the secretary added the units by hand.
      if (/UBND các huyện, thành phố|các sở, ban, ngành/.test(sentence)) continue;
      expect(read?.coordinatingUnitIds.toSorted(), sentence).toEqual(coordinatingUnitIds.toSorted());
      expect(read?.content).toBe(content);
      if (recurrence || sentence.includes('tháng sau')) continue;
      const moved = history.find(({ type }) => type === 'corrected')?.changed.dueDate;
      expect(read?.dueDate, sentence).toBe(moved ? moved.before : dueDate);
    }
  });
});

test('the demo assignments repeat themselves for the same seed', () => {
  expect(build('2026-11-24').assignments).toEqual(worlds[0]?.assignments);
});
