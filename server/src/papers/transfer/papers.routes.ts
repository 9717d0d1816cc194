import type { Viewer } from '@nghisu/shared/platform/viewer.ts';
import { type Request, Router } from 'express';
import type { Db, Reader } from '../../platform/database/db.ts';
import type { FileStore } from '../../platform/files/fileStore.ts';
import type { Log } from '../../platform/log.ts';
import { createPdfInspector } from '../inspection/pdfInspection.ts';
import { sendPaper } from './paperFile.ts';
import { receivePaper } from './paperUpload.ts';

export type PapersRoutesParts = {
  readonly db: Db;
  readonly files: FileStore;
  /** Who asks; throws `unauthenticated`. */
  readonly personOf: (request: Request) => Promise<string>;
  readonly viewerOf: (db: Reader, personId: string, meetingId: string | null) => Promise<Viewer | null>;
  readonly maxUploadBytes: number;
  readonly log: Log;
};

/** The bytes of papers: one door in, one door out. Foreign pages are kept away by the guards before the routers. */
export function papersRoutes(parts: PapersRoutesParts): Router {
  const router = Router();
  const upload = { ...parts, inspect: createPdfInspector() };
  router.post('/api/uploads', (request, response) => receivePaper(upload, request, response));
  // GET answers HEAD as well. The name at the end is for the eyes of people and of programs that save the file.
  router.get('/api/papers/:id/file{/:name}', (request, response) => sendPaper(parts, request, response));
  return router;
}
