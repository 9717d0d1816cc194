import { PDFDataRangeTransport } from 'pdfjs-dist';
import { isProblem, localProblem, ProblemError } from '../../../platform/api/problems.ts';
import { retryDelayMs } from '../../../platform/connection/retryDelay.ts';
import { onWake } from '../../../platform/connection/wake.ts';
import { language } from '../../../platform/i18n/i18n.svelte.ts';

/** The unit in which files are fetched, in bytes. Larger brings what nobody reads, smaller costs round trips. */
export const chunkBytes = 65_536;

type Part = { readonly begin: number; readonly bytes: Uint8Array<ArrayBuffer>; readonly total: number };

export type SourceListeners = {
  /** The network does not bring what is asked for; false once it does again. */
  readonly onWaiting: (waiting: boolean) => void;
  /** The file will never come: it is gone, not the reader's any more, or the session ended. */
  readonly onRefused: (error: ProblemError) => void;
};

/**
 * Fetches a file in ranges, as they are looked at. A range that fails for want of a network waits and is fetched again,
 * so that an open paper survives a dead spot: what is shown stays, what is missing comes later.
 */
export class RangeSource extends PDFDataRangeTransport {
  readonly #url: string;
  readonly #etag: string | null;
  readonly #listeners: SourceListeners;
  readonly #stop = new AbortController();
  readonly #tail: Part | null;
  readonly #waiting = new Set<() => void>();
  readonly #stopWaking: () => void;

  private constructor(
    url: string,
    parts: { head: Part; tail: Part | null; etag: string | null },
    listeners: SourceListeners,
  ) {
    super(parts.head.total, parts.head.bytes, parts.head.bytes.length === parts.head.total);
    this.#url = url;
    this.#etag = parts.etag;
    this.#tail = parts.tail;
    this.#listeners = listeners;
    this.#stopWaking = onWake({ wake: () => this.retryNow(), sleep: () => {} });
  }

  /**
   * Begins with the first and the last part at the same time: the last holds the table of contents of the file, and
   * waiting for it would cost a round trip. Rejects with `ProblemError`, or with the signal's reason.
   */
  static async open(url: string, listeners: SourceListeners, signal: AbortSignal): Promise<RangeSource> {
    const [first, last] = await Promise.all([
      fetchPart(url, `bytes=0-${chunkBytes - 1}`, null, signal),
      fetchPart(url, `bytes=-${chunkBytes}`, null, signal),
    ]);
    const tail = last.etag === first.etag && last.part.total === first.part.total ? last.part : null;
    return new RangeSource(url, { head: first.part, tail, etag: first.etag }, listeners);
  }

  override requestDataRange(begin: number, end: number): void {
    const tail = this.#tail;
    if (tail && begin >= tail.begin) {
      const bytes = tail.bytes.slice(begin - tail.begin, end - tail.begin);
      queueMicrotask(() => this.onDataRange(begin, bytes));
      return;
    }
    void this.#bring(begin, end);
  }

  /** Asks at once for everything that waits for the network. */
  retryNow(): void {
    for (const wake of this.#waiting) wake();
  }

  override abort(): void {
    this.#stopWaking();
    this.#stop.abort();
    this.retryNow();
  }

  async #bring(begin: number, end: number): Promise<void> {
    for (let tries = 0; !this.#stop.signal.aborted; tries += 1) {
      try {
        const { part } = await fetchPart(
          this.#url,
          `bytes=${begin}-${end - 1}`,
          this.#etag,
          this.#stop.signal,
        );
        this.#listeners.onWaiting(this.#waiting.size > 0);
        this.onDataRange(begin, part.bytes);
        return;
      } catch (error) {
        if (this.#stop.signal.aborted) return;
        if (error instanceof ProblemError && !isPassing(error)) {
          this.#listeners.onRefused(error);
          return;
        }
        this.#listeners.onWaiting(true);
        await this.#pause(retryDelayMs(tries));
      }
    }
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise(resolve => {
      const wake = () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.#waiting.add(wake);
    });
  }
}

/** True where asking again later may help. */
const isPassing = ({ problem }: ProblemError): boolean =>
  problem.code === 'unavailable' || problem.code === 'internal' || problem.code === 'too_many';

/** A file that was put in the place of another: the parts would not fit together. */
const replaced = (): ProblemError => new ProblemError(localProblem('conflict', 'papers.replaced'));

async function fetchPart(
  url: string,
  range: string,
  etag: string | null,
  signal: AbortSignal,
): Promise<{ part: Part; etag: string | null }> {
  const headers = { Range: range, 'accept-language': language.current };
  // Not kept on the device, which others may use next; and parts kept by the browser would be fetched one by one.
  const response = await fetch(url, { headers, cache: 'no-store', signal }).catch(() => {
    signal.throwIfAborted();
    throw new ProblemError(localProblem('unavailable'));
  });
  if (!response.ok) throw await refusal(response);
  const found = response.headers.get('etag');
  if (etag !== null && found !== etag) {
    await response.body?.cancel();
    throw replaced();
  }
  const bytes = new Uint8Array(await bodyOf(response, signal));
  const said = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers.get('content-range') ?? '');
  const place = said ? { begin: Number(said[1]), total: Number(said[2]) } : { begin: 0, total: bytes.length };
  return { part: { ...place, bytes }, etag: found };
}

/** A body that breaks off is a network that failed. */
async function bodyOf(response: Response, signal: AbortSignal): Promise<ArrayBuffer> {
  try {
    return await response.arrayBuffer();
  } catch {
    signal.throwIfAborted();
    throw new ProblemError(localProblem('unavailable'));
  }
}

async function refusal(response: Response): Promise<ProblemError> {
  const answer: unknown = await response.json().catch(() => undefined);
  if (isProblem(answer)) return new ProblemError(answer);
  return new ProblemError(localProblem(response.status >= 500 ? 'unavailable' : 'not_found'));
}
