import { z } from 'zod';

/** What this program writes, and the newest that it reads. */
export const archiveFormat = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

/** One table: the text that PostgreSQL's COPY gives of these columns, one line a row. */
const tableSchema = z.object({
  name: z.string(),
  columns: z.array(z.string()).min(1),
  rows: count,
  bytes: count,
  sha256,
});
export type ArchivedTable = z.infer<typeof tableSchema>;

/** One file of the store. What was uploaded and not attached to anything may be missing from the archive. */
const paperSchema = z.object({ sha256, bytes: count, attached: z.boolean() });
export type ArchivedPaper = z.infer<typeof paperSchema>;

/** The first entry of an archive: what it is, and what comes after in this order, by size and hash. */
export const manifestSchema = z.object({
  product: z.literal('nghisu'),
  format: z.int().min(1),
  version: z.string(),
  id: z.uuid(),
  /** When the snapshot was taken, by the database's clock. */
  madeAt: z.iso.datetime(),
  /** The version of the schema. */
  migration: z.string(),
  /** The history that the archive is of; null where the schema had none yet. */
  epoch: z.uuid().nullable(),
  tables: z.array(tableSchema),
  papers: z.array(paperSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const manifestName = 'manifest.json';
export const tableEntry = (name: string): string => `tables/${name}.copy`;
export const paperEntry = (hash: string): string => `papers/${hash}`;
