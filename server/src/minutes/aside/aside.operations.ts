import { asideAnswerSchema, asideTextSchema } from '@nghisu/shared/minutes/minutes.records.ts';
import { idSchema } from '@nghisu/shared/platform/ids.ts';
import { z } from 'zod';
import type { Operation } from '../../api/openapi.ts';
import { asideQuerySchema } from './aside.routes.ts';

const meeting = { name: 'meetingId', in: 'path', required: true, schema: idSchema } as const;

/** The doors of text that was set aside, in the outside contract. */
export const asideOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/minutes/{meetingId}/aside',
    summary:
      'Hand over the complete Yjs state of minutes (version 1) that a restored backup has replaced, or that were refused. ' +
      'It is kept for the secretaries and never merged. The same bytes again change nothing.',
    parameters: [
      meeting,
      { name: 'generation', in: 'query', required: true, schema: asideQuerySchema.shape.generation },
    ],
    body: {
      type: 'application/octet-stream',
      schema: z.string().meta({ contentMediaType: 'application/octet-stream' }),
    },
    answer: {
      status: 200,
      schema: asideAnswerSchema,
      summary: 'Kept, or nothing in it that the minutes lack',
    },
  },
  {
    method: 'get',
    path: '/api/minutes/{meetingId}/aside/{partId}',
    summary: 'The text of a part that was set aside, for secretaries and the chair',
    parameters: [meeting, { name: 'partId', in: 'path', required: true, schema: idSchema }],
    answer: { status: 200, schema: asideTextSchema, summary: 'What the minutes do not hold, by section' },
  },
];
