import { ProblemError } from '../../platform/api/problems.ts';
import { onWake } from '../../platform/connection/wake.ts';
import { followGestures } from './gestures.ts';
import { PaperSearch } from './paperSearch.svelte.ts';
import { leftPlaces } from './places.ts';
import { watchMoving } from './sharing/moving.ts';
import type { PageView } from './sharing/pageView.ts';
import { type Fit, largest, SharedView } from './sharing/sharedView.ts';
import { createViewer, narrowFrame } from './source/createViewer.ts';
import { openingOptions, pdfjs, viewer } from './source/pdfjs.ts';
import { RangeSource } from './source/rangeSource.ts';

/** pdf.js's own words for the three; `auto` is the width of the frame, but never larger than print at arm's length. */
const zoomOf: Record<Fit, string> = { width: 'page-width', page: 'page-fit', comfort: 'auto' };

/** How small pages get; 1 is the size of print. */
const smallest = 0.25;

export type ReaderParts = {
  readonly paperId: string;
  readonly url: string;
  readonly container: HTMLDivElement;
  readonly pages: HTMLDivElement;
  readonly initialPage: number;
  /** The name of a page for those who hear it. */
  readonly pageName: (page: number, pages: number) => string;
  /** What is in view has changed, whoever changed it. */
  readonly onView: (view: PageView) => void;
  /** The reader's own hand moved something. */
  readonly onHand: () => void;
};

/** What of a page's view is not in the types of pdf.js. */
type DrawnView = { readonly renderingState: number; readonly thumbnailCanvas: HTMLCanvasElement | null };

/** One open paper: pdf.js's viewer with our ways of fetching, finding and moving. Lives as long as its component. */
export class PaperReader {
  stage = $state<'opening' | 'open' | 'failed'>('opening');
  /** A page is drawn: now there is time for thumbnails. */
  drawn = $state(false);
  /** Why it failed; set with the stage. */
  failure = $state.raw<unknown>(null);
  /** Some of what should be in view waits for the network. */
  waiting = $state(false);
  page = $state(1);
  pages = $state(0);
  /** In percent of the printed size. */
  zoom = $state(100);
  fit = $state<Fit | null>('comfort');
  twoUp = $state(false);

  readonly search: PaperSearch;
  /** What is in view, to be shared with others and shown as others see it. */
  readonly shared: SharedView;

  readonly #parts: ReaderParts;
  readonly #stop = new AbortController();
  /** The opening that is under way or was the last; a newer one ends it. */
  #attempt = new AbortController();
  readonly #bus = new viewer.EventBus();
  readonly #links: InstanceType<typeof viewer.PDFLinkService>;
  readonly #view: InstanceType<typeof viewer.PDFViewer>;
  #source: RangeSource | null = null;
  /** Says that what moves next is not the reader's hand. */
  #handRests = () => {};
  #task: ReturnType<typeof pdfjs.getDocument> | null = null;

