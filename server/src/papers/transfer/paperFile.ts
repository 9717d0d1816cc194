import { pipeline } from 'node:stream/promises';
import { canFollowMeeting } from '@nghisu/shared/meetings/meetings.policy.ts';
import { canReadPaper } from '@nghisu/shared/papers/papers.policy.ts';
import type { Paper } from '@nghisu/shared/papers/papers.records.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { isId } from '@nghisu/shared/platform/ids.ts';
import type { Request, Response } from 'express';
import parseRange from 'range-parser';
import { meetingById } from '../../meetings/meetings.store.ts';
import { contentDisposition, safeFileName } from '../../platform/files/contentDisposition.ts';
import type { ByteRange } from '../../platform/files/fileStore.ts';
import { paperById } from '../papers.store.ts';
import type { PapersRoutesParts } from './papers.routes.ts';

/** The id of no meeting: asked for a paper that does not exist, so that the answer takes as long as for one that does. */
const noMeeting = '00000000-0000-0000-0000-000000000000';

/** Sends the file of a paper, or a range of it, to whoever may read it now: every request is judged anew (R55). */
export async function sendPaper(
  parts: PapersRoutesParts,
  request: Request,
  response: Response,
): Promise<void> {
  const personId = await parts.personOf(request);
  const paper = await readablePaper(parts, personId, String(request.params.id));
  if (!paper) throw new AppError('not_found');
  const bytes = await parts.files.size(paper.sha256);
  if (bytes !== paper.bytes) {
    parts.log.error(
      { paper: paper.id, sha256: paper.sha256, bytes },
      'the file of a paper is missing or damaged',
    );
    throw new AppError('unavailable', 'papers.fileMissing');
  }
  const etag = `"${paper.sha256}"`;
  describe(request, response, paper, etag);
  if (isFresh(request, etag)) {
    response.status(304).end();
    return;
  }
  const range = wantedRange(request, bytes, etag);
  if (range === 'unsatisfiable') {
    response.status(416).setHeader('Content-Range', `bytes */${bytes}`);
    response.removeHeader('Content-Disposition');
    response.type('text/plain').end();
    return;
  }
  if (range) {
    response.status(206).setHeader('Content-Range', `bytes ${range.start}-${range.end}/${bytes}`);
  }
  response.setHeader('Content-Length', range ? range.end - range.start + 1 : bytes);
  if (request.method === 'HEAD') response.end();
  else await pour(parts, paper, range, response);
}

/** The paper, where the person may read it now. Each way takes the same steps, whether or not there is such a paper. */
async function readablePaper(
  { db, viewerOf }: PapersRoutesParts,
  personId: string,
  id: string,
): Promise<Paper | null> {
  if (!isId(id)) return null;
  const paper = await paperById(db, id);
  const meetingId = paper?.meetingId ?? noMeeting;
  const [viewer, meeting] = await Promise.all([
    viewerOf(db, personId, meetingId),
    meetingById(db, meetingId),
  ]);
  if (!paper || !viewer || !meeting) return null;
  return canReadPaper(viewer, paper) && canFollowMeeting(viewer, meeting) ? paper : null;
}

function describe(request: Request, response: Response, paper: Paper, etag: string): void {
  const kind = request.query.download === undefined ? 'inline' : 'attachment';
  response.set({
    'Content-Type': 'application/pdf',
    'Content-Disposition': contentDisposition(kind, safeFileName(paper.fileName, '.pdf')),
    'X-Content-Type-Options': 'nosniff',
    'Accept-Ranges': 'bytes',
    ETag: etag,
    // Kept by the reader's own browser only, and asked about before each use: the right to read may have ended.
    'Cache-Control': 'private, no-cache, no-transform',
  });
}

const isFresh = (request: Request, etag: string): boolean =>
  (request.headers['if-none-match'] ?? '')
    .split(',')
    .map(known => known.trim().replace(/^W\//, ''))
    .some(known => known === etag || known === '*');

/** The one range that is wanted; null means the whole file, as for several ranges, which no reader of papers needs. */
function wantedRange(request: Request, bytes: number, etag: string): ByteRange | null | 'unsatisfiable' {
  const { range, 'if-range': condition } = request.headers;
  if (request.method !== 'GET' || range === undefined) return null;
  if (condition !== undefined && condition !== etag) return null;
  const ranges = parseRange(bytes, range);
  if (ranges === -1) return 'unsatisfiable';
  if (ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return null;
  return ranges[0] ?? null;
}

async function pour(
  { files, log }: PapersRoutesParts,
  paper: Paper,
  range: ByteRange | null,
  response: Response,
): Promise<void> {
  try {
    await pipeline(files.read(paper.sha256, range ?? undefined), response);
  } catch (error) {
    // A reader who turns the page cancels what is under way; anything else is the store's failure.
    if (
      response.closed ||
      (error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')
    )
      return;
    log.error({ err: error, paper: paper.id }, 'the file of a paper could not be read');
    response.destroy();
  }
}
