/** After a hand has touched the container, scrolling counts as the hand's for so long, in milliseconds: it glides on. */
const handMs = 1000;

/**
 * Tells movements: `moved` after every change of what is in view, at most once a frame; `byHand` when the reader's own
 * hand scrolls, and not when the program does. Answers how to say that what follows is the program's. Ends with the
 * signal.
 */
export function watchMoving(
  container: HTMLElement,
  told: { moved: () => void; byHand: () => void },
  signal: AbortSignal,
): () => void {
  let touchedAt = -Infinity;
  let frame = 0;
  const touched = (event: Event) => {
    touchedAt = event.timeStamp;
  };
  for (const name of ['wheel', 'touchmove', 'keydown'])
    container.addEventListener(name, touched, { passive: true, signal });
  const grabbed = (event: PointerEvent) => {
    // In the scroll bar; a tap on the page moves nothing.
    if (event.target === container && event.offsetX >= container.clientWidth) touched(event);
  };
  container.addEventListener('pointerdown', grabbed, { passive: true, signal });
  const moved = (event: Event) => {
    if (event.timeStamp - touchedAt < handMs) told.byHand();
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(told.moved);
  };
  container.addEventListener('scroll', moved, { passive: true, signal });
  signal.addEventListener('abort', () => cancelAnimationFrame(frame));
  return () => {
    touchedAt = -Infinity;
  };
}
