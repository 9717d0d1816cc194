/**
 * The part of a paper that is in view, in measures of its page, so that screens of any size can show the same: the page
 * at the upper edge, its point at the upper left corner in fractions of the page, and how much of its width is in view.
 */
export type PageView = {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly span: number;
};

/** A point of a page, in fractions of its width and height. */
export type PagePoint = { readonly page: number; readonly x: number; readonly y: number };

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
/** Four digits are finer than any screen. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/** The pages of an open paper, as pdf.js lays them out. */
const pageDivs = (container: HTMLElement): HTMLElement[] => [
  ...container.querySelectorAll<HTMLElement>('.page[data-page-number]'),
];
const numberOf = (page: HTMLElement): number => Number(page.dataset.pageNumber);

/** What of the paper the container shows; null before there are pages. */
export function viewIn(container: HTMLElement): PageView | null {
  const frame = container.getBoundingClientRect();
  // The first page of which more than a strip is in view.
  const page = pageDivs(container).find(div => div.getBoundingClientRect().bottom > frame.top + 24);
  if (!page) return null;
  const box = page.getBoundingClientRect();
  return {
    page: numberOf(page),
    x: rounded(within((frame.left - box.left) / box.width, -1, 1)),
    y: rounded(within((frame.top - box.top) / box.height, -1, 1)),
    span: rounded(within(container.clientWidth / box.width, 0.01, 100)),
  };
}

/** The element of a page; null where the paper has none such. */
export const pageDiv = (container: HTMLElement, page: number): HTMLElement | null =>
  pageDivs(container).find(div => numberOf(div) === page) ?? null;

/** Scrolls the container to the view. Across only where less than the whole width is in view. */
export function scrollToView(container: HTMLElement, view: PageView): void {
  const page = pageDiv(container, view.page);
  if (!page) return;
  const frame = container.getBoundingClientRect();
  const box = page.getBoundingClientRect();
  const left = box.left - frame.left + view.x * box.width;
  container.scrollBy({
    top: box.top - frame.top + view.y * box.height,
    left: view.span < 1 ? left : 0,
    behavior: 'instant',
  });
}

/** The point of a page under a point of the screen (client coordinates); null outside of the pages. */
export function pointAt(container: HTMLElement, clientX: number, clientY: number): PagePoint | null {
  for (const page of pageDivs(container)) {
    const box = page.getBoundingClientRect();
    const x = (clientX - box.left) / box.width;
    const y = (clientY - box.top) / box.height;
    if (x >= 0 && x <= 1 && y >= 0 && y <= 1) return { page: numberOf(page), x: rounded(x), y: rounded(y) };
  }
  return null;
}
