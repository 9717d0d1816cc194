import type { viewer } from '../source/pdfjs.ts';
import { type PagePoint, type PageView, pageDiv, pointAt, scrollToView, viewIn } from './pageView.ts';
import { drawPointer } from './pointer.ts';

/** How pages fill the frame. */
export type Fit = 'width' | 'page' | 'comfort';

/** How large pages get; 1 is the size of print. */
export const largest = 6;

export type SharedViewParts = {
  readonly container: HTMLElement;
  readonly pdfView: InstanceType<typeof viewer.PDFViewer>;
  readonly isOpen: () => boolean;
  /** Told before the program scrolls. */
  readonly onScroll: () => void;
  /** Makes pages fill the frame in one of the ways; with null, in none. */
  readonly fit: (fit: Fit | null) => void;
};

/** What one reader has in view, told in measures of the page, and shown as another one sees it. */
export class SharedView {
  readonly #parts: SharedViewParts;
  /** Pages are larger than the reader chose, because the one who is followed looks closer. */
  #enlarged = false;

  constructor(parts: SharedViewParts) {
    this.#parts = parts;
  }

  /** What is in view now; null before the paper is open. */
  get now(): PageView | null {
    return this.#parts.isOpen() ? viewIn(this.#parts.container) : null;
  }

  /** Shows the view as far as the frame allows, and the point. */
  show(view: PageView, point: PagePoint | null): void {
    const { container, isOpen, onScroll } = this.#parts;
    if (!isOpen()) return;
    onScroll();
    this.#enlarge(view);
    scrollToView(container, view);
    drawPointer(container, point);
  }

  /** Takes the other one's point off the page. */
  endPointing(): void {
    drawPointer(this.#parts.container, null);
  }

  /** The point of a page under a point in client coordinates; null outside of the pages. */
  pointAt(clientX: number, clientY: number): PagePoint | null {
    return pointAt(this.#parts.container, clientX, clientY);
  }

  #enlarge({ page, span }: PageView): void {
    const { container, pdfView, fit } = this.#parts;
    const width = pageDiv(container, page)?.clientWidth ?? 0;
    if (span < 0.95 && width > 0) {
      const factor = container.clientWidth / span / width;
      // Smaller steps would only make pages be drawn anew.
      if (Math.abs(factor - 1) > 0.02)
        pdfView.currentScale = Math.min(largest, pdfView.currentScale * factor);
      this.#enlarged = true;
      fit(null);
    } else if (this.#enlarged) {
      this.#enlarged = false;
      fit('comfort');
    }
  }
}
