import { viewer } from './pdfjs.ts';

/** pdf.js leaves marks aside when it compares; "đ" is a letter of its own to Unicode, but not to people who search. */
const plain = (text: string): string => text.replaceAll('đ', 'd').replaceAll('Đ', 'D');

type Spot = { element: HTMLElement | null; pageIndex: number; matchIndex: number };

/** Finds words in a paper, blind to Vietnamese marks, and shows a find without moving the page around the paper. */
export class FindController extends viewer.PDFFindController {
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
