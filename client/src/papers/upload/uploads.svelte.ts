import type { ErrorCode } from '@nghisu/shared/platform/errors.ts';
import { uploadFile } from '../../platform/api/api.ts';
import { ProblemError } from '../../platform/api/problems.ts';
import { formatBytes } from '../../platform/i18n/dates.ts';
import { papersWords } from '../papers.messages.ts';

/** What the server answers to an upload, with the name of the file: all that `papers.attach` needs. */
export type Uploaded = {
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  readonly suggestedTitle: string;
  readonly fileName: string;
};

export type UploadStage = 'waiting' | 'sending' | 'checking' | 'done' | 'failed';

/** One file on its way: `part` is how much has left this device, 0 to 1. */
export type Upload = {
  readonly id: number;
  readonly file: File;
  stage: UploadStage;
  part: number;
  /** Why it failed. */
  sentence: string;
  /** It may work another time; a file that is no PDF stays one. */
  mayRetry: boolean;
};

export type UploadParts = {
  readonly meetingId: () => string;
  readonly maxBytes: () => number;
  /** Told of each file that was stored; a rejection is shown beside the file. */
  readonly onUploaded: (uploaded: Uploaded) => unknown;
};

/** More at once would only make each slower on the line of an office. */
const mostAtOnce = 2;
/** How long a file that has arrived is still shown as such. */
const doneMs = 4000;

/** The files that a person is uploading, each on its own: one that fails stops no other. */
export class Uploads {
  list = $state<Upload[]>([]);
  readonly #parts: UploadParts;
  readonly #running = new Map<number, AbortController>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #lastId = 0;

  constructor(parts: UploadParts) {
    this.#parts = parts;
  }

  /** Takes files in, in the order of their names, as they will stand in the list of papers. */
  add(files: Iterable<File>): void {
    const sorted = [...files].sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }));
    for (const file of sorted) {
      this.#lastId += 1;
      const sentence = this.#refusal(file);
      const stage = sentence === '' ? 'waiting' : 'failed';
      this.list.push({ id: this.#lastId, file, stage, part: 0, sentence, mayRetry: false });
    }
    this.#next();
  }

  retry(id: number): void {
    const upload = this.#find(id);
    if (upload?.stage !== 'failed' || !upload.mayRetry) return;
    upload.stage = 'waiting';
    upload.part = 0;
    this.#next();
  }

  /** Stops an upload, or takes a file off the list that is not on its way. */
  remove(id: number): void {
    this.#running.get(id)?.abort();
    this.list = this.list.filter(upload => upload.id !== id);
    this.#next();
  }

  /** Stops everything. */
  stop(): void {
    for (const running of this.#running.values()) running.abort();
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #find(id: number): Upload | undefined {
    return this.list.find(upload => upload.id === id);
  }

  #refusal({ name, size, type }: File): string {
    const words = papersWords.upload;
    if (type !== 'application/pdf' && !/\.pdf$/i.test(name)) return words.notPdf;
    if (size === 0) return words.empty;
    const most = this.#parts.maxBytes();
    return size > most ? words.tooLarge(formatBytes(most)) : '';
  }

  #next(): void {
    for (const upload of this.list) {
      if (this.#running.size >= mostAtOnce) return;
      if (upload.stage === 'waiting') void this.#send(upload.id);
    }
  }

  async #send(id: number): Promise<void> {
    const upload = this.#find(id);
    if (!upload) return;
    const stop = new AbortController();
    this.#running.set(id, stop);
    upload.stage = 'sending';
    try {
      await this.#parts.onUploaded(await this.#transfer(upload, stop.signal));
      upload.stage = 'done';
      this.#leaveLater(id);
    } catch (error) {
      if (stop.signal.aborted) return;
      upload.stage = 'failed';
      upload.sentence = sentenceOf(error);
      upload.mayRetry = !(error instanceof ProblemError && lasting.has(error.problem.code));
    } finally {
      this.#running.delete(id);
      this.#next();
    }
  }

  async #transfer(upload: Upload, signal: AbortSignal): Promise<Uploaded> {
    const { file } = upload;
    const query = new URLSearchParams({ meetingId: this.#parts.meetingId(), fileName: file.name });
    // Some systems do not know the kind of a file by its name.
    const body = file.slice(0, file.size, 'application/pdf');
    const progress = (part: number): void => {
      upload.part = part;
      if (part >= 1) upload.stage = 'checking';
    };
    const answer = await uploadFile<Omit<Uploaded, 'fileName'>>(
      `/api/uploads?${query}`,
      body,
      progress,
      signal,
    );
    upload.stage = 'checking';
    return { ...answer, fileName: file.name };
  }

  #leaveLater(id: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.list = this.list.filter(upload => upload.id !== id);
    }, doneMs);
    this.#timers.add(timer);
  }
}

/** Refusals of the file itself. */
const lasting = new Set<ErrorCode>(['invalid', 'unsupported', 'too_large']);

const sentenceOf = (error: unknown): string =>
  error instanceof ProblemError ? error.problem.title : papersWords.upload.failed;
