const FIELD =
  'input:not([type="hidden"], :disabled), textarea:not(:disabled), select:not(:disabled), [contenteditable="true"]';

/**
 * Puts the focus of an opened dialog on what the person came for, instead of the close button: the element marked
 * `data-autofocus`, else the first field, else the last button of the footer, else the dialog itself.
 */
export function focusFirst(event: Event): void {
  const panel = event.target instanceof HTMLElement ? event.target : null;
  const first =
    panel?.querySelector<HTMLElement>('[data-autofocus]') ??
    panel?.querySelector<HTMLElement>(FIELD) ??
    panel?.querySelector<HTMLElement>(':scope > footer > :last-child');
  if (first == null) return;
  event.preventDefault();
  first.focus();
}
