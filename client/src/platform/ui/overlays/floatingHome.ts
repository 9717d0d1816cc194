/**
 * Where a list, menu or tooltip that hangs from `anchor` belongs in the document: inside the open dialog, because
 * everything outside a modal is hidden from assistive technology; otherwise inside the main landmark.
 */
export function floatingHome(anchor: Element | null): Element {
  return anchor?.closest('[aria-modal="true"]') ?? document.querySelector('main') ?? document.body;
}
