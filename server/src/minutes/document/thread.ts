import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Request } from '../storing/documentThread.ts';
import { linesBeyond, linesBrought, presentLines, weigh } from './asideText.ts';
import { judgeBatch } from './batch.ts';
import { DocumentCopy } from './documentCopy.ts';

// The worker thread that holds the copy of one document at a time. Nothing that a client sent is decoded elsewhere.

const { progress, largestDocument, frameBudgetMs, budgetBytes } = workerData as {
  progress: Float64Array;
  largestDocument: number;
  frameBudgetMs: number;
  budgetBytes: number;
};
const port = parentPort!;
let copy: DocumentCopy | null = null;

function present(): DocumentCopy {
  if (!copy) throw new Error('no document is loaded');
  return copy;
}

const sizeOf = (updates: readonly Uint8Array[]): number =>
  updates.reduce((sum, update) => sum + update.length, 0);

const cpuMicroseconds = (): number => {
  const { user, system } = process.threadCpuUsage();
  return user + system;
};

/** Says what is being judged, since when on this thread's own clock, and for how long at most. */
function announce(group: number, frame: number | null, bytes: number): void {
  progress[1] = cpuMicroseconds();
  progress[2] = frameBudgetMs * 1000 * Math.max(1, Math.ceil(bytes / budgetBytes));
  progress[3] = group;
  progress[4] = frame ?? -1;
  progress[0] = (progress[0] ?? 0) + 1;
}

function handle(request: Request): unknown {
  switch (request.kind) {
    case 'load':
      copy = null;
      copy = new DocumentCopy(request.updates, request.owners, largestDocument);
      return null;
    case 'unload':
      copy = null;
      return null;
    case 'judge':
      return judgeBatch(present(), request.groups, announce);
    case 'absorb':
      present().absorb(request.updates);
      return null;
    case 'answer':
      return present().answer(request.stateVector);
    case 'isNews':
      return request.updates.some((update, index) => {
        announce(0, index, update.length);
        return present().isNews(update);
      });
    case 'hasSections':
      return present().hasSections(request.wanted);
    case 'draftSections':
      return present().draftSections(request.wanted);
    case 'merge':
      return new DocumentCopy(request.updates, [], Number.POSITIVE_INFINITY).merged();
    case 'weigh':
      announce(0, 0, sizeOf([request.update, ...request.earlier]));
      return weigh(request.update, request.earlier);
    case 'linesBeyond': {
      announce(0, 0, sizeOf(request.stored));
      const present = presentLines(request.stored);
      announce(0, 0, request.update.length);
      return linesBeyond(request.update, present);
    }
    case 'lines':
      return presentLines(request.stored);
    case 'linesBrought':
      announce(0, 0, sizeOf([request.update, ...request.stored]));
      return linesBrought(request.update, request.stored);
  }
}

port.on('message', ({ id, request }: { id: number; request: Request }) => {
  let answer: Answer;
  try {
    answer = { id, value: handle(request) };
  } catch (error) {
    answer = { id, error: error instanceof Error ? error.message : String(error) };
  }
  port.postMessage(answer);
});
