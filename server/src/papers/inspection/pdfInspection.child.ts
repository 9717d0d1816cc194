// Runs alone in a process without rights: reads one file, says what it is, ends. Whatever a hostile file does here, the
// server only loses this process. The parent is `pdfInspection.ts`.
import { fstatSync, readSync, writeSync } from 'node:fs';
import {
  getDocument,
  PasswordException,
  PDFDataRangeTransport,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

const tell = (message: object): number => writeSync(1, `${JSON.stringify(message)}\n`);

/** Gives pdf.js only the parts it asks for, so that a large file takes no memory for itself. */
class FileRanges extends PDFDataRangeTransport {
  readonly #file: number;

  constructor(file: number, bytes: number) {
    super(bytes, null);
    this.#file = file;
  }

  override requestDataRange(begin: number, end: number): void {
    const chunk = new Uint8Array(end - begin);
    const length = readSync(this.#file, chunk, 0, chunk.length, begin);
    queueMicrotask(() => this.onDataRange(begin, chunk.subarray(0, length)));
  }
}

async function inspect(file: number): Promise<object> {
  const loading = getDocument({
    range: new FileRanges(file, fstatSync(file).size),
    disableAutoFetch: true,
    disableStream: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await loading.promise;
    const pages = document.numPages;
    // A file whose last page cannot be reached is not whole, whatever it says of itself.
    for (const number of new Set([1, pages])) {
      const [left = 0, bottom = 0, right = 0, top = 0] = (await document.getPage(number)).view;
      if (!(right - left > 0 && top - bottom > 0)) return { refused: 'broken' };
    }
    return { pages };
  } catch (error) {
    return { refused: error instanceof PasswordException ? 'locked' : 'broken' };
  }
}

// The file comes as an open descriptor: this process may not open any other.
tell({ ready: true });
tell(await inspect(3));
process.exit(0);
