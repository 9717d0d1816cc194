import { type PagePoint, pageDiv } from './pageView.ts';

/** Draws where the presenter points, over the page; with null, nowhere. */
export function drawPointer(container: HTMLElement, point: PagePoint | null): void {
  const known = container.querySelector<HTMLElement>('.presenter-pointer');
  const page = point && pageDiv(container, point.page);
  if (!point || !page) {
    known?.remove();
    return;
  }
  const dot = known ?? document.createElement('div');
  dot.className = 'presenter-pointer';
  dot.ariaHidden = 'true';
  dot.style.left = `${point.x * 100}%`;
  dot.style.top = `${point.y * 100}%`;
  if (dot.parentElement !== page) page.append(dot);
}
