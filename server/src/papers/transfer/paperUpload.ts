import { isEditable } from '@nghisu/shared/meetings/meetings.rules.ts';
import { papersPolicies } from '@nghisu/shared/papers/papers.policy.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { line } from '@nghisu/shared/platform/fields.ts';
import { idSchema } from '@nghisu/shared/platform/ids.ts';
import { normaliseVietnamese } from '@nghisu/shared/platform/text.ts';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { meetingById } from '../../meetings/meetings.store.ts';
import { parseOrThrow } from '../../platform/commands/runCommand.ts';
import { type ArrivedFile, FileNotStored } from '../../platform/files/fileStore.ts';
import { type PdfVerdict, pdfInspectionLimits } from '../inspection/pdfInspection.ts';
import { saveUpload } from '../papers.store.ts';
import type { PapersRoutesParts } from './papers.routes.ts';

export type UploadParts = PapersRoutesParts & { readonly inspect: (path: string) => Promise<PdfVerdict> };

/** `meetingId`: the meeting for which the file is meant; only who may attach papers there may upload. */
export const uploadQuerySchema = z.strictObject({ meetingId: idSchema, fileName: line(255) });

/** The answer to an upload: what `papers.attach` needs. */
export const uploadAnswerSchema = z.strictObject({
  sha256: z.string(),
  bytes: z.int(),
  pages: z.int(),
  suggestedTitle: z.string(),
});

/** A sender who is silent for longer has gone. */
const silenceMs = 60_000;

/** After a refusal so much is still read, so that a browser that is sending gets to see the answer. */
const discardedBytes = 64 * 1024 * 1024;
const discardedMs = 15_000;

/** Takes one PDF file in as the body of the request, and answers what it is. The file is never held in memory. */
export async function receivePaper(parts: UploadParts, request: Request, response: Response): Promise<void> {
  try {
    const personId = await parts.personOf(request);
    const { meetingId, fileName } = parseOrThrow(uploadQuerySchema, { ...request.query });
    await refuseUnlessOrganiser(parts, personId, meetingId);
    refuseByHeaders(parts, request);
    const stored = await store(parts, request, personId);
    const answer: z.output<typeof uploadAnswerSchema> = {
      ...stored,
      suggestedTitle: suggestedTitle(fileName),
    };
    response.status(201).json(answer);
  } catch (error) {
    // Whoever cancelled needs no answer, and it is no failure.
    if (request.destroyed && !request.complete) return;
    discardRest(request);
    throw error;
  }
}

async function refuseUnlessOrganiser(parts: UploadParts, personId: string, meetingId: string): Promise<void> {
  const viewer = await parts.viewerOf(parts.db, personId, meetingId);
  const meeting = await meetingById(parts.db, meetingId);
  if (!viewer || !meeting || !papersPolicies['papers.attach'](viewer)) throw new AppError('not_found');
  if (!isEditable(meeting.state)) throw new AppError('conflict', 'meetings.notEditable');
}

function refuseByHeaders({ maxUploadBytes }: UploadParts, request: Request): void {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
  if (!/^application\/pdf\s*(;|$)/i.test(type) || encoding !== 'identity') {
    throw new AppError('unsupported', 'papers.notPdf');
  }
  if (Number(request.headers['content-length'] ?? 0) > maxUploadBytes) throw tooLarge(maxUploadBytes);
}

const tooLarge = (maxBytes: number): AppError =>
  new AppError('too_large', 'papers.tooLarge', { mebibytes: Math.floor(maxBytes / 1024 / 1024) });

async function store(parts: UploadParts, request: Request, personId: string) {
  let pages = 0;
  const check = async ({ path, sha256, bytes }: ArrivedFile): Promise<void> => {
    const verdict = await parts.inspect(path);
    if ('refused' in verdict) {
      throw new AppError('unsupported', `papers.${verdict.refused}`, { most: pdfInspectionLimits.mostPages });
    }
    pages = verdict.pages;
    await saveUpload(parts.db, { sha256, bytes, pages }, personId);
  };
  try {
    const stored = await parts.files.put(pdfBody(request), { maxBytes: parts.maxUploadBytes, check });
    return { ...stored, pages };
  } catch (error) {
    if (!(error instanceof FileNotStored)) throw error;
    if (error.reason === 'tooLarge') throw tooLarge(parts.maxUploadBytes);
    parts.log.error({ err: error }, 'the file store is full');
    throw new AppError('unavailable', 'papers.noRoom');
  }
}

/** How a PDF file begins; some writers put a mark or line ends before it. */
const beginning = /^(\xef\xbb\xbf)?[\0\s]{0,16}%PDF-\d/;
const beginningLength = 32;

/** The body as it arrives. Ends with a refusal as soon as the first bytes show that it is no PDF file. */
async function* pdfBody(request: Request): AsyncGenerator<Uint8Array> {
  let first: Buffer | null = Buffer.alloc(0);
  const guard = setTimeout(() => request.destroy(new Error('the sender fell silent')), silenceMs);
  try {
    // The connection must outlive a refusal, to carry it.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      guard.refresh();
      if (first === null) {
        yield chunk;
        continue;
      }
      first = Buffer.concat([first, chunk]);
      if (first.length < beginningLength) continue;
      yield begun(first);
      first = null;
    }
  } finally {
    clearTimeout(guard);
  }
  if (first !== null) yield begun(first);
}

function begun(first: Buffer): Buffer {
  if (first.length === 0) throw new AppError('unsupported', 'papers.empty');
  if (!beginning.test(first.toString('latin1', 0, beginningLength))) {
    throw new AppError('unsupported', 'papers.notPdf');
  }
  return first;
}

function discardRest(request: Request): void {
  let left = discardedBytes;
  const guard = setTimeout(() => request.destroy(), discardedMs);
  request.once('close', () => clearTimeout(guard));
  request.on('error', () => {});
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
}

/** A title to begin with: the file's name without its ending, with spaces where names have other signs. */
export function suggestedTitle(fileName: string): string {
  const words = normaliseVietnamese(fileName.replace(/(\.pdf)+$/i, '').replace(/[_+]+/g, ' '));
  return words.slice(0, 300).toWellFormed().trim() || fileName.slice(0, 300);
}
