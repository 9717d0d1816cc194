/** What gestures ask of the reader. `origin` is the point under the fingers, in client coordinates. */
export type GestureTarget = {
  /** Zooms by a factor; `drawingDelay` says that more is coming, so that pages need not be drawn yet. */
  zoomBy(factor: number, origin: [number, number]): void;
  turn(by: 1 | -1): void;
};

/** A wheel step of a mouse is about 100; the fingers of a touchpad send a few units at a time. */
const wheelUnitsPerDouble = 400;

const swipeLength = 60;
const swipeMs = 600;

/** Pinch, Ctrl with the wheel, and swipes across a page that has no more width to show. Ends with the signal. */
export function followGestures(container: HTMLElement, target: GestureTarget, signal: AbortSignal): void {
  container.addEventListener(
    'wheel',
    event => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const units = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * 33;
      const factor = 2 ** (-Math.max(-200, Math.min(200, units)) / wheelUnitsPerDouble);
      target.zoomBy(factor, [event.clientX, event.clientY]);
    },
    { passive: false, signal },
  );
  followTouches(container, target, signal);
}

function followTouches(container: HTMLElement, target: GestureTarget, signal: AbortSignal): void {
  let pinch: number | null = null;
  let swipe: { x: number; y: number; at: number } | null = null;

  const begin = (event: TouchEvent) => {
    const [first, second] = event.touches;
    pinch = first && second ? distance(first, second) : null;
    swipe =
      first && !second && !isWider(container)
        ? { x: first.clientX, y: first.clientY, at: event.timeStamp }
        : null;
  };
  const move = (event: TouchEvent) => {
    const [first, second] = event.touches;
    if (pinch === null || !first || !second) return;
    event.preventDefault();
    const now = distance(first, second);
    // Small steps would be rounded away.
    if (Math.abs(now / pinch - 1) < 0.02) return;
    target.zoomBy(now / pinch, [(first.clientX + second.clientX) / 2, (first.clientY + second.clientY) / 2]);
    pinch = now;
  };
  const end = (event: TouchEvent) => {
    const last = event.changedTouches[0];
    if (swipe && last && event.touches.length === 0) {
      const across = last.clientX - swipe.x;
      const along = Math.abs(last.clientY - swipe.y);
      const isSwipe =
        Math.abs(across) > swipeLength &&
        Math.abs(across) > 2 * along &&
        event.timeStamp - swipe.at < swipeMs;
      if (isSwipe) target.turn(across < 0 ? 1 : -1);
    }
    swipe = null;
    if (event.touches.length < 2) pinch = null;
  };
  container.addEventListener('touchstart', begin, { passive: true, signal });
  container.addEventListener('touchmove', move, { passive: false, signal });
  container.addEventListener('touchend', end, { passive: true, signal });
  container.addEventListener('touchcancel', end, { passive: true, signal });
}

const distance = (a: Touch, b: Touch): number => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);

const isWider = (container: HTMLElement): boolean => container.scrollWidth > container.clientWidth + 1;
