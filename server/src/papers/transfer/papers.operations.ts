import { idSchema } from '@nghisu/shared/platform/ids.ts';
import { z } from 'zod';
import type { Operation } from '../../api/openapi.ts';
import { uploadAnswerSchema, uploadQuerySchema } from './paperUpload.ts';

const fileParameters = [
  { name: 'id', in: 'path', required: true, schema: idSchema },
  {
    name: 'name',
    in: 'path',
    required: true,
    schema: z.string().describe('Any name, for people; not judged'),
  },
] as const;

const conditions = [
  { name: 'If-None-Match', in: 'header', schema: z.string() },
  { name: 'download', in: 'query', schema: z.string().describe('Present: to be saved, not shown') },
] as const;

const file = z.string().meta({ contentMediaType: 'application/pdf' });

/** The doors of papers in the outside contract. */
export const papersOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/uploads',
    summary:
      'Upload one PDF file for a meeting; then attach it with `papers.attach`. The body is the file itself.',
    parameters: [
      { name: 'meetingId', in: 'query', required: true, schema: uploadQuerySchema.shape.meetingId },
      { name: 'fileName', in: 'query', required: true, schema: uploadQuerySchema.shape.fileName },
    ],
    body: { type: 'application/pdf', schema: file },
    answer: { status: 201, schema: uploadAnswerSchema, summary: 'Stored; what `papers.attach` needs' },
  },
  {
    method: 'get',
    path: '/api/papers/{id}/file/{name}',
    summary:
      'The file of a paper. One `Range` is answered with 206, an impossible one with 416, several with the whole.',
    parameters: [
      ...fileParameters,
      ...conditions,
      { name: 'Range', in: 'header', schema: z.string() },
      { name: 'If-Range', in: 'header', schema: z.string() },
    ],
    answer: {
      status: 200,
      type: 'application/pdf',
      schema: file,
      summary: 'The file; `ETag` is its SHA-256',
    },
  },
  {
    method: 'head',
    path: '/api/papers/{id}/file/{name}',
    summary: 'Size, name and ETag of the file of a paper',
    parameters: [...fileParameters, ...conditions],
    answer: { status: 200, summary: 'As GET, without the file' },
  },
];
