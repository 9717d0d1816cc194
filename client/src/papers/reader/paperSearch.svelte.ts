import { viewer } from './source/pdfjs.ts';

type Spot = { element: HTMLElement | null; pageIndex: number; matchIndex: number };
type Count = { current: number; total: number };

/** pdf.js leaves marks aside when it compares; "đ" is a letter of its own to Unicode, but not to people who search. */
const plain = (text: string): string => text.replaceAll('đ', 'd').replaceAll('Đ', 'D');

/** pdf.js's finder, blind to Vietnamese marks, which shows a find without moving the screen around the paper. */
class Finder extends viewer.PDFFindController {
  reveal: (element: HTMLElement) => void = () => {};

  override match(query: string | string[], pageContent: string, pageIndex: number) {
    const wanted = typeof query === 'string' ? plain(query) : query.map(plain);
    return super.match(wanted, plain(pageContent), pageIndex);
  }

  override scrollMatchIntoView({ element, ...spot }: Spot): void {
    if (!element) return;
    // pdf.js would let the browser scroll every frame around the find, the whole screen included.
    const shown = { scrollIntoView: () => this.reveal(element) };
    super.scrollMatchIntoView({ ...spot, element: shown as unknown as HTMLElement });
  }
}

/** Looking for words in one paper: how many there are, and which is shown. */
export class PaperSearch {
  current = $state(0);
  total = $state(0);
  searching = $state(false);
  /** For pdf.js's viewer, which marks what is found. */
  readonly finder: Finder;
  readonly #bus: InstanceType<typeof viewer.EventBus>;
  #query = '';

  constructor(
    bus: InstanceType<typeof viewer.EventBus>,
    links: InstanceType<typeof viewer.PDFLinkService>,
    container: HTMLElement,
    signal: AbortSignal,
  ) {
    this.#bus = bus;
    this.finder = new Finder({ eventBus: bus, linkService: links });
    this.finder.reveal = element => reveal(element, container);
    const count = ({ matchesCount }: { matchesCount: Count }) => this.#count(matchesCount);
    bus.on('updatefindmatchescount', count, { signal });
    const state = ({ state, matchesCount }: { state: number; matchesCount: Count }) => {
      this.#count(matchesCount);
      this.searching = state === viewer.FindState.PENDING;
    };
    bus.on('updatefindcontrolstate', state, { signal });
  }

  /** Looks for the words from the current page on; an empty text clears the marks. */
  look(query: string): void {
    if (query === this.#query) return;
    this.#query = query;
    this.#count({ current: 0, total: 0 });
    this.searching = query !== '';
    this.#dispatch('', false);
  }

  /** Goes to the next find, or back to the one before. */
  next(back = false): void {
    if (this.#query !== '') this.#dispatch('again', back);
  }

  /** Takes the marks away. */
  end(): void {
    this.#query = '';
    this.#count({ current: 0, total: 0 });
    this.searching = false;
    this.#bus.dispatch('findbarclose', { source: this });
  }

  #count({ current, total }: Count): void {
    this.current = current;
    this.total = total;
  }

  #dispatch(type: '' | 'again', findPrevious: boolean): void {
    this.#bus.dispatch('find', {
      source: this,
      type,
      query: this.#query,
      caseSensitive: false,
      entireWord: false,
      highlightAll: true,
      matchDiacritics: false,
      findPrevious,
    });
  }
}

/** Brings a find into the upper third of the frame, without moving anything around it. */
function reveal(element: HTMLElement, container: HTMLElement): void {
  const frame = container.getBoundingClientRect();
  const found = element.getBoundingClientRect();
  const isSeen = found.top > frame.top + 24 && found.bottom < frame.bottom - 24;
  if (!isSeen) container.scrollTop += found.top - frame.top - frame.height / 3;
  const isBeside = found.left < frame.left || found.right > frame.right;
  if (isBeside) container.scrollLeft += found.left - frame.left - frame.width / 3;
}
