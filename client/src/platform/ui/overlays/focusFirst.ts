const FIELD =
  'input:not([type="hidden"], :disabled), textarea:not(:disabled), select:not(:disabled), [contenteditable="true"]';

/**
 * Puts the focus of an opened panel on what the person came for, instead of the close button: the element marked
 * `data-autofocus`, else the first field, else the last button of the footer (`data-footer`), else what the panel
 * would focus by itself.
 */
export function focusFirst(panel: HTMLElement | null, event: Event): void {
  const first =
    panel?.querySelector<HTMLElement>('[data-autofocus]') ??
    panel?.querySelector<HTMLElement>(FIELD) ??
    panel?.querySelector<HTMLElement>('[data-footer] > :last-child');
  if (first == null) return;
  event.preventDefault();
  // After the frame in which it opened, or Safari scrolls the page behind it.
  requestAnimationFrame(() => first.focus({ preventScroll: true }));
}
