import {
  assignmentHistorySchema,
  assignmentPageSchema,
  assignmentQuerySchema,
  assignmentSourceSchema,
} from '@nghisu/shared/assignments/assignments.query.ts';
import { assignmentSchema } from '@nghisu/shared/assignments/assignments.records.ts';
import { idSchema } from '@nghisu/shared/platform/ids.ts';
import type { Operation } from '../../api/openapi.ts';

const id = { name: 'id', in: 'path', required: true, schema: idSchema } as const;

/** What the outside contract says of the assignment routes. */
export const assignmentsOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/assignments',
    summary: 'Assignments that the caller may see, by due date, filtered, page by page',
    parameters: Object.entries(assignmentQuerySchema.shape).map(([name, schema]) => ({
      name,
      in: 'query' as const,
      schema,
    })),
    answer: {
      status: 200,
      schema: assignmentPageSchema,
      summary: 'One page, and how many each status holds',
    },
  },
  {
    method: 'get',
    path: '/api/assignments/{id}',
    summary: 'One assignment',
    parameters: [id],
    answer: { status: 200, schema: assignmentSchema, summary: 'The assignment' },
  },
  {
    method: 'get',
    path: '/api/assignments/{id}/source',
    summary: 'The meeting and the agenda item that an assignment comes from',
    parameters: [id],
    answer: { status: 200, schema: assignmentSourceSchema, summary: 'Its source' },
  },
  {
    method: 'get',
    path: '/api/assignments/{id}/history',
    summary: 'The life of an assignment, oldest step first',
    parameters: [id],
    answer: { status: 200, schema: assignmentHistorySchema, summary: 'Its steps' },
  },
];
