/** What a key asks of the reader. */
export type KeyAct =
  | 'nextPage'
  | 'previousPage'
  | 'firstPage'
  | 'lastPage'
  | 'zoomIn'
  | 'zoomOut'
  | 'fit'
  | 'find'
  | 'findNext'
  | 'findPrevious'
  | 'leaveFind';

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const plainKeys: Readonly<Record<string, KeyAct>> = {
  PageDown: 'nextPage',
  PageUp: 'previousPage',
  Home: 'firstPage',
  End: 'lastPage',
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  '0': 'fit',
};

const commandKeys: Readonly<Record<string, KeyAct>> = {
  f: 'find',
  g: 'findNext',
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  '0': 'fit',
  Home: 'firstPage',
  End: 'lastPage',
};

/**
 * The act of a key while the reader has the focus; null leaves the key to the browser, as the arrows that scroll.
 * `canPan`: the page is wider than its frame, so that the arrows to the sides move it.
 */
export function keyAct(press: Press, canPan: boolean): KeyAct | null {
  const { key, shiftKey } = press;
  if (press.altKey) return null;
  if (key === 'F3') return shiftKey ? 'findPrevious' : 'findNext';
  if (press.ctrlKey || press.metaKey) {
    const act = commandKeys[key.length === 1 ? key.toLowerCase() : key] ?? null;
    return act === 'findNext' && shiftKey ? 'findPrevious' : act;
  }
  if (key === 'Escape') return 'leaveFind';
  if (!canPan && key === 'ArrowRight') return 'nextPage';
  if (!canPan && key === 'ArrowLeft') return 'previousPage';
  return plainKeys[key] ?? null;
}
