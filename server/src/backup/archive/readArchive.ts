import { pipeline } from 'node:stream/promises';
import { extract, type Header } from 'tar-stream';
import { z } from 'zod';
import { ArchiveError, decrypted } from './encryption.ts';
import {
  type ArchivedPaper,
  type ArchivedTable,
  archiveFormat,
  type Manifest,
  manifestName,
  manifestSchema,
  paperEntry,
  tableEntry,
} from './manifest.ts';
import { drain, Meter } from './measure.ts';

/** Who looks into an archive. Content must be read to its end; whether it is right is known only after that. */
export type ArchiveReader = {
  readonly onManifest?: (manifest: Manifest) => Promise<void>;
  readonly onTable?: (table: ArchivedTable, content: AsyncIterable<Uint8Array>) => Promise<void>;
  /** Without it the papers are left out where `tablesOnly` says so, else read and verified. */
  readonly onPaper?: (paper: ArchivedPaper, content: AsyncIterable<Uint8Array>) => Promise<void>;
  readonly tablesOnly?: boolean;
};

/** What was found; `papers` are those that are in the archive. */
export type ArchiveContent = { readonly manifest: Manifest; readonly papers: readonly ArchivedPaper[] };

/** An entry as the tar gives it. */
type Entry = AsyncIterable<Uint8Array> & { readonly header: Header };

type Expected = {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number | null;
  readonly optional: boolean;
  readonly take: (content: AsyncIterable<Uint8Array>) => Promise<void>;
};

/**
 * Reads an archive from its beginning and compares everything with its manifest: names, order, sizes, hashes and counts.
 * Throws `ArchiveError` where anything differs, is missing or too much, and what the reader throws.
 */
export async function readArchive(
  path: string,
  passphrase: string,
  reader: ArchiveReader = {},
): Promise<ArchiveContent> {
  const entries = extract();
  const feeding = pipeline(await decrypted(path, passphrase), entries);
  // The loop fails for the same reason, unless it is left early; then nobody asks.
  feeding.catch(() => {});
  let manifest: Manifest | null = null;
  let expected: Expected[] = [];
  const papers: ArchivedPaper[] = [];
  for await (const entry of entries as AsyncIterable<Entry>) {
    if (!manifest) {
      manifest = await readManifest(entry);
      await reader.onManifest?.(manifest);
      expected = expectedIn(manifest, reader, papers);
    } else {
      expected = await takeNext(entry, expected);
    }
    if (reader.tablesOnly && !expected.some(({ rows }) => rows !== null)) return { manifest, papers };
  }
  await feeding;
  const missing = expected.find(({ optional }) => !optional);
  if (!manifest || missing) throw new ArchiveError(`The archive lacks ${missing?.name ?? manifestName}.`);
  return { manifest, papers };
}

async function readManifest(entry: Entry): Promise<Manifest> {
  if (entry.header.name !== manifestName) throw new ArchiveError('This is not a backup of Nghị Sự.');
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry) chunks.push(chunk);
  const content: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  const { format } = z.looseObject({ format: z.int() }).parse(content);
  if (format > archiveFormat)
    throw new ArchiveError('The archive was made by a newer version of Nghị Sự. Use that one.');
  const parsed = manifestSchema.safeParse(content);
  if (!parsed.success)
    throw new ArchiveError('The manifest of the archive cannot be read.', { cause: parsed.error });
  return parsed.data;
}

function expectedIn(manifest: Manifest, reader: ArchiveReader, papers: ArchivedPaper[]): Expected[] {
  const { onTable = (_, content) => drain(content), onPaper = (_, content) => drain(content) } = reader;
  return [
    ...manifest.tables.map(table => ({
      ...table,
      name: tableEntry(table.name),
      optional: false,
      take: (content: AsyncIterable<Uint8Array>) => onTable(table, content),
    })),
    ...manifest.papers.map(paper => ({
      ...paper,
      name: paperEntry(paper.sha256),
      rows: null,
      optional: !paper.attached,
      take: async (content: AsyncIterable<Uint8Array>) => {
        await onPaper(paper, content);
        papers.push(paper);
      },
    })),
  ];
}

/** Takes the entry, which must be the next one expected, and answers what is expected after it. */
async function takeNext(entry: Entry, expected: readonly Expected[]): Promise<Expected[]> {
  const { name } = entry.header;
  const at = expected.findIndex(one => one.name === name || !one.optional);
  const next = expected[at];
  if (!next || next.name !== name) throw new ArchiveError(`The archive has ${name} out of place.`);
  const meter = new Meter();
  await next.take(meter.through(entry));
  const { sha256, bytes, lines } = meter.read();
  const isRight =
    sha256 === next.sha256 && bytes === next.bytes && (next.rows === null || lines === next.rows);
  if (!isRight) throw new ArchiveError(`${name} in the archive is not what its manifest says.`);
  return expected.slice(at + 1);
}
