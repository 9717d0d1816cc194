import type { PDFDocumentProxy } from 'pdfjs-dist';

type Job = { readonly page: number; readonly canvas: HTMLCanvasElement };

/**
 * Paints small pictures of pages, one at a time, the newest wish first: whoever scrolls past does not wait for what is
 * out of sight by then. A page that is on the screen is copied, not fetched.
 */
export class ThumbnailPainter {
  readonly #document: PDFDocumentProxy;
  readonly #drawnPage: (page: number) => HTMLCanvasElement | null;
  readonly #jobs = new Map<number, Job>();
  #running = false;
  #stopped = false;

  constructor(document: PDFDocumentProxy, drawnPage: (page: number) => HTMLCanvasElement | null) {
    this.#document = document;
    this.#drawnPage = drawnPage;
  }

  paint(page: number, canvas: HTMLCanvasElement): void {
    this.#jobs.delete(page);
    this.#jobs.set(page, { page, canvas });
    void this.#run();
  }

  /** Gives the memory of a picture back that is out of sight. */
  clear(page: number, canvas: HTMLCanvasElement): void {
    this.#jobs.delete(page);
    canvas.width = 0;
    canvas.height = 0;
  }

  stop(): void {
    this.#stopped = true;
    this.#jobs.clear();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      for (;;) {
        const job = [...this.#jobs.values()].at(-1);
        if (!job || this.#stopped) return;
        this.#jobs.delete(job.page);
        await this.#draw(job).catch(() => {
          // The document was closed meanwhile, or the page is damaged: its place stays empty.
        });
      }
    } finally {
      this.#running = false;
    }
  }

  async #draw({ page, canvas }: Job): Promise<void> {
    const width = Math.round(canvas.clientWidth * Math.min(devicePixelRatio, 2));
    if (width === 0) return;
    const drawn = this.#drawnPage(page);
    if (drawn && drawn.width > 0) {
      canvas.width = width;
      canvas.height = Math.round((width * drawn.height) / drawn.width);
      const context = canvas.getContext('2d');
      if (context) context.imageSmoothingQuality = 'high';
      context?.drawImage(drawn, 0, 0, canvas.width, canvas.height);
      return;
    }
    const proxy = await this.#document.getPage(page);
    const viewport = proxy.getViewport({ scale: width / proxy.getViewport({ scale: 1 }).width });
    // Drawn aside: a canvas that was handed to a worker cannot be emptied and used again.
    const aside = document.createElement('canvas');
    aside.width = width;
    aside.height = Math.round(viewport.height);
    await proxy.render({ canvas: aside, viewport }).promise;
    if (this.#stopped) return;
    canvas.width = aside.width;
    canvas.height = aside.height;
    canvas.getContext('2d')?.drawImage(aside, 0, 0);
    aside.width = 0;
    if (!this.#drawnPage(page)) proxy.cleanup();
  }
}