  constructor(parts: ReaderParts) {
    this.#parts = parts;
    const eventBus = this.#bus;
    this.#links = new viewer.PDFLinkService({
      eventBus,
      externalLinkTarget: viewer.LinkTarget.BLANK,
      externalLinkRel: 'noopener noreferrer nofollow',
    });
    this.search = new PaperSearch(eventBus, this.#links, parts.container, this.#stop.signal);
    this.#view = createViewer(parts, eventBus, this.#links, this.search.finder, this.#stop.signal);
    this.#links.setViewer(this.#view);
    this.shared = new SharedView({
      container: parts.container,
      pdfView: this.#view,
      isOpen: () => this.stage === 'open',
      onScroll: () => this.#handRests(),
      fit: fit => {
        if (fit) this.#fitTo(fit);
        else this.fit = null;
      },
    });
    this.#listen();
    void this.open();
  }

  /** Opens the paper; also once more after a failure. */
  async open(): Promise<void> {
    this.#attempt.abort();
    this.#attempt = new AbortController();
    const signal = AbortSignal.any([this.#stop.signal, this.#attempt.signal]);
    this.stage = 'opening';
    this.failure = null;
    this.waiting = false;
    this.drawn = false;
    this.twoUp = false;
    await this.#close();
    const listeners = {
      onWaiting: (waiting: boolean) => (this.waiting = waiting),
      onRefused: (error: unknown) => this.#fail(error),
    };
    try {
      signal.throwIfAborted();
      this.#source = await RangeSource.open(this.#parts.url, listeners, signal);
      this.#task = pdfjs.getDocument({ ...openingOptions, range: this.#source });
      const document = await this.#task.promise;
      if (signal.aborted) return;
      this.pages = document.numPages;
      this.#view.setDocument(document);
      this.#links.setDocument(document);
      // Fonts and images of pages that are out of sight are given back after a while.
      const queue = this.#view.renderingQueue as unknown as { onIdle: () => void };
      queue.onIdle = () => void document.cleanup();
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** The document, for thumbnails; null until it is open. */
  get document() {
    return this.stage === 'open' ? (this.#view.pdfDocument ?? null) : null;
  }

  /** The picture of a page as it is on the screen, where it is drawn. */
  drawnPage(page: number): HTMLCanvasElement | null {
    const view: DrawnView | undefined = this.#view.getPageView(page - 1);
    return view?.renderingState === viewer.RenderingStates.FINISHED ? view.thumbnailCanvas : null;
  }

  /** Tries at once what waits for the network. */
  retry(): void {
    this.#source?.retryNow();
  }

  goTo(page: number): void {
    this.#parts.onHand();
    const wanted = Math.max(1, Math.min(this.pages, Math.round(page)));
    if (this.stage === 'open' && Number.isFinite(wanted)) this.#view.currentPageNumber = wanted;
  }

  /** One page on or back; two where two are side by side. */
  turn(by: 1 | -1): void {
    this.#parts.onHand();
    if (by > 0) this.#view.nextPage();
    else this.#view.previousPage();
  }

  zoomBy(steps: 1 | -1): void {
    this.#parts.onHand();
    const scale = this.#view.currentScale;
    if (steps > 0 ? scale >= largest : scale <= smallest) return;
    this.fit = null;
    this.#view.updateScale({ steps, drawingDelay: 0 });
  }

  fitTo(fit: Fit): void {
    this.#parts.onHand();
    this.#fitTo(fit);
  }

  #fitTo(fit: Fit): void {
    this.fit = fit;
    this.#view.currentScaleValue = zoomOf[fit];
  }

  showTwo(twoUp: boolean): void {
    this.#parts.onHand();
    this.twoUp = twoUp;
    const page = this.page;
    this.#view.spreadMode = twoUp ? viewer.SpreadMode.ODD : viewer.SpreadMode.NONE;
    if (this.fit) this.#fitTo(this.fit);
    this.#view.currentPageNumber = page;
  }

  /** Ends everything that runs for this paper, the worker included. */
  destroy(): void {
    this.#keepPlace();
    void this.#close();
    this.#stop.abort();
  }

  #listen(): void {
    const { signal } = this.#stop;
    const { container, onView, onHand } = this.#parts;
    const on = <Detail>(name: string, act: (event: Detail) => void) => this.#bus.on(name, act, { signal });
    on('pagesinit', () => this.#begin());
    on<{ pageNumber: number }>('pagechanging', ({ pageNumber }) => (this.page = pageNumber));
    on<{ scale: number; presetValue?: string }>(
      'scalechanging',
      ({ scale }) => (this.zoom = Math.round(scale * 100)),
    );
    on('pagerendered', () => (this.drawn = true));
    // pdf.js makes every page a stop of the Tab key; the frame around them is one already.
    on<{ source: { textLayer?: { div: HTMLElement } } }>('textlayerrendered', ({ source }) => {
      if (source.textLayer) source.textLayer.div.tabIndex = -1;
    });
    followGestures(
      container,
      {
        zoomBy: (factor, origin) => this.#zoomAt(factor, origin),
        turn: by => this.turn(by),
      },
      signal,
    );
    this.#followSize(container, signal);
    const moved = () => {
      const view = this.shared.now;
      if (view) onView(view);
    };
    this.#handRests = watchMoving(container, { moved, byHand: onHand }, signal);
    const stopWaking = onWake({ wake: () => this.#reopen(), sleep: () => {} });
    signal.addEventListener('abort', stopWaking);
  }

  /** A frame that changes its size keeps the fit that was chosen. */
  #followSize(container: HTMLElement, signal: AbortSignal): void {
    const observer = new ResizeObserver(() => {
      if (this.stage !== 'open') return;
      if (this.fit) this.#view.currentScaleValue = zoomOf[this.fit];
      this.#view.update();
    });
    observer.observe(container);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** Zooms around a point in client coordinates, which stays where it is. */
  #zoomAt(factor: number, [x, y]: [number, number]): void {
    this.#parts.onHand();
    const scaleFactor =
      Math.max(smallest, Math.min(largest, this.#view.currentScale * factor)) / this.#view.currentScale;
    const { container } = this.#parts;
    const box = container.getBoundingClientRect();
    // pdf.js measures points from the frame that the container is placed in.
    const origin = [x - box.left + container.offsetLeft, y - box.top + container.offsetTop];
    this.fit = null;
    // More is coming while fingers move: until they rest, the pages are stretched, not drawn.
    this.#view.updateScale({ scaleFactor, origin, drawingDelay: 300 });
  }

  /** A paper that could not be opened for want of a network is opened when there is one. */
  #reopen(): void {
    const { failure } = this;
    if (failure instanceof ProblemError && failure.problem.code === 'unavailable') void this.open();
  }

  #begin(): void {
    this.stage = 'open';
    const { paperId, pages, initialPage, pageName } = this.#parts;
    for (const [index, page] of [...pages.querySelectorAll('.page')].entries()) {
      page.setAttribute('aria-label', pageName(index + 1, this.pages));
    }
    const place = leftPlaces.get(paperId);
    if (this.#parts.container.clientWidth < narrowFrame) this.fit = 'width';
    this.#view.currentScaleValue = place?.zoom ?? zoomOf[this.fit ?? 'comfort'];
    if (!place) {
      this.#view.currentPageNumber = Math.max(1, Math.min(this.pages, initialPage));
      this.page = this.#view.currentPageNumber;
      return;
    }
    this.fit = (Object.keys(zoomOf) as Fit[]).find(fit => zoomOf[fit] === place.zoom) ?? null;
    const destArray = [null, { name: 'XYZ' }, place.left, place.top, null];
    this.#view.scrollPageIntoView({ pageNumber: Math.min(place.page, this.pages), destArray });
    this.page = this.#view.currentPageNumber;
  }

  #keepPlace(): void {
    const location = (
      this.#view as unknown as { _location: { pageNumber: number; left: number; top: number } | null }
    )._location;
    if (this.stage !== 'open' || !location) return;
    const { pageNumber: page, left, top } = location;
    leftPlaces.keep(this.#parts.paperId, { page, left, top, zoom: String(this.#view.currentScaleValue) });
  }

  #fail(error: unknown): void {
    this.#keepPlace();
    this.failure = error;
    this.stage = 'failed';
    void this.#close();
  }

  async #close(): Promise<void> {
    const task = this.#task;
    this.#task = null;
    this.#source?.abort();
    this.#source = null;
    if (this.#view.pdfDocument) {
      this.search.finder.setDocument(null as never);
      this.#view.setDocument(null as never);
      this.#links.setDocument(null);
    }
    await task?.destroy();
  }
}
