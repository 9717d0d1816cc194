import { describe, expect, it } from 'vitest';
import { newId } from '../platform/ids.ts';
import { assignmentQuerySchema, writeCursor } from './assignments.query.ts';

describe('the parameters of the list', () => {
  it('take everything by default, 50 at a time', () => {
    expect(assignmentQuerySchema.parse({})).toEqual({
      scope: 'all',
      state: [],
      time: [],
      text: '',
      limit: 50,
    });
  });

  it('read several statuses in one parameter', () => {
    const query = assignmentQuerySchema.parse({ state: 'rework,inProgress', time: 'overdue' });
    expect(query.state).toEqual(['inProgress', 'rework']);
    expect(query.time).toEqual(['overdue']);
  });

  it.each(['2026-12-30', null])('find the place after which the next page begins (due %s)', dueDate => {
    const place = { dueDate, id: newId() };
    expect(assignmentQuerySchema.parse({ after: writeCursor(place) }).after).toEqual(place);
  });

  it.each([
    { state: 'inProgress,unknown' },
    { state: '__proto__' },
    { scope: 'everything' },
    { limit: '0' },
    { limit: '101' },
    { limit: '1e9' },
    { after: 'none' },
    { after: `2026-02-30~${newId()}` },
    { unit: 'x' },
    { text: 'a'.repeat(201) },
    { text: ['a', 'b'] },
    { dueFrom: '30/12/2026' },
    { sort: 'percent' },
  ])('refuse %j', parameters => {
    expect(assignmentQuerySchema.safeParse(parameters).success).toBe(false);
  });
});
