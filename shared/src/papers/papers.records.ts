import { z } from 'zod';
import { instantSchema, line } from '../platform/fields.ts';
import { idSchema } from '../platform/ids.ts';

/** SHA-256 of a stored file in lower-case hexadecimal. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** Tài liệu họp: one paper of an agenda item. Its bytes are fetched by its id and never travel in a stream. */
export const paperSchema = z.strictObject({
  kind: z.literal('paper'),
  id: idSchema,
  meetingId: idSchema,
  agendaItemId: idSchema,
  position: z.number(),
  title: line(300),
  fileName: line(255),
  sha256: sha256Schema,
  bytes: z.int().min(1),
  pages: z.int().min(1),
  attachedById: idSchema,
  attachedAt: instantSchema,
});
export type Paper = z.infer<typeof paperSchema>;

/** That I have opened a paper, and where I stopped. Its id is the paper's id; lives in the reader's own stream. */
export const paperReadingSchema = z.strictObject({
  kind: z.literal('paperReading'),
  id: idSchema,
  meetingId: idSchema,
  openedAt: instantSchema,
  lastPage: z.int().min(1),
});
export type PaperReading = z.infer<typeof paperReadingSchema>;
